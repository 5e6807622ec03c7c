import { TextInput } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiError, byField } from "../../api/errors";
import { Act } from "../../ui/Act";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";

export interface FieldOf {
  name: string;
  label: string;
  type?: string;
}

interface Compared {
  label: string;
  mine: string;
  theirs: string;
}

interface Props {
  fields: FieldOf[];
  start: Record<string, string>;
  error: unknown;
  busy: boolean;
  words: ReactNode;
  /** `version`: of what somebody else wrote meanwhile, once that was seen and one's own chosen all the same. */
  send: (values: Record<string, string>, version?: number) => void;
  close?: () => void;
  /** What the server has now, by the fields of this form, where somebody else was first. */
  theirs?: (current: unknown) => Record<string, string>;
  /** What else is sent beside the texts, said in words, to be compared too. */
  also?: (current: unknown) => Compared[];
  children?: ReactNode;
}

function Choose({ compared, keep, close }: ChooseProps) {
  const differing = compared.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <div className="stack" role="alert">
      <p className="note" data-kind="warning">
        <Trans>Somebody changed this while you were writing. Compare, then choose.</Trans>
      </p>
      <dl className="facts">
        {differing.map(({ label, mine, theirs }) => (
          <div key={label} className="both">
            <dt>{label}</dt>
            <dd>
              <Trans>
                yours: <UserText>{mine}</UserText>
              </Trans>
            </dd>
            <dd>
              <Trans>
                now: <UserText>{theirs}</UserText>
              </Trans>
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Act onClick={keep}>
          <Trans>Keep what I wrote</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Take what is there now</Trans>
        </Act>
      </div>
    </div>
  );
}

interface ChooseProps {
  compared: Compared[];
  keep: () => void;
  close: () => void;
}

/** A few short texts, sent together. What was typed stays, whatever the server says. */
export function SmallForm({ fields, start, error, busy, words, send, close, theirs, also, children }: Props) {
  const [values, setValues] = useState(start);
  const problems = byField(error);
  const stale = error instanceof ApiError && error.status === 412 ? error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(values);
  };
  if (stale && theirs && close) {
    const now = theirs(stale.current);
    const texts = fields.map(({ name, label }) => ({
      label,
      mine: values[name] ?? "",
      theirs: now[name] ?? "",
    }));
    return (
      <Choose
        compared={[...texts, ...(also?.(stale.current) ?? [])]}
        keep={() => send(values, (stale.current as { version: number }).version)}
        close={close}
      />
    );
  }
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <div className="row small-form">
        {fields.map(({ name, label, type = "text" }) => (
          <TextInput
            key={name}
            label={label}
            type={type}
            size="md"
            dir="auto"
            value={values[name] ?? ""}
            error={problems[name]}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      {children}
      <Problem tried="form" error={error} />
      <ActOrNot quiet busy={busy} onNot={close}>
        {words}
      </ActOrNot>
    </form>
  );
}
