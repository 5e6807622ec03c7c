import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { EmptyState, Fetched } from "../../ui/states";
import { type Session, useMySessions } from "./queries";
import { SessionCard } from "./SessionCard";

const OVER = new Set<Session["state"]>(["declined", "withdrawn", "cancelled", "held"]);

const soonest = (a: Session, b: Session) => a.starts_at.localeCompare(b.starts_at);

/** What is to come, soonest first; then what was, latest first. */
export function arranged(sessions: Session[]): { coming: Session[]; before: Session[] } {
  return {
    coming: sessions.filter((session) => !OVER.has(session.state)).toSorted(soonest),
    before: sessions.filter((session) => OVER.has(session.state)).toSorted((a, b) => soonest(b, a)),
  };
}

function Listed({ title, sessions }: { title: ReactNode; sessions: Session[] }) {
  if (sessions.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} />
      ))}
    </section>
  );
}

export function PartnerHome() {
  const sessions = useMySessions();
  return (
    <>
      <div className="row between">
        <h1>
          <Trans>My sessions</Trans>
        </h1>
        <Button component={Link} to="/partner/ask" size="md" mih={48}>
          <Trans>Ask for a session</Trans>
        </Button>
      </div>
      <Fetched query={sessions}>
        {(found) => {
          const { coming, before } = arranged(found);
          return found.length ? (
            <>
              <Listed title={<Trans>To come</Trans>} sessions={coming} />
              <Listed title={<Trans>Before</Trans>} sessions={before} />
            </>
          ) : (
            <EmptyState title={<Trans>No session yet</Trans>}>
              <p>
                <Trans>Ask for the first one; it takes two minutes.</Trans>
              </p>
            </EmptyState>
          );
        }}
      </Fetched>
    </>
  );
}
