import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { byField } from "../../../api/errors";
import { FreeText } from "../../../desk/FreeText";
import { Act } from "../../../ui/Act";
import { Problem } from "../../../ui/states";
import { useWithdraw } from "../mutations";
import type { Session } from "../queries";
import { ProposeForm } from "./ProposeForm";
import { TakeChangeBack } from "./TakeChangeBack";

function TakeBack({ session, close }: { session: Session; close: () => void }) {
  const { t } = useLingui();
  const withdraw = useWithdraw();
  const [note, setNote] = useState("");
  const refused = byField(withdraw.error)["note"];
  return (
    <div className="note stack-tight" data-kind="warning">
      <p>
        <Trans>Everyone who said yes to this session will be told. Take it back?</Trans>
      </p>
      <FreeText
        id="note"
        label={t`Why (if you like)`}
        maxLength={500}
        value={note}
        error={refused}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {!refused && <Problem tried="form" error={withdraw.error} />}
      <div className="row">
        <Act
          color="red"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: session.id, note }, { onSuccess: close })}
        >
          <Trans>Yes, take it back</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Keep it</Trans>
        </Act>
      </div>
    </div>
  );
}

/** What a partner can do about a session they sent. */
export function Acts({ session }: { session: Session }) {
  const [open, setOpen] = useState<"change" | "back" | "withdraw" | null>(null);
  const may = (action: Session["allowed_actions"][number]) => session.allowed_actions.includes(action);
  const close = () => setOpen(null);
  if (open === "change") return <ProposeForm session={session} close={close} />;
  if (open === "back") return <TakeChangeBack session={session} close={close} />;
  if (open === "withdraw") return <TakeBack session={session} close={close} />;
  if (!may("propose_change") && !may("withdraw")) return null;
  return (
    <div className="row">
      {may("propose_change") && (
        <Act variant="default" onClick={() => setOpen("change")}>
          <Trans>Propose a change</Trans>
        </Act>
      )}
      {may("withdraw_change") && (
        <Act variant="default" onClick={() => setOpen("back")}>
          <Trans>Take the change back</Trans>
        </Act>
      )}
      {may("withdraw") && (
        <Act variant="subtle" onClick={() => setOpen("withdraw")}>
          <Trans>Take it back</Trans>
        </Act>
      )}
    </div>
  );
}
