import { Checkbox } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import { AnswerBy, NO_DEADLINE, OWN_TIME } from "./AnswerBy";
import { Decide } from "./Decide";
import { type Candidate, type Shift, useCandidates } from "./queries";
import { Reasons } from "./Reasons";

/** Whoever was asked stands under "Asked", with what can be recorded of them: asking them once more is refused. */
const ANSWERED = new Set(["asked", "accepted", "reserve", "declined", "lapsed"]);

interface RowProps {
  candidate: Candidate;
  shift: Shift;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  assign: () => void;
  busy: boolean;
}

function CandidateRow({ candidate, shift, chosen, choose, assign, busy }: RowProps) {
  const cannot = candidate.reasons.some(({ kind }) => kind === "against");
  const hard = candidate.reasons.some(({ kind }) => kind === "hard");
  return (
    <li className="asked stack-tight">
      <div className="row between">
        {!cannot && !hard ? (
          <Checkbox
            size="md"
            checked={chosen}
            onChange={(event) => choose(event.currentTarget.checked)}
            label={<UserText>{candidate.interpreter.name}</UserText>}
          />
        ) : (
          <strong>
            <UserText>{candidate.interpreter.name}</UserText>
          </strong>
        )}
        {shift.state === "open" && !cannot && (
          <Act variant="subtle" size="sm" busy={busy} onClick={assign}>
            <Trans>Said yes by phone</Trans>
          </Act>
        )}
      </div>
      <Reasons candidate={candidate} />
      {hard && !cannot && shift.allowed_actions.includes("override") && (
        <details>
          <summary>
            <Trans>Decide all the same</Trans>
          </summary>
          <Decide shift={shift} interpreter={candidate.interpreter.id} />
        </details>
      )}
    </li>
  );
}

function List({ shift, zone, found }: { shift: Shift; zone: string; found: Candidate[] }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [deadline, setDeadline] = useState(NO_DEADLINE);
  const ask = useAct(acts.ask);
  const assign = useAct(acts.assign);
  const waiting = found.filter(({ offer_state }) => !offer_state || !ANSWERED.has(offer_state));
  const fitting = waiting.filter(({ fits }) => fits);
  const others = waiting.filter(({ fits }) => !fits);
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const send = (ids: string[]) => {
    if (deadline.wrong) return document.getElementById(OWN_TIME)?.focus();
    ask.mutate(
      { id: shift.id, interpreters: ids, answer_by: deadline.by },
      { onSuccess: () => setChosen(new Set()) },
    );
  };
  const row = (candidate: Candidate) => (
    <CandidateRow
      key={candidate.interpreter.id}
      candidate={candidate}
      shift={shift}
      chosen={chosen.has(candidate.interpreter.id)}
      choose={(on) => choose(candidate.interpreter.id, on)}
      assign={() => assign.mutate({ id: shift.id, interpreter: candidate.interpreter.id })}
      busy={assign.isPending}
    />
  );
  return (
    <>
      <Problem error={ask.error ?? assign.error} />
      {fitting.length > 0 && (
        <section className="stack-tight" aria-label={t`Fits`}>
          <h3>
            <Trans>Who fits</Trans>
          </h3>
          <ul className="stack-tight">{fitting.map(row)}</ul>
        </section>
      )}
      {waiting.length > 0 && <AnswerBy shift={shift} zone={zone} deadline={deadline} choose={setDeadline} />}
      <div className="row">
        {chosen.size > 0 && (
          <Act busy={ask.isPending} onClick={() => send([...chosen])}>
            <Plural value={chosen.size} one="Ask # person" other="Ask # people" />
          </Act>
        )}
        {fitting.length > 1 && (
          <Act
            variant="default"
            busy={ask.isPending}
            onClick={() => send(fitting.map(({ interpreter }) => interpreter.id))}
          >
            <Trans>Ask all who fit</Trans>
          </Act>
        )}
      </div>
      {others.length > 0 && (
        <details>
          <summary>
            <Plural value={others.length} one="# other, and why" other="# others, and why" />
          </summary>
          <ul className="stack-tight">{others.map(row)}</ul>
        </details>
      )}
      {waiting.length === 0 && (
        <p className="soft">
          <Trans>Everyone who works in this language has been asked.</Trans>
        </p>
      )}
    </>
  );
}

/** Who could take the place, ranked with reasons; and who not, with theirs. */
export function Candidates({ shift, zone }: { shift: Shift; zone: string }) {
  const candidates = useCandidates(shift.id);
  return <Fetched query={candidates}>{(found) => <List shift={shift} zone={zone} found={found} />}</Fetched>;
}
