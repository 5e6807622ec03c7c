import { PasswordInput, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { byField } from "../../api/errors";
import { fetchMe, type Me } from "../../api/me";
import { type Answer, confirmCode, requestCode, signInByPassword } from "../../api/session";
import { LanguageSwitch } from "../../i18n/LanguageSwitch";
import { Act } from "../../ui/Act";
import { Mark } from "../../ui/Mark";
import { Problem } from "../../ui/states";
import { DemoDoors } from "./DemoDoors";
import { useArrive } from "./useArrive";
import "./SignIn.css";

/** `again`: the code was entered too late, or wrong too often, and another one is to be asked for. */
type Step = "address" | "again" | "code" | "password";

interface FormProps {
  step: Step;
  setStep: (step: Step) => void;
  email: string;
  setEmail: (email: string) => void;
  ended: Me | undefined;
}

function Form({ step, setStep, email, setEmail, ended }: FormProps) {
  const { t } = useLingui();
  const [secret, setSecret] = useState("");
  const arrive = useArrive(ended);
  const send = useMutation({
    mutationFn: (): Promise<Answer> => {
      if (step === "code") return confirmCode(secret.trim());
      return step === "password" ? signInByPassword(email, secret) : requestCode(email);
    },
    onSuccess: async (answer) => {
      if (answer.status === 200) await arrive();
      else if (answer.pending === "login_by_code") setStep("code");
      else if (step === "code") setStep("again");
    },
  });
  const problems = byField(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {step === "again" && (
        <p className="note" data-kind="warning" role="status">
          <Trans>That code is not good any more. Let us send you a new one.</Trans>
        </p>
      )}
      {step !== "code" && (
        <TextInput
          label={t`E-mail`}
          type="email"
          autoComplete="email"
          size="md"
          value={email}
          error={problems["email"]}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      {step === "code" && (
        <>
          <p>
            <Trans>If we know this address, a code is on its way to it. It is good for a few minutes.</Trans>
          </p>
          <TextInput
            label={t`Code from the e-mail`}
            autoComplete="one-time-code"
            size="md"
            value={secret}
            error={problems["code"]}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        </>
      )}
      {step === "password" && (
        <PasswordInput
          label={t`Password`}
          // The library marks a field of text so, and this one not.
          aria-invalid={problems["password"] ? true : undefined}
          visibilityToggleButtonProps={{ "aria-label": t`Show what I type` }}
          autoComplete="current-password"
          size="md"
          value={secret}
          error={problems["password"]}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      {send.error && Object.keys(problems).every((field) => field === "") ? (
        <Problem tried="form" error={send.error} />
      ) : null}
      <Act type="submit" busy={send.isPending}>
        {step === "address" || step === "again" ? <Trans>Send me a code</Trans> : <Trans>Sign in</Trans>}
      </Act>
    </form>
  );
}

/**
 * The way in: a code by mail, a password for who has one, and in the demo a door for each role. `ended`: whose session
 * ended while a screen was open.
 */
export function SignIn({ ended }: { ended?: Me }) {
  const [step, setStep] = useState<Step>("address");
  // Whoever goes over to the other way in has written it once.
  const [email, setEmail] = useState("");
  const asksForCode = step === "address" || step === "again";
  const [ready, setReady] = useState(false);
  const client = useQueryClient();
  // The first answer of the server sets the token that later requests carry.
  useEffect(() => void fetchMe(client).finally(() => setReady(true)), [client]);
  return (
    <main className="page sign-in" aria-busy={!ready}>
      <header className="row between">
        <span className="sign-in-name">
          <Mark size={36} /> <span>Passerelle</span>
        </span>
        <LanguageSwitch />
      </header>
      {ended && (
        <p className="note" data-kind="warning" role="status">
          <Trans>You were signed out. Sign in to go on.</Trans>
        </p>
      )}
      <DemoDoors ended={ended} />
      <section className="card">
        <h1>
          <Trans>Sign in</Trans>
        </h1>
        <Form key={step} step={step} setStep={setStep} email={email} setEmail={setEmail} ended={ended} />
        <button type="button" className="plain" onClick={() => setStep(asksForCode ? "password" : "address")}>
          {asksForCode ? <Trans>Use a password instead</Trans> : <Trans>Send me a code instead</Trans>}
        </button>
      </section>
      <p className="soft">
        <Trans>Accounts come by invitation from the team.</Trans>
      </p>
    </main>
  );
}
