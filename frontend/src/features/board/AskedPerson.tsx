import { Trans, useLingui } from "@lingui/react/macro";
import { useAct } from "../../lib/useAct";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { ANSWERS } from "../../ui/words";
import { acts } from "./acts";
import { CopyMessage, type MessageKind } from "./CopyMessage";
import type { Asked, Shift } from "./queries";

const KINDS: Partial<Record<Asked["state"], StatusKind>> = {
  asked: "asked",
  accepted: "yes",
  reserve: "asked",
};

const BY_PHONE = {
  accept: acts.acceptFor,
  stand_by: acts.standByFor,
  decline: acts.declineFor,
  withdraw: acts.withdrawFor,
  stand_down: acts.standDown,
};
type Answer = keyof typeof BY_PHONE;

/** Record what somebody said on the phone, or tell them that they are not needed. */
function AnswerActs({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const answer = useAct(({ said, id }: { said: Answer; id: string }, key) => BY_PHONE[said](id, key));
  const choices: [Answer, string][] = [
    ["accept", t`Said yes by phone`],
    ["stand_by", t`Standby, by phone`],
    ["decline", t`Said no by phone`],
    ["withdraw", t`Can’t come after all`],
    ["stand_down", t`Not needed`],
  ];
  const open = choices.filter(([said]) => asked.allowed_actions.includes(said));
  return (
    <>
      {open.length > 0 && (
        <div className="row answer-acts">
          {open.map(([said, words]) => (
            <Act
              key={said}
              variant="default"
              size="sm"
              busy={answer.isPending}
              onClick={() => answer.mutate({ said, id: asked.id })}
            >
              {words}
            </Act>
          ))}
        </div>
      )}
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

/** Someone who was asked: what they said, who recorded it, and what can be recorded now. */
export function AskedPerson({ asked, shift, zone }: { asked: Asked; shift: Shift; zone: string }) {
  const { i18n } = useLingui();
  const message = messageFor(asked, shift);
  const by = asked.state === "asked" && asked.answer_by && momentWords(asked.answer_by, i18n.locale, zone);
  const recorder = asked.recorded_by_name;
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
