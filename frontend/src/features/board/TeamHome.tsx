import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { byField } from "../../api/errors";
import { dateWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { VISIT_STATES } from "../../ui/words";
import { acts, useAct, useVisits, type Visit } from "./queries";
import "./board.css";

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

function OneVisit({ visit }: { visit: Visit }) {
  const { i18n } = useLingui();
  const { counts } = visit;
  return (
    <li className="card visit-row">
      <div>
        <h2>
          <Link to={`/team/visits/${visit.id}`}>{dateWords(visit.day, i18n.locale)}</Link>
        </h2>
        {counts && (
          <p className="soft">
            <Trans>
              {counts.scheduled + counts.confirmed} sessions, {counts.shifts} places
            </Trans>
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
            <Trans>{counts.shifts_open} places empty</Trans>
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
          const open = found
            .filter((visit) => visit.state === "planning" || visit.state === "confirmed")
            .toReversed();
          const over = found.filter((visit) => visit.state === "done" || visit.state === "cancelled");
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
                  <ul className="stack-tight">
                    {over.map((visit) => (
                      <OneVisit key={visit.id} visit={visit} />
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
