import { Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useRef, useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useParameters } from "../../lib/useParameters";
import { changeWords } from "../../desk/changes";
import { EmptyState, Fetched } from "../../ui/states";
import { BoardFilters } from "./BoardFilters";
import { BoardHead } from "./BoardHead";
import { BoardSkeleton } from "./BoardSkeleton";
import { chosen, FILTER_NAMES, narrows, readFilters } from "./filters";
import { CalledOff } from "./CalledOff";
import { KeysHelp } from "./KeysHelp";
import { type Board, useBoard, type Visit } from "./queries";
import { RequestCard } from "./RequestCard";
import { SessionRow } from "./SessionRow";
import { ShiftSheet } from "./ShiftSheet";
import { useHeldOrder } from "./useHeldOrder";
import { useKeys } from "./useKeys";
import { type Change, useRecent } from "./useRecent";
import { useWalk } from "./useWalk";
import "./board.css";

/** The board's part of the address: what is shown of it, and the place that is open. */
function useAddress() {
  const [params, change] = useParameters();
  const set = (name: string, value: string | null, replace = true) =>
    change(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace },
    );
  const clear = () =>
    change((before) => {
      const after = new URLSearchParams(before);
      for (const name of FILTER_NAMES) after.delete(name);
      return after;
    });
  return { opened: params.get("place"), filters: readFilters(params), set, clear };
}

/** Said aloud, once, for those who do not see the mark. */
function Newest({ newest }: { newest: Change | undefined }) {
  const { i18n } = useLingui();
  return (
    <p className="visually-hidden" role="status">
      {newest && `${newest.by_name ?? ""} ${i18n._(changeWords(newest.type, newest.kind))}`}
    </p>
  );
}

function Requests({ requests }: { requests: Board["requests"] }) {
  if (requests.length === 0) return null;
  return (
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
  );
}

/** Of a day that is cancelled or over there is nothing to put on it any more. */
function Nothing({ visit }: { visit: Visit }) {
  if (visit.state !== "planning" && visit.state !== "confirmed") return null;
  return (
    <EmptyState title={<Trans>Nothing is on this day yet</Trans>}>
      <Link to="/team/requests">
        <Trans>See what is requested</Trans>
      </Link>
    </EmptyState>
  );
}

/** Which place is open, and whether the act that a key began in it asks its question. */
function usePlace(root: RefObject<HTMLDivElement | null>, address: ReturnType<typeof useAddress>) {
  const { opened, set } = address;
  const [giving, setGiving] = useState<string | null>(null);
  const open = (id: string) => set("place", id, opened !== null);
  const walk = useWalk({ board: root, opened, open });
  const close = () => {
    setGiving(null);
    set("place", null);
    walk.focus(opened);
  };
  const give = () => {
    const id = opened ?? walk.here();
    if (!id) return;
    setGiving(id);
    if (id !== opened) open(id);
  };
  return { opened, open, close, walk, giving, give, stopGiving: () => setGiving(null) };
}

function OrderIsKept({ sortAnew }: { sortAnew: () => void }) {
  return (
    <p className="row small">
      <Trans>The order is kept while you work.</Trans>
      <button type="button" className="plain" onClick={sortAnew}>
        <Trans>Sort anew</Trans>
      </button>
    </p>
  );
}

function KeysHint() {
  return (
    <p className="soft board-keys">
      <Trans>
        Keys: ↑ and ↓ walk, Enter opens, <kbd>?</kbd> shows all of them.
      </Trans>
    </p>
  );
}

function NoneLikeThat({ clear }: { clear: () => void }) {
  return (
    <EmptyState title={<Trans>No session is like that</Trans>}>
      <button type="button" className="plain" onClick={clear}>
        <Trans>Show all</Trans>
      </button>
    </EmptyState>
  );
}

interface RowsProps {
  rows: Board["sessions"];
  warnings: Board["warnings"];
  opened: string | null;
  recent: ReturnType<typeof useRecent>["recent"];
  open: (id: string) => void;
}

function Rows({ rows, warnings, ...more }: RowsProps) {
  return rows.map((row) => (
    <SessionRow
      key={row.id}
      session={row}
      warnings={warnings.filter((warning) => warning.session === row.id)}
      {...more}
    />
  ));
}

function BoardScreen({ board }: { board: Board }) {
  const navigate = useNavigate();
  const address = useAddress();
  const { filters, set, clear } = address;
  const root = useRef<HTMLDivElement>(null);
  const { opened, open, close, walk, giving, give, stopGiving } = usePlace(root, address);
  const search = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const { visit, sessions, requests, warnings } = board;
  const { recent, newest } = useRecent(board.changes);
  const order = useHeldOrder(chosen(sessions, filters), JSON.stringify([visit.id, filters]));

  const confirms = visit.allowed_actions.some((action) => action === "confirm" || action === "confirm_rest");
  useKeys({
    ArrowDown: () => walk.step(1),
    ArrowUp: () => walk.step(-1),
    j: () => walk.step(1),
    k: () => walk.step(-1),
    a: give,
    c: () => confirms && void navigate(`/team/visits/${visit.id}/confirm`),
    n: () => set("first", filters.first ? null : "gaps"),
    "/": () => search.current?.focus(),
    "?": () => setHelp(true),
  });

  const rows = order.ids.flatMap((id) => sessions.find((session) => session.id === id) ?? []);
  const shift = sessions.flatMap((session) => session.shifts).find(({ id }) => id === opened);
  const session = shift && sessions.find(({ id }) => id === shift.session);
  return (
    <div
      className="board"
      data-sheet={shift ? true : undefined}
      ref={root}
      onFocus={(event) => {
        const id = (event.target as HTMLElement).dataset["id"];
        if (id) walk.goTo(id);
      }}
    >
      <div className="board-main">
        <BoardHead board={board} />
        <Requests requests={requests} />
        {sessions.length === 0 ? (
          <Nothing visit={board.visit} />
        ) : (
          <BoardFilters
            filters={filters}
            sessions={sessions}
            shown={rows.length}
            search={search}
            choose={(name, value) => set(name, value)}
            clear={clear}
          />
        )}
        {order.outdated && <OrderIsKept sortAnew={order.sortAnew} />}
        {sessions.length > 0 && rows.length === 0 && narrows(filters) && <NoneLikeThat clear={clear} />}
        <Rows rows={rows} warnings={warnings} opened={opened} recent={recent} open={open} />
        <CalledOff visit={visit.id} />
        <Newest newest={newest} />
        <KeysHint />
      </div>
      {shift && session && (
        <ShiftSheet
          key={shift.id}
          shift={shift}
          session={session}
          giving={giving === shift.id}
          stopGiving={stopGiving}
          close={close}
        />
      )}
      {help && <KeysHelp close={() => setHelp(false)} />}
    </div>
  );
}

/** A day at a glance: every session, every place, every person; gaps dashed, what to mind beside it. */
export function BoardPage() {
  const { visitId = "" } = useParams();
  const board = useBoard(visitId);
  return (
    <Fetched aged whole query={board} skeleton={<BoardSkeleton />}>
      {(found) => <BoardScreen key={found.visit.id} board={found} />}
    </Fetched>
  );
}
