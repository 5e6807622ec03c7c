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

const has = (candidate: Candidate, wanted: "against" | "hard") =>
  candidate.reasons.some(({ kind }) => kind === wanted);

/** Whoever has a reason against them is not asked; where it is a hard rule, somebody has to decide first. */
const canBeAsked = (candidate: Candidate) => !has(candidate, "against") && !has(candidate, "hard");

interface RowProps {
  candidate: Candidate;
  shift: Shift;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  assign: () => void;
  busy: boolean;
}

function CandidateRow({ candidate, shift, chosen, choose, assign, busy }: RowProps) {
  const cannot = has(candidate, "against");
  return (
    <li className="asked stack-tight">
      <div className="row between">
        {canBeAsked(candidate) ? (
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
      {has(candidate, "hard") && !cannot && shift.allowed_actions.includes("override") && (
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

/** Who is ticked of those ``waiting``: whom a colleague asked meanwhile, or who cannot come any more, is not. */
function useTicks(waiting: Candidate[]) {
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const ids = waiting.filter(canBeAsked).map(({ interpreter }) => interpreter.id);
  const ticked = ids.filter((id) => ticks.has(id));
  const tick = (id: string, on: boolean) =>
    setTicks(new Set(on ? [...ticked, id] : ticked.filter((other) => other !== id)));
  return { ticked, tick, clear: () => setTicks(new Set()) };
}

interface AskingProps {
  ticked: string[];
  fitting: string[];
  busy: boolean;
  ask: (ids: string[]) => void;
}

function Asking({ ticked, fitting, busy, ask }: AskingProps) {
  return (
    <div className="row">
      {ticked.length > 0 && (
        <Act busy={busy} onClick={() => ask(ticked)}>
          <Plural value={ticked.length} one="Ask # person" other="Ask # people" />
        </Act>
      )}
      {fitting.length > 1 && (
        <Act variant="default" busy={busy} onClick={() => ask(fitting)}>
          <Trans>Ask all who fit</Trans>
        </Act>
      )}
    </div>
  );
}

function List({ shift, zone, found }: { shift: Shift; zone: string; found: Candidate[] }) {
  const { t } = useLingui();
  const waiting = found.filter(({ offer_state }) => !offer_state || !ANSWERED.has(offer_state));
  const fitting = waiting.filter(({ fits }) => fits);
  const others = waiting.filter(({ fits }) => !fits);
  const { ticked, tick, clear } = useTicks(waiting);
  const [deadline, setDeadline] = useState(NO_DEADLINE);
  const ask = useAct(acts.ask);
  const assign = useAct(acts.assign);
  const send = (interpreters: string[]) => {
    if (deadline.wrong) return document.getElementById(OWN_TIME)?.focus();
    ask.mutate({ id: shift.id, interpreters, answer_by: deadline.by }, { onSuccess: clear });
  };
  const row = (candidate: Candidate) => (
    <CandidateRow
      key={candidate.interpreter.id}
      candidate={candidate}
      shift={shift}
      chosen={ticked.includes(candidate.interpreter.id)}
      choose={(on) => tick(candidate.interpreter.id, on)}
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
      <Asking
        ticked={ticked}
        fitting={fitting.map(({ interpreter }) => interpreter.id)}
        busy={ask.isPending}
        ask={send}
      />
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
