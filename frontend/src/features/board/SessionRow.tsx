import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { Clocks } from "../../ui/Hours";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, SESSION_STATES, VARIETIES } from "../../ui/words";
import type { Session, Shift } from "./queries";
import { SessionFacts } from "./RequestCard";
import { SessionActs } from "./SessionActs";

function SessionState({ session }: { session: Session }) {
  const { i18n } = useLingui();
  if (session.cover.needs_cover)
    return (
      <StatusNote kind="gap">
        <Trans>Confirmed, finding cover</Trans>
      </StatusNote>
    );
  const kind = session.state === "confirmed" ? "confirmed" : session.state === "held" ? "over" : "yes";
  return <StatusNote kind={kind}>{i18n._(SESSION_STATES[session.state])}</StatusNote>;
}

/** What an empty place is waiting for, in a few words. */
function Waiting({ shift }: { shift: Shift }) {
  const asked = shift.offers.filter(({ state }) => state === "asked").length;
  if (asked) return <Plural value={asked} one="# person asked" other="# people asked" />;
  return <Trans>nobody asked yet</Trans>;
}

function PlaceState({ shift }: { shift: Shift }) {
  switch (shift.state) {
    case "confirmed":
      return (
        <StatusNote kind="confirmed">
          <Trans>Confirmed</Trans>
        </StatusNote>
      );
    case "taken":
      return (
        <StatusNote kind="yes">
          <Trans>Said yes</Trans>
        </StatusNote>
      );
    case "worked":
      return (
        <StatusNote kind="over">
          <Trans>Came</Trans>
        </StatusNote>
      );
    case "missed":
      return (
        <StatusNote kind="over">
          <Trans>Did not come</Trans>
        </StatusNote>
      );
    default:
      return (
        <StatusNote kind="gap">
          <Trans>Empty</Trans>
        </StatusNote>
      );
  }
}

function Place({ shift, opened, open }: { shift: Shift; opened: boolean; open: () => void }) {
  const { i18n } = useLingui();
  const standby = shift.offers.filter(({ state }) => state === "reserve").length;
  return (
    <button
      type="button"
      className="place"
      data-state={shift.state}
      data-open={opened}
      aria-expanded={opened}
      onClick={open}
    >
      <span className="place-language">
        {i18n._(LANGUAGES[shift.language])}
        {shift.variety ? ` (${i18n._(VARIETIES[shift.variety])})` : ""}
      </span>
      <span className="place-who">
        {shift.holder ? <UserText>{shift.holder.name}</UserText> : <Waiting shift={shift} />}
      </span>
      <PlaceState shift={shift} />
      {standby > 0 && (
        <span className="soft small">
          <Trans>{standby} on standby</Trans>
        </span>
      )}
      {shift.blocks.map(({ code, message }) => (
        <span key={code} className="place-block">
          ⚠ {message}
        </span>
      ))}
    </button>
  );
}

interface Props {
  session: Session;
  warnings: Schema["BoardWarning"][];
  opened: string | null;
  open: (id: string) => void;
}

/** A session as a row of the board: when, who, its places, what to mind. */
export function SessionRow({ session, warnings, opened, open }: Props) {
  return (
    <article className="card session-row" aria-label={session.group.name}>
      <header className="stack-tight">
        <div className="row between">
          <strong className="session-hours">
            <Clocks start={session.starts_at} end={session.ends_at} zone={session.site.time_zone} />
          </strong>
          <SessionState session={session} />
        </div>
        <h2>
          <UserText>{session.group.name}</UserText>
        </h2>
        <p className="soft">
          <UserText>{session.agency.name}</UserText> ·{" "}
          <Trans>
            {session.cover.filled} of {session.cover.shifts} said yes
          </Trans>
        </p>
      </header>
      <div className="places">
        {session.shifts.map((shift) => (
          <Place key={shift.id} shift={shift} opened={opened === shift.id} open={() => open(shift.id)} />
        ))}
      </div>
      {warnings.length > 0 && (
        <ul className="stack-tight small">
          {warnings
            .filter(({ shift }) => !shift)
            .map(({ code, message }, at) => (
              // The same warning may stand for two languages.
              <li key={`${code}-${String(at)}`} className="warning">
                {message}
              </li>
            ))}
        </ul>
      )}
      <details>
        <summary>
          <Trans>Details and changes</Trans>
        </summary>
        <div className="stack session-more">
          <SessionFacts session={session} />
          <SessionActs session={session} />
        </div>
      </details>
    </article>
  );
}
