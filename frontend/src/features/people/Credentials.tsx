import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { byField } from "../../api/errors";
import type { Schema } from "../../api/client";
import { dateOfYear } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { useAct } from "../../lib/useAct";
import { acts, type Person } from "./queries";
import { CREDENTIALS } from "./words";

function Seen({ id }: { id: string }) {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<Schema["CredentialKind"]>("check");
  const [days, setDays] = useState({ seen_on: "", expires_on: "" });
  const see = useAct(acts.see);
  const problems = byField(see.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    see.mutate({ id, kind, ...days }, { onSuccess: () => setDays({ seen_on: "", expires_on: "" }) });
  };
  const day = (name: "seen_on" | "expires_on", label: string) => (
    <TextInput
      label={label}
      type="date"
      size="md"
      value={days[name]}
      error={problems[name]}
      onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <div className="row">
        <NativeSelect
          label={t`What was seen`}
          size="md"
          value={kind}
          data={Object.entries(CREDENTIALS).map(([value, words]) => ({ value, label: i18n._(words) }))}
          onChange={(event) => setKind(event.currentTarget.value as Schema["CredentialKind"])}
        />
        {day("seen_on", t`Seen on`)}
        {day("expires_on", t`Counts until`)}
      </div>
      <Problem tried="form" error={see.error} />
      <div>
        <Act type="submit" variant="default" busy={see.isPending}>
          <Trans>Record what was seen</Trans>
        </Act>
      </div>
    </form>
  );
}

/** Training, checks and agreements: what was seen, when, and until when it counts. */
export function Credentials({ person }: { person: Person }) {
  const { i18n } = useLingui();
  const { credentials, id } = person.interpreter;
  return (
    <section className="card">
      <h2>
        <Trans>Seen</Trans>
      </h2>
      {credentials.length === 0 && (
        <p className="soft">
          <Trans>Nothing was seen yet: groups with under-18s need a check and safeguarding training.</Trans>
        </p>
      )}
      <ul className="stack-tight">
        {credentials.map(({ kind, seen_on, expires_on }) => {
          const [seen, until] = [dateOfYear(seen_on, i18n.locale), dateOfYear(expires_on, i18n.locale)];
          return (
            <li key={`${kind} ${seen_on} ${expires_on}`}>
              <strong>{i18n._(CREDENTIALS[kind])}</strong> ·{" "}
              <Trans>
                seen {seen}, counts until {until}
              </Trans>
            </li>
          );
        })}
      </ul>
      <Seen id={id} />
    </section>
  );
}
