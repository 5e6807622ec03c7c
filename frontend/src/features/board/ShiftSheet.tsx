import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { momentWords } from "../../lib/time/words";
import { Clocks } from "../../ui/Hours";
import { SideSheet } from "../../ui/SideSheet";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, PAY, VARIETIES } from "../../ui/words";
import { AskedPerson } from "./AskedPerson";
import { Candidates } from "./Candidates";
import { Decide } from "./Decide";
import { GiveFirst } from "./GiveFirst";
import { PlaceActs } from "./PlaceActs";
import type { Session, Shift } from "./queries";
import { QUALITIES, STRENGTHS } from "./qualities";
import { Ticket } from "./Ticket";

/** Who has the place, what stands in the way, who decided. */
function Holder({ shift, zone }: { shift: Shift; zone: string }) {
  const { i18n } = useLingui();
  const promised = shift.promised_until && momentWords(shift.promised_until, i18n.locale, zone);
  return (
    <>
      {shift.holder && (
        <p className="note" data-kind="good">
          <Trans>
            <UserText>{shift.holder.name}</UserText> has this place
          </Trans>
        </p>
      )}
      {promised && (
        <p className="note">
          <Trans>Kept for the first on standby until {promised}</Trans>
        </p>
      )}
      {shift.blocks.map(({ code, message }) => (
        <p key={code} className="note" data-kind="warning">
          <strong>
            <Trans>Hard rule:</Trans>
          </strong>{" "}
          {message}
        </p>
      ))}
      {shift.override && (
        <p className="note">
          <Trans>
            Decided by <UserText>{shift.override.by_name}</UserText>:{" "}
            <UserText>{shift.override.reason}</UserText>
          </Trans>
        </p>
      )}
      {shift.holder && shift.blocks.length > 0 && shift.allowed_actions.includes("override") && (
        <Decide shift={shift} interpreter={shift.holder.id} />
      )}
    </>
  );
}

/** What the place asks for, in one line. */
function Wanted({ shift }: { shift: Shift }) {
  const { i18n } = useLingui();
  return (
    <ul className="row small soft">
      <li>{i18n._(PAY[shift.pay])}</li>
      {shift.qualities.map(({ what, strength }) => (
        <li key={what}>
          {i18n._(QUALITIES[what])} ({i18n._(STRENGTHS[strength])})
          {what === "named" && shift.named && (
            <>
              : <UserText>{shift.named.name}</UserText>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  shift: Shift;
  session: Session;
  giving: boolean;
  stopGiving: () => void;
  close: () => void;
}

/** One place: who holds it, who was asked, who could be. */
export function ShiftSheet({ shift, session, giving, stopGiving, close }: Props) {
  const { i18n } = useLingui();
  const zone = session.site.time_zone;
  const language =
    i18n._(LANGUAGES[shift.language]) + (shift.variety ? ` (${i18n._(VARIETIES[shift.variety])})` : "");
  return (
    <SideSheet title={language} close={close}>
      <div className="stack-tight">
        <p>
          <UserText>{session.group.name}</UserText> ·{" "}
          <Clocks start={shift.block.starts_at} end={shift.block.ends_at} zone={zone} />
        </p>
        <Wanted shift={shift} />
      </div>
      {session.mode !== "remote" && <Ticket shift={shift} />}
      {giving && <GiveFirst shift={shift} stop={stopGiving} />}
      <Holder shift={shift} zone={zone} />
      <PlaceActs shift={shift} session={session} />
      {shift.offers.length > 0 && (
        <section className="stack-tight">
          <h3>
            <Trans>Asked</Trans>
          </h3>
          <ul className="stack">
            {shift.offers.map((asked) => (
              <AskedPerson key={asked.id} asked={asked} zone={zone} />
            ))}
          </ul>
        </section>
      )}
      {shift.allowed_actions.includes("ask") && <Candidates shift={shift} zone={zone} />}
      <Link to={`/team/journal?thing=${shift.id}`} className="small">
        <Trans>What happened with this place</Trans>
      </Link>
    </SideSheet>
  );
}
