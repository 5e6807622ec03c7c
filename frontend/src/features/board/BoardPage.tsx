import { Button } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { dateWords, foreignZone } from "../../lib/time/words";
import { EmptyState, Fetched } from "../../ui/states";
import { type Board, useBoard } from "./queries";
import { RequestCard } from "./RequestCard";
import { SessionRow } from "./SessionRow";
import { ShiftSheet } from "./ShiftSheet";
import { Therapists } from "./Therapists";
import { VisitStatus } from "./TeamHome";
import { CancelDay } from "./CancelDay";
import "./board.css";

/** ↑ and ↓ walk from place to place, wherever on the board they are. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const places = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button.place")];
  if (places.length === 0 || (event.target as HTMLElement).closest("input, select, textarea")) return;
  const chosen = places.findIndex((place) => place.dataset["open"] === "true");
  const at = places.indexOf(document.activeElement as HTMLButtonElement);
  const from = at >= 0 ? at : chosen;
  const to = Math.min(Math.max(from + (event.key === "ArrowDown" ? 1 : -1), 0), places.length - 1);
  event.preventDefault();
  places[to]?.focus();
  // With the sheet open, walking shows the next place in it.
  if (chosen >= 0) places[to]?.click();
}

function Summary({ board }: { board: Board }) {
  const { i18n } = useLingui();
  const { counts, day, state, time_zone } = board.visit;
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

function BoardScreen({ board }: { board: Board }) {
  const { i18n } = useLingui();
  const [params, setParams] = useSearchParams();
  const opened = params.get("place");
  const returnTo = useRef<HTMLElement | null>(null);
  const { visit, sessions, requests, warnings } = board;
  const open = (id: string) => {
    returnTo.current = document.activeElement as HTMLElement | null;
    setParams({ place: id }, { replace: opened !== null });
  };
  const close = () => {
    setParams({}, { replace: true });
    returnTo.current?.focus();
  };
  const shift = sessions.flatMap((session) => session.shifts).find(({ id }) => id === opened);
  const session = shift && sessions.find(({ id }) => id === shift.session);
  const confirms = visit.allowed_actions.some((action) => action === "confirm" || action === "confirm_rest");
  return (
    // Arrows are handled where they bubble to; every place is a button of its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="board" data-sheet={shift ? true : undefined} onKeyDown={walk}>
      <div className="stack board-main">
        <header className="stack-tight">
          <div className="row between">
            <h1>{dateWords(visit.day, i18n.locale)}</h1>
            <VisitStatus visit={visit} />
          </div>
          <Summary board={board} />
          <Therapists visit={visit} />
          <div className="row">
            {confirms && sessions.some(({ state }) => state === "scheduled") && (
              <Button component={Link} to={`/team/visits/${visit.id}/confirm`} size="md" mih={48}>
                {visit.state === "planning" ? (
                  <Trans>Confirm the day</Trans>
                ) : (
                  <Trans>Confirm the rest</Trans>
                )}
              </Button>
            )}
            {visit.allowed_actions.includes("cancel") && <CancelDay visit={visit} />}
          </div>
        </header>
        {requests.length > 0 && (
          <section className="stack-tight">
            <h2>
              <Trans>Requested for this day</Trans>
            </h2>
            <div className="requests">
              {requests.map((request) => (
                <RequestCard key={request.id} session={request} />
              ))}
            </div>
          </section>
        )}
        {sessions.length === 0 && (
          <EmptyState title={<Trans>Nothing is on this day yet</Trans>}>
            <Link to="/team/requests">
              <Trans>See what is requested</Trans>
            </Link>
          </EmptyState>
        )}
        {sessions.map((row) => (
          <SessionRow
            key={row.id}
            session={row}
            warnings={warnings.filter((warning) => warning.session === row.id)}
            opened={opened}
            open={open}
          />
        ))}
        <p className="soft board-keys">
          <Trans>Keys: ↑ and ↓ walk through the places, Enter opens one, Escape closes it.</Trans>
        </p>
      </div>
      {shift && session && <ShiftSheet key={shift.id} shift={shift} session={session} close={close} />}
    </div>
  );
}

/** A day at a glance: every session, every place, every person; gaps dashed, what to mind beside it. */
export function BoardPage() {
  const { visitId = "" } = useParams();
  const board = useBoard(visitId);
  return <Fetched query={board}>{(found) => <BoardScreen board={found} />}</Fetched>;
}
