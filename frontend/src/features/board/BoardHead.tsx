import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { dateWords, foreignZone } from "../../lib/time/words";
import { UserText } from "../../ui/UserText";
import { CANCEL_REASONS } from "../../ui/words";
import { DayActs } from "./DayActs";
import { DutyPhone } from "./DutyPhone";
import type { Board, Visit } from "./queries";
import { VisitStatus } from "./TeamHome";
import { Therapists } from "./Therapists";
import { Warnings } from "./Warnings";

function Summary({ visit }: { visit: Visit }) {
  const { i18n } = useLingui();
  const { counts, day, state, time_zone } = visit;
  // Of a day that was, what is still planned says nothing.
  if (!counts || state === "done" || state === "cancelled") return null;
  // Once for the whole board, whose hours are all those of the place.
  const zone = foreignZone(time_zone, i18n.locale, `${day}T12:00:00Z`);
  return (
    <p className="soft">
      <Plural value={counts.scheduled + counts.confirmed} one="# session" other="# sessions" />
      {" · "}
      <Plural value={counts.shifts} one="# place" other="# places" />
      {" · "}
      <Plural value={counts.shifts_open} _0="no place empty" one="# place empty" other="# places empty" />
      {zone && ` · ${zone}`}
    </p>
  );
}

/** Why the day does not happen, or what is special about it. */
function Circumstances({ visit }: { visit: Visit }) {
  const { i18n } = useLingui();
  const reason = visit.reason;
  const code = reason && (CANCEL_REASONS[reason.code as keyof typeof CANCEL_REASONS] ?? null);
  return (
    <>
      {reason && (
        <div className="note">
          {code && <p>{i18n._(code)}</p>}
          {reason.note && (
            <p>
              <UserText>{reason.note}</UserText>
            </p>
          )}
        </div>
      )}
      {visit.team_cannot_travel && (
        <p className="note" data-kind="warning">
          <Trans>The team cannot travel on this day.</Trans>
        </p>
      )}
      {visit.deputy && (
        <p className="soft">
          <Trans>
            Deputy of the day: <UserText>{visit.deputy.name}</UserText>
          </Trans>
        </p>
      )}
    </>
  );
}

/** The day itself: its state, who goes, what to mind about it, and what can be done with all of it at once. */
export function BoardHead({ board }: { board: Board }) {
  const { i18n } = useLingui();
  const { visit, sessions, warnings } = board;
  return (
    <header className="board-head">
      <div className="stack-tight">
        <div className="row">
          <h1>{dateWords(visit.day, i18n.locale)}</h1>
          <VisitStatus visit={visit} />
          <Link to={`/team/visits/${visit.id}/sheet`}>
            <Trans>Friday sheet</Trans>
          </Link>
          <Link to={`/team/journal?thing=${visit.id}`}>
            <Trans>What happened</Trans>
          </Link>
        </div>
        <Summary visit={visit} />
        <Circumstances visit={visit} />
        <Warnings warnings={warnings.filter(({ session }) => session === null)} zone={visit.time_zone} />
        <DayActs visit={visit} sessions={sessions} />
      </div>
      <div className="stack-tight">
        <Therapists visit={visit} />
        <DutyPhone visit={visit} />
      </div>
    </header>
  );
}
