import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Clocks } from "../../ui/Hours";
import { Problem } from "../../ui/states";
import { SideSheet } from "../../ui/SideSheet";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { ANSWERS, LANGUAGES, PAY, VARIETIES } from "../../ui/words";
import { Candidates } from "./Candidates";
import { CopyMessage, type MessageKind } from "./CopyMessage";
import { acts, type Asked, type Session, type Shift, useAct } from "./queries";
import { Decide } from "./Decide";

const KINDS: Partial<Record<Asked["state"], StatusKind>> = {
  asked: "asked",
  accepted: "yes",
  reserve: "asked",
};

/** Record what somebody said on the phone, or tell them that they are not needed. */
function AnswerActs({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const answer = useAct(({ act, id }: { act: (id: string) => Promise<unknown>; id: string }) => act(id));
  const choices = [
    ["accept", t`Said yes by phone`, acts.acceptFor],
    ["stand_by", t`Standby, by phone`, acts.standByFor],
    ["decline", t`Said no by phone`, acts.declineFor],
    ["withdraw", t`Can’t come after all`, acts.withdrawFor],
    ["stand_down", t`Not needed`, acts.standDown],
  ] as const;
  return (
    <>
      <div className="row">
        {choices
          .filter(([action]) => asked.allowed_actions.includes(action))
          .map(([action, words, act]) => (
            <Act
              key={action}
              variant="default"
              size="sm"
              busy={answer.isPending}
              onClick={() => answer.mutate({ act, id: asked.id })}
            >
              {words}
            </Act>
          ))}
      </div>
      <Problem error={answer.error} />
    </>
  );
}

/** What there is to write to somebody, as things stand. */
function messageFor(asked: Asked, shift: Shift): MessageKind | null {
  if (asked.state === "asked") return "asking";
  if (asked.state === "stood_down") return "cancelling";
  return asked.state === "accepted" && shift.state === "confirmed" ? "confirming" : null;
}

function AskedPerson({ asked, shift, zone }: { asked: Asked; shift: Shift; zone: string }) {
  const { i18n } = useLingui();
  const by =
    asked.state === "asked" && asked.answer_by ? momentWords(asked.answer_by, i18n.locale, zone) : null;
  const recorder = asked.recorded_by_name;
  const message = messageFor(asked, shift);
  return (
    <li className="asked stack-tight">
      <div className="row between">
        <strong>
          <UserText>{asked.interpreter.name}</UserText>
        </strong>
        <StatusNote kind={KINDS[asked.state] ?? "over"}>{i18n._(ANSWERS[asked.state])}</StatusNote>
      </div>
      {by && (
        <p className="soft small">
          <Trans>Answer by {by}</Trans>
        </p>
      )}
      {recorder && (
        <p className="soft small">
          <Trans>
            Recorded by <UserText>{recorder}</UserText>
          </Trans>
        </p>
      )}
      {asked.clashes && asked.state !== "accepted" && (
        <p className="warning small">
          <Trans>Holds another place at that time</Trans>
        </p>
      )}
      <AnswerActs asked={asked} />
      {message && <CopyMessage key={message} offer={asked.id} kind={message} />}
    </li>
  );
}

function PlaceActs({ shift }: { shift: Shift }) {
  const release = useAct(acts.release);
  const drop = useAct(acts.cancelShift);
  const [sure, setSure] = useState(false);
  return (
    <>
      <div className="row">
        {shift.allowed_actions.includes("release") && (
          <Act variant="default" busy={release.isPending} onClick={() => release.mutate(shift.id)}>
            <Trans>Free this place</Trans>
          </Act>
        )}
        {shift.allowed_actions.includes("cancel") && (
          <Act
            variant="subtle"
            color={sure ? "red" : "sea"}
            busy={drop.isPending}
            onClick={() => (sure ? drop.mutate(shift.id) : setSure(true))}
          >
            {sure ? <Trans>Yes, this place is not needed</Trans> : <Trans>Place not needed</Trans>}
          </Act>
        )}
      </div>
      <Problem error={release.error ?? drop.error} />
    </>
  );
}

/** One place: who holds it, who was asked, who could be. */
export function ShiftSheet({ shift, session, close }: { shift: Shift; session: Session; close: () => void }) {
  const { i18n } = useLingui();
  const zone = session.site.time_zone;
  const language =
    i18n._(LANGUAGES[shift.language]) + (shift.variety ? ` (${i18n._(VARIETIES[shift.variety])})` : "");
  const promised = shift.promised_until && momentWords(shift.promised_until, i18n.locale, zone);
  return (
    <SideSheet title={language} close={close}>
      <p>
        <UserText>{session.group.name}</UserText> ·{" "}
        <Clocks start={shift.block.starts_at} end={shift.block.ends_at} zone={zone} /> ·{" "}
        {i18n._(PAY[shift.pay])}
      </p>
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
      <PlaceActs shift={shift} />
      {shift.offers.length > 0 && (
        <section className="stack-tight">
          <h3>
            <Trans>Asked</Trans>
          </h3>
          <ul className="stack">
            {shift.offers.map((asked) => (
              <AskedPerson key={asked.id} asked={asked} shift={shift} zone={zone} />
            ))}
          </ul>
        </section>
      )}
      {shift.allowed_actions.includes("ask") && <Candidates shift={shift} />}
    </SideSheet>
  );
}
