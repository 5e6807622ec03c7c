import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "react-router";
import { useAct } from "../../lib/useAct";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { CancelForm } from "./CancelForm";
import { CloseOut } from "./CloseOut";
import { ModeForm } from "./ModeForm";
import { MoveForm } from "./MoveForm";
import { OpenPlace } from "./OpenPlace";
import { acts } from "./acts";
import type { Session } from "./queries";

/** A partner's proposal, and the team's two answers. */
function Proposal({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const accept = useAct(acts.acceptChange);
  const refuse = useAct(acts.refuseChange);
  const proposed = session.proposed_change;
  if (!proposed) return null;
  const when = momentWords(proposed.starts_at, i18n.locale, session.site.time_zone);
  return (
    <div className="note stack-tight" data-kind="warning">
      <p>
        <Trans>
          The partner proposes {when}, {proposed.people_expected} people.
        </Trans>{" "}
        <UserText>{proposed.note}</UserText>
      </p>
      <div className="row">
        <Act busy={accept.isPending} onClick={() => accept.mutate(session.id)}>
          <Trans>Accept the change</Trans>
        </Act>
        <Act variant="default" busy={refuse.isPending} onClick={() => refuse.mutate(session.id)}>
          <Trans>Leave it as it was</Trans>
        </Act>
      </div>
      <Problem error={accept.error ?? refuse.error} />
    </div>
  );
}

type Form = "mode" | "move" | "place" | "cancel" | "close";

/** Everything the team can do with one session; which of it, the server says. */
export function SessionActs({ session }: { session: Session }) {
  const [open, setOpen] = useState<Form | null>(null);
  const cancel = useAct(acts.cancelSession);
  const may = (action: Session["allowed_actions"][number]) => session.allowed_actions.includes(action);
  const close = () => setOpen(null);
  return (
    <div className="stack">
      <Proposal session={session} />
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
