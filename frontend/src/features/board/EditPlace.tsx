import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { ApiError, byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { ActOrNot } from "../../ui/ActOrNot";
import { StaleChoice } from "../../desk/StaleChoice";
import { Problem } from "../../ui/states";
import { LANGUAGES, PAY, VARIETIES } from "../../ui/words";
import { acts } from "./acts";
import { EditMeaning } from "./EditMeaning";
import { type Edit, PlaceFields } from "./PlaceFields";
import { QUALITIES, STRENGTHS } from "./qualities";
import type { Shift } from "./queries";

function editOf(shift: Shift): Edit {
  const { language, variety, pay, ticket_paid, qualities, named } = shift;
  return { language, variety, pay, ticket_paid, qualities, named: named?.id ?? null };
}

function useWords() {
  const { i18n, t } = useLingui();
  return (edit: Edit): [string, string][] => [
    [
      t`Language`,
      i18n._(LANGUAGES[edit.language]) + (edit.variety ? ` (${i18n._(VARIETIES[edit.variety])})` : ""),
    ],
    [t`Pay`, i18n._(PAY[edit.pay]) + (edit.ticket_paid ? ` · ${t`ticket paid`}` : "")],
    [
      t`Asks for`,
      (edit.qualities ?? [])
        .map(({ what, strength }) => `${i18n._(QUALITIES[what])} (${i18n._(STRENGTHS[strength])})`)
        .join(", ") || "–",
    ],
  ];
}

/** What the place asks for, and before it is written, what that means for those who answered. */
export function EditPlace({ shift, close }: { shift: Shift; close: () => void }) {
  const words = useWords();
  const [edit, setEdit] = useState<Edit>(() => editOf(shift));
  const [version] = useState(shift.version);
  const write = useAct(acts.editShift);
  const stale = write.error instanceof ApiError && write.error.status === 412;
  const now = stale ? ((write.error as ApiError).current as Shift) : null;
  const problems = byField(write.error);
  const send = (on: number) => write.mutate({ id: shift.id, version: on, ...edit }, { onSuccess: close });
  if (now) {
    const mine = words(edit);
    return (
      <StaleChoice
        lines={words(editOf(now)).map(([label, said], at) => ({ label, now: said, mine: mine[at]?.[1] }))}
        busy={write.isPending}
        keepTheirs={close}
        writeMine={() => send(now.version)}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(version);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <PlaceFields edit={edit} setEdit={setEdit} problems={problems} />
      <EditMeaning shift={shift} edit={edit} />
      {!problems["variety"] && <Problem tried="form" error={write.error} />}
      <ActOrNot busy={write.isPending} onNot={close}>
        <Trans>Write it</Trans>
      </ActOrNot>
    </form>
  );
}
