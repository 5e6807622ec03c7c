import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Hours } from "../../ui/Hours";
import { StatusNote } from "../../ui/StatusNote";
import { Fetched, Unread } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { SESSION_STATES } from "../../ui/words";
import { CopyForPartner } from "./CopyMessage";
import { type Session, useCalledOff, useOneSession } from "./queries";
import { PeopleToTell } from "./ToTell";

/** Everyone who was asked for a place of it, or had one. */
function WhoWasBooked({ id }: { id: string }) {
  const session = useOneSession(id);
  return (
    <Fetched query={session}>
      {({ shifts }) => <PeopleToTell shifts={shifts} kinds={["cancelling"]} />}
    </Fetched>
  );
}

function Line({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <article className="card" aria-label={session.group.name}>
      <div className="row between">
        <div>
          <h3>
            <UserText>{session.group.name}</UserText>
          </h3>
          <p className="soft">
            <UserText>{session.agency.name}</UserText> ·{" "}
            <Hours start={session.starts_at} end={session.ends_at} zone={session.site.time_zone} />
          </p>
        </div>
        <StatusNote kind="over">{i18n._(SESSION_STATES[session.state])}</StatusNote>
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Trans>Who is to be told</Trans>
        </summary>
        {open && (
          <div className="stack">
            <CopyForPartner session={session.id} />
            <WhoWasBooked id={session.id} />
          </div>
        )}
      </details>
    </article>
  );
}

/** What does not take place on the day after all: those without an account are told by whoever reads this. */
export function CalledOff({ visit }: { visit: string }) {
  const found = useCalledOff(visit);
  const sessions = found.data ?? [];
  if (sessions.length === 0) return <Unread of={found} />;
  return (
    <section className="stack-tight">
      <h2>
        <Trans>Does not take place</Trans>
      </h2>
      {sessions.map((session) => (
        <Line key={session.id} session={session} />
      ))}
    </section>
  );
}
