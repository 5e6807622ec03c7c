import { Trans, useLingui } from "@lingui/react/macro";
import { useAct } from "../../lib/useAct";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import type { Session } from "./queries";

/** A partner's proposal, and the team's two answers. */
export function Proposal({ session }: { session: Session }) {
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
