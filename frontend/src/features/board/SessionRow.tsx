import { Trans, useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { Clocks } from "../../ui/Hours";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { MODES, SESSION_STATES } from "../../ui/words";
import { GroupRules } from "./GroupRules";
import { Place, Recently } from "./Place";
import type { Session } from "./queries";
import { Needs, SessionFacts } from "./RequestCard";
import { SessionActs } from "./SessionActs";
import { ToTell } from "./ToTell";
import type { Change } from "./useRecent";
import { Warnings } from "./Warnings";

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

interface Props {
  session: Session;
  warnings: Schema["BoardWarning"][];
  opened: string | null;
  recent: ReadonlyMap<string, Change>;
  open: (id: string) => void;
}

/** A session as a row of the board: when and how, who, its places, what to mind. */
export function SessionRow({ session, warnings, opened, recent, open }: Props) {
  const { i18n } = useLingui();
  const zone = session.site.time_zone;
  const change = recent.get(session.id);
  return (
    <article
      className={change ? "card session-row flash" : "card session-row"}
      aria-label={session.group.name}
    >
      <div className="session-when">
        <strong className="session-hours">
          <Clocks start={session.starts_at} end={session.ends_at} zone={zone} />
        </strong>
        <SessionState session={session} />
        {session.mode !== "in_person" && <span className="tag">{i18n._(MODES[session.mode])}</span>}
        {change && <Recently change={change} />}
      </div>
      <div className="session-who">
        <h2>
          <UserText>{session.group.name}</UserText>
        </h2>
        <p className="soft">
          <UserText>{session.agency.name}</UserText> · <UserText>{session.site.area}</UserText>
        </p>
        <p className="soft small">
          <Needs session={session} />
          <GroupRules {...session.group} />
        </p>
      </div>
      <div className="session-places">
        <p className="soft small">
          <Trans>
            {session.cover.filled} of {session.cover.shifts} said yes
          </Trans>
        </p>
        <div className="places">
          {session.shifts.map((shift) => (
            <Place
              key={shift.id}
              shift={shift}
              session={session}
              opened={opened === shift.id}
              change={recent.get(shift.id)}
              open={() => open(shift.id)}
            />
          ))}
        </div>
      </div>
      <Warnings warnings={warnings} zone={zone} />
      <details>
        <summary>
          <Trans>Details and changes</Trans>
        </summary>
        <div className="stack session-more">
          <SessionFacts session={session} />
          <ToTell session={session} />
          <SessionActs session={session} />
        </div>
      </details>
    </article>
  );
}
