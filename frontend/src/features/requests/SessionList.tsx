import { useMediaQuery } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { dayWords } from "../../lib/time/words";
import { Hours } from "../../ui/Hours";
import { UserText } from "../../ui/UserText";
import { MODES } from "../../ui/words";
import type { Session } from "./queries";
import "../../ui/table.css";
import { CoverWords, NextWords, SessionStatus } from "./SessionStatus";

/** Where a session is read; a draft is written on. */
export function placeOf(session: Session): string {
  return session.state === "draft" ? `/partner/ask/${session.id}` : `/partner/sessions/${session.id}`;
}

function When({ session: { starts_at, ends_at, site, mode } }: { session: Session }) {
  const { i18n } = useLingui();
  return (
    <>
      {dayWords(starts_at, i18n.locale, site.time_zone)} ·{" "}
      <Hours start={starts_at} end={ends_at} zone={site.time_zone} />
      {mode !== "in_person" && <> · {i18n._(MODES[mode])}</>}
    </>
  );
}

function Card({ session }: { session: Session }) {
  return (
    <li>
      <article className="card session-card">
        <div className="row between">
          <SessionStatus session={session} />
        </div>
        <div>
          <h2>
            <Link to={placeOf(session)} className="whole">
              <UserText>{session.group.name}</UserText>
            </Link>
          </h2>
          <p>
            <When session={session} />
          </p>
        </div>
        <p className="soft lines">
          <CoverWords session={session} />
          <NextWords session={session} />
        </p>
      </article>
    </li>
  );
}

function Line({ session }: { session: Session }) {
  return (
    <tr>
      <th scope="row">
        <Link to={placeOf(session)}>
          <When session={session} />
        </Link>
      </th>
      <td>
        <UserText>{session.group.name}</UserText>
      </td>
      <td>
        <SessionStatus session={session} />
      </td>
      <td>
        <CoverWords session={session} />
      </td>
      <td>
        <NextWords session={session} />
      </td>
    </tr>
  );
}

/** Sessions: cards on a phone, a table at a desk. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const wide = useMediaQuery("(min-width: 60rem)", false, { getInitialValueInEffect: false });
  if (!wide)
    return (
      <ul className="stack">
        {sessions.map((session) => (
          <Card key={session.id} session={session} />
        ))}
      </ul>
    );
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">
            <Trans>When</Trans>
          </th>
          <th scope="col">
            <Trans>Group</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">
            <Trans>Interpreters</Trans>
          </th>
          <th scope="col">
            <Trans>Next</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <Line key={session.id} session={session} />
        ))}
      </tbody>
    </table>
  );
}
