import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { callTo } from "../../lib/phone";
import { acts } from "./acts";
import type { Visit } from "./queries";

function Edit({ visit, close }: { visit: Visit; close: () => void }) {
  const { t } = useLingui();
  const [phone, setPhone] = useState(visit.duty_phone ?? "");
  const write = useAct(acts.dutyPhone);
  const problem = byField(write.error)["phone"];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ id: visit.id, phone }, { onSuccess: close });
  };
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <TextInput
        label={t`Number`}
        description={t`Partners and interpreters read it once they are confirmed, and ring it on the day. Never a participant’s or an interpreter’s own.`}
        type="tel"
        size="md"
        dir="ltr"
        autoComplete="off"
        value={phone}
        error={problem}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {!problem && <Problem tried="form" error={write.error} />}
      <ActOrNot busy={write.isPending} onNot={close}>
        <Trans>Write it</Trans>
      </ActOrNot>
    </form>
  );
}

/** The number that confirmed partners and interpreters ring on the day. */
export function DutyPhone({ visit }: { visit: Visit }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const may = visit.allowed_actions.includes("edit");
  const number = visit.duty_phone;
  if (!may && !number) return null;
  return (
    <section className="therapists stack-tight" aria-label={t`Phone for the day`}>
      {editing ? (
        <Edit visit={visit} close={() => setEditing(false)} />
      ) : (
        <div className="row">
          <h2>
            <Trans>Phone for the day</Trans>
          </h2>
          {number ? (
            <a className="tall-link" href={callTo(number)}>
              <bdi dir="ltr">{number}</bdi>
            </a>
          ) : (
            <p className="warning small">
              <Trans>None yet: nobody who is confirmed knows whom to ring.</Trans>
            </p>
          )}
          {may && (
            <Act variant="default" onClick={() => setEditing(true)}>
              {number ? <Trans>Change the number</Trans> : <Trans>Give a number</Trans>}
            </Act>
          )}
        </div>
      )}
    </section>
  );
}
