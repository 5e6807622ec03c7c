import { TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { byField } from "../../api/errors";
import { dateOfYear, dateWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { VISIT_STATES } from "../../ui/words";
import { acts, useAct, useVisits, type Visit } from "./queries";
import "./board.css";

/** Days with nothing left to do; their sessions and places are closed and no longer counted. */
const OVER: ReadonlySet<Visit["state"]> = new Set(["done", "cancelled"]);

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

function PlanVisit() {
  const { t } = useLingui();
  const [day, setDay] = useState("");
  const plan = useAct(acts.planVisit);
  const problems = byField(plan.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day)
      plan.mutate(
        { day, time_zone: "Europe/Paris", therapists: [], deputy: null },
        { onSuccess: () => setDay("") },
      );
  };
  return (
    <form className="row" onSubmit={submit} noValidate>
      <TextInput
        label={t`Plan another day`}
        type="date"
        size="md"
        value={day}
        error={problems["day"]}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Act type="submit" variant="default" busy={plan.isPending} style={{ alignSelf: "end" }}>
        <Trans>Plan it</Trans>
      </Act>
      {!problems["day"] && <Problem error={plan.error} />}
    </form>
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
      <Fetched query={visits}>
        {(found) => {
          const open = found.filter(({ state }) => !OVER.has(state)).toReversed();
          const over = found.filter(({ state }) => OVER.has(state));
          return (
            <>
              {open.length === 0 && <EmptyState title={<Trans>No day is planned</Trans>} />}
              <ul className="stack-tight">
                {open.map((visit) => (
                  <OneVisit key={visit.id} visit={visit} />
                ))}
              </ul>
              <PlanVisit />
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
            </>
          );
        }}
      </Fetched>
    </>
  );
}
