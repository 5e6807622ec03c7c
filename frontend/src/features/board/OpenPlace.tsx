import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { acts } from "./acts";
import { type Edit, PlaceFields } from "./PlaceFields";
import type { Session } from "./queries";

/** A place for what is needed first, which asks for what the partner asked for. */
function asAsked({ needs, requirements, named }: Session): Edit {
  const { language, variety } = needs[0] ?? { language: "ar", variety: null };
  const qualities = requirements.filter(({ what }) => what !== "variety" || variety !== null);
  return { language, variety, pay: "paid", ticket_paid: false, qualities, named: named?.id ?? null };
}

/** One more interpreter's place in a session. */
export function OpenPlace({ session, close }: { session: Session; close: () => void }) {
  const open = useAct(acts.openShift);
  const [edit, setEdit] = useState(() => asAsked(session));
  const problems = byField(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ id: session.id, ...edit }, { onSuccess: close });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <PlaceFields edit={edit} setEdit={setEdit} problems={problems} />
      {!problems["variety"] && <Problem tried="form" error={open.error} />}
      <ActOrNot busy={open.isPending} onNot={close}>
        <Trans>Open the place</Trans>
      </ActOrNot>
    </form>
  );
}
