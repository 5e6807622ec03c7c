import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { today } from "../../lib/time/clock";
import { dateOfYear, dateWords } from "../../lib/time/words";
import { More } from "../../ui/More";
import { EmptyState, Fetched } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { VISIT_STATES } from "../../ui/words";
import { PlanVisit } from "./PlanVisit";
import { useVisits, type Visit } from "./queries";
import "./board.css";

/** Nothing is left to do; the sessions and places are closed and no longer counted. A day called off is still to come. */
function isOver({ state, day, time_zone }: Visit): boolean {
  return state === "done" || (state === "cancelled" && day < today(time_zone));
}

const KINDS: Record<Visit["state"], StatusKind> = {
  planning: "asked",
  confirmed: "confirmed",
  cancelled: "over",
  done: "over",
};

export function VisitStatus({ visit }: { visit: Visit }) {
  const { i18n } = useLingui();
  return <StatusNote kind={KINDS[visit.state]}>{i18n._(VISIT_STATES[visit.state])}</StatusNote>;
}

/** A day that was: one line, the years of a team soon make many. */
function PastVisit({ visit }: { visit: Visit }) {
  const { i18n } = useLingui();
  return (
    <li className="row between past-visit">
      <Link to={`/team/visits/${visit.id}`}>{dateOfYear(visit.day, i18n.locale)}</Link>
      <VisitStatus visit={visit} />
    </li>
  );
}

function OneVisit({ visit }: { visit: Visit }) {
  const { i18n } = useLingui();
  const { counts } = visit;
  return (
    <li className="card visit-row">
      <div>
        <h2>
          <Link to={`/team/visits/${visit.id}`}>{dateWords(visit.day, i18n.locale)}</Link>
        </h2>
        {counts && counts.shifts > 0 && (
          <p className="soft">
            <Plural value={counts.scheduled + counts.confirmed} one="# session" other="# sessions" />
            {" · "}
            <Plural value={counts.shifts} one="# place" other="# places" />
          </p>
        )}
      </div>
      <div className="row">
        {counts && counts.requested > 0 && (
          <StatusNote kind="asked">
            <Trans>{counts.requested} requested</Trans>
          </StatusNote>
        )}
        {counts && counts.shifts_open > 0 && (
          <StatusNote kind="gap">
            <Plural value={counts.shifts_open} one="# place empty" other="# places empty" />
          </StatusNote>
        )}
        <VisitStatus visit={visit} />
      </div>
    </li>
  );
}

/** The days: those to come, soonest first; then those that were. */
export function TeamHome() {
  const visits = useVisits();
  return (
    <>
      <h1>
        <Trans>Fridays</Trans>
      </h1>
      <Fetched aged query={visits}>
        {(found) => {
          const open = found.filter((visit) => !isOver(visit)).toReversed();
          const over = found.filter(isOver);
          return (
            <>
              {open.length === 0 && (
                <EmptyState title={<Trans>No day is planned</Trans>}>
                  <p>
                    <Trans>Plan one below: partners can ask for it then.</Trans>
                  </p>
                </EmptyState>
              )}
              <ul className="stack-tight">
                {open.map((visit) => (
                  <OneVisit key={visit.id} visit={visit} />
                ))}
              </ul>
              <PlanVisit visits={found} />
              {over.length > 0 && (
                <section className="stack-tight">
                  <h2>
                    <Trans>Before</Trans>
                  </h2>
                  <ul className="card past-visits">
                    {over.map((visit) => (
                      <PastVisit key={visit.id} visit={visit} />
                    ))}
                  </ul>
                </section>
              )}
              <More of={visits} />
            </>
          );
        }}
      </Fetched>
    </>
  );
}
