import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "react-router";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { CancelForm } from "./CancelForm";
import { CloseOut } from "./CloseOut";
import { ModeForm } from "./ModeForm";
import { MoveForm } from "./MoveForm";
import { OnBehalf } from "./OnBehalf";
import { OpenPlace } from "./OpenPlace";
import { Proposal } from "./Proposal";
import { acts } from "./acts";
import type { Session } from "./queries";

type Form = "mode" | "move" | "there" | "place" | "cancel" | "close";

/** Everything the team can do with one session; which of it, the server says. */
export function SessionActs({ session }: { session: Session }) {
  const [open, setOpen] = useState<Form | null>(null);
  const cancel = useAct(acts.cancelSession);
  const may = (action: Session["allowed_actions"][number]) => session.allowed_actions.includes(action);
  const close = () => setOpen(null);
  return (
    <div className="stack">
      <Proposal session={session} move={() => setOpen("there")} />
      {open === null && (
        <div className="row">
          {may("open_shift") && (
            <Act variant="default" onClick={() => setOpen("place")}>
              <Trans>Open another place</Trans>
            </Act>
          )}
          {may("change_mode") && (
            <Act variant="default" onClick={() => setOpen("mode")}>
              <Trans>Hold it another way</Trans>
            </Act>
          )}
          {may("move") && (
            <Act variant="default" onClick={() => setOpen("move")}>
              <Trans>Move</Trans>
            </Act>
          )}
          <OnBehalf session={session} />
          <Link to={`/team/journal?thing=${session.id}`}>
            <Trans>What happened</Trans>
          </Link>
          {may("close") && (
            <Act variant="default" onClick={() => setOpen("close")}>
              <Trans>Close out</Trans>
            </Act>
          )}
          {may("cancel") && (
            <Act variant="subtle" onClick={() => setOpen("cancel")}>
              <Trans>Cancel the session</Trans>
            </Act>
          )}
        </div>
      )}
      {open === "mode" && <ModeForm session={session} close={close} />}
      {open === "place" && <OpenPlace session={session} close={close} />}
      {open === "move" && <MoveForm session={session} close={close} />}
      {open === "there" && (
        <MoveForm session={session} to={session.proposed_change ?? session} close={close} />
      )}
      {open === "close" && <CloseOut session={session} close={close} />}
      {open === "cancel" && (
        <CancelForm
          title={<Trans>The partner and everyone booked for it are told.</Trans>}
          busy={cancel.isPending}
          error={cancel.error}
          send={(given) => cancel.mutate({ id: session.id, ...given })}
          close={close}
        />
      )}
    </div>
  );
}
