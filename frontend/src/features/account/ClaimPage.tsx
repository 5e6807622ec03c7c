import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { api, data, once, type Schema } from "../../api/client";
import { byField } from "../../api/errors";
import { fetchMe, useMe } from "../../api/me";
import { useAct } from "../../lib/useAct";
import { useMissing } from "../../lib/useMissing";
import { LanguageSwitch } from "../../i18n/LanguageSwitch";
import { Act } from "../../ui/Act";
import { Mark } from "../../ui/Mark";
import { Fetched, Problem } from "../../ui/states";
import { useArrive } from "./useArrive";
import "./SignIn.css";

/** What an address of e-mail can have at most. */
const LONGEST = 254;

/** The account is made when the button is pressed, never by opening the link: mail scanners open links too. */
function Form({ token }: { token: string }) {
  const { t, i18n } = useLingui();
  const [email, setEmail] = useState("");
  const arrive = useArrive();
  const client = useQueryClient();
  const claim = useAct((body: Schema["ClaimRequest"], key: string) =>
    data(api.POST("/api/v1/claims", { params: { header: once(key) }, body })),
  );
  // The first answer of the server sets the token that later requests carry.
  useEffect(() => void fetchMe(client), [client]);
  const { missing, isThere } = useMissing(email.trim());
  const problem = missing ? t`Please fill this in.` : byField(claim.error)["email"];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isThere()) claim.mutate({ token, email, locale: i18n.locale }, { onSuccess: arrive });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <Trans>
          With an account you see your Fridays and answer with one tap. What you were booked for is in it.
        </Trans>
      </p>
      <TextInput
        label={t`Your e-mail: codes to sign in are sent there`}
        type="email"
        autoComplete="email"
        size="md"
        maxLength={LONGEST}
        value={email}
        error={problem}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {!problem && <Problem tried="form" error={claim.error} />}
      <Act type="submit" busy={claim.isPending}>
        <Trans>Make my account</Trans>
      </Act>
    </form>
  );
}

/** Where a claim link leads. The token stands behind the "#", which no server is sent. */
export function ClaimPage() {
  const { hash } = useLocation();
  const me = useMe();
  return (
    <main className="page sign-in">
      <header className="row between">
        <span className="sign-in-name">
          <Mark size={36} /> <span>Passerelle</span>
        </span>
        <LanguageSwitch />
      </header>
      <section className="card">
        <h1>
          <Trans>Your account</Trans>
        </h1>
        <Fetched query={me}>
          {(found) =>
            found ? (
              <p className="note">
                <Trans>
                  Somebody is signed in here already. Sign out first, or open the link on another device.
                </Trans>
              </p>
            ) : (
              <Form token={hash.slice(1)} />
            )
          }
        </Fetched>
      </section>
    </main>
  );
}
