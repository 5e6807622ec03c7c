import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "react-router";
import { Clocks } from "../../ui/Hours";
import { EmptyState, Fetched } from "../../ui/states";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { CloseOut } from "./CloseOut";
import { type Board, type Session, useBoard } from "./queries";
import "./board.css";
import { Names } from "../../ui/Names";

function OneSession({ session }: { session: Session }) {
  return (
    <li className="card">
      <div className="row between">
        <h2>
          <Clocks start={session.starts_at} end={session.ends_at} zone={session.site.time_zone} />{" "}
          <UserText>{session.group.name}</UserText>
        </h2>
        {session.state === "held" && (
          <StatusNote kind="over">
            <Trans>Held</Trans>
          </StatusNote>
        )}
      </div>
      {session.state === "confirmed" &&
        (session.allowed_actions.includes("close") ? (
          <CloseOut session={session} />
        ) : (
          <p className="soft">
            <Trans>It has not begun yet: who came can be said from then on.</Trans>
          </p>
        ))}
      {session.state === "scheduled" && (
        <p className="soft">
          <Trans>It was never confirmed: move or cancel it on the board.</Trans>
        </p>
      )}
      {session.state === "held" && <Held session={session} />}
    </li>
  );
}

function Held({ session }: { session: Session }) {
  const came = session.shifts
    .filter(({ state }) => state === "worked")
    .map(({ holder }) => holder?.name ?? "");
  return (
    <p className="soft">
      {came.length > 0 && (
        <Trans>
          Came: <Names of={came} />.
        </Trans>
      )}{" "}
      {session.debrief_offered === true && <Trans>A debrief was offered.</Trans>}
      {session.debrief_offered === false && <Trans>No debrief was offered.</Trans>}
    </p>
  );
}

function Day({ board }: { board: Board }) {
  const back = `/team/visits/${board.visit.id}`;
  if (board.sessions.length === 0)
    return (
      <EmptyState title={<Trans>Nothing is on this day</Trans>}>
        <Link to={back}>
          <Trans>Back to the board</Trans>
        </Link>
      </EmptyState>
    );
  return (
    <div className="stack confirm">
      <ul className="stack">
        {board.sessions.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </ul>
      <Link to={back}>
        <Trans>Back to the board</Trans>
      </Link>
    </div>
  );
}

/** After the day: who came, session by session. */
export function CloseOutPage() {
  const { visitId = "" } = useParams();
  const board = useBoard(visitId);
  return (
    <>
      <h1>
        <Trans>Who came</Trans>
      </h1>
      <Fetched aged query={board}>
        {(found) => <Day board={found} />}
      </Fetched>
    </>
  );
}
