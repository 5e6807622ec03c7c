import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useAct } from "../../lib/useAct";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { Sure } from "../../ui/Sure";
import { UserText } from "../../ui/UserText";
import { ANSWERS } from "../../ui/words";
import { acts } from "./acts";
import { CopyMessage } from "./CopyMessage";
import type { Asked } from "./queries";

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
const ORDER: Answer[] = ["accept", "stand_by", "decline", "withdraw", "stand_down"];

/** What takes somebody off the place: said before it is done, since it cannot be taken back. */
type Off = "withdraw" | "stand_down";
const isOff = (said: Answer): said is Off => said === "withdraw" || said === "stand_down";

function OffMeaning({ said, asked }: { said: Off; asked: Asked }) {
  const name = asked.interpreter.name;
  const holds = asked.state === "accepted";
  if (said === "stand_down")
    return holds ? (
      <Trans>
        <UserText>{name}</UserText> is told that they are not needed this time. The first on standby is asked.
      </Trans>
    ) : (
      <Trans>
        <UserText>{name}</UserText> is told that they are not needed this time.
      </Trans>
    );
  return holds ? (
    <Trans>
      You record that <UserText>{name}</UserText> told you so. The place is free again, and the first on
      standby is asked.
    </Trans>
  ) : (
    <Trans>
      You record that <UserText>{name}</UserText> told you so. They are no longer on standby; nobody else is
      told.
    </Trans>
  );
}

/** Record what somebody said on the phone, or tell them that they are not needed. */
function AnswerActs({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const answer = useAct(({ said, id }: { said: Answer; id: string }, key) => BY_PHONE[said](id, key));
  const [off, setOff] = useState<Off | null>(null);
  const words: Record<Answer, string> = {
    accept: t`Said yes by phone`,
    stand_by: t`Standby, by phone`,
    decline: t`Said no by phone`,
    withdraw: t`Can’t come after all`,
    stand_down: t`Not needed`,
  };
  const open = ORDER.filter((said) => asked.allowed_actions.includes(said));
  const send = (said: Answer) => answer.mutate({ said, id: asked.id }, { onSuccess: () => setOff(null) });
  if (off && open.includes(off))
    return (
      <Sure yes={words[off]} busy={answer.isPending} onYes={() => send(off)} onNo={() => setOff(null)}>
        <p>
          <OffMeaning said={off} asked={asked} />
        </p>
        <Problem error={answer.error} />
      </Sure>
    );
  return (
    <>
      {open.length > 0 && (
        <div className="row answer-acts">
          {open.map((said) => (
            <Act
              key={said}
              variant="default"
              size="sm"
              busy={answer.isPending}
              onClick={() => (isOff(said) ? setOff(said) : send(said))}
            >
              {words[said]}
            </Act>
          ))}
        </div>
      )}
      <Problem error={answer.error} />
    </>
  );
}

/** Someone who was asked: what they said, who recorded it, and what can be recorded now. */
export function AskedPerson({ asked, zone }: { asked: Asked; zone: string }) {
  const { i18n } = useLingui();
  const { message } = asked;
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
