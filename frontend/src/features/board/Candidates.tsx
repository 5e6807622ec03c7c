import { Checkbox } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Act } from "../../ui/Act";
import { Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts, type Candidate, type Shift, useAct, useCandidates } from "./queries";

const LIVE = new Set(["asked", "accepted", "reserve"]);
const MARKS: Record<string, string> = { for: "＋", against: "✕", hard: "⚠", caution: "·" };

function Reasons({ candidate }: { candidate: Candidate }) {
  return (
    <ul className="reasons small">
      {candidate.reasons.map(({ code, kind, message }) => (
        <li key={code} data-kind={kind}>
          <span aria-hidden="true">{MARKS[kind]}</span> {message}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  candidate: Candidate;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  assign: () => void;
  busy: boolean;
  open: boolean;
}

function CandidateRow({ candidate, chosen, choose, assign, busy, open }: RowProps) {
  const cannot = candidate.reasons.some(({ kind }) => kind === "against");
  const askable = !cannot && !candidate.reasons.some(({ kind }) => kind === "hard");
  return (
    <li className="asked stack-tight">
      <div className="row between">
        {askable ? (
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
        {open && !cannot && (
          <Act variant="subtle" size="sm" busy={busy} onClick={assign}>
            <Trans>Said yes by phone</Trans>
          </Act>
        )}
      </div>
      <Reasons candidate={candidate} />
    </li>
  );
}

function List({ shift, found }: { shift: Shift; found: Candidate[] }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ask = useAct(acts.ask);
  const assign = useAct(acts.assign);
  const waiting = found.filter(({ offer_state }) => !offer_state || !LIVE.has(offer_state));
  const fitting = waiting.filter(({ fits }) => fits);
  const others = waiting.filter(({ fits }) => !fits);
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const send = (ids: string[]) =>
    ask.mutate(
      { id: shift.id, interpreters: ids, answer_by: null },
      { onSuccess: () => setChosen(new Set()) },
    );
  const row = (candidate: Candidate) => (
    <CandidateRow
      key={candidate.interpreter.id}
      candidate={candidate}
      chosen={chosen.has(candidate.interpreter.id)}
      choose={(on) => choose(candidate.interpreter.id, on)}
      assign={() => assign.mutate({ id: shift.id, interpreter: candidate.interpreter.id })}
      busy={assign.isPending}
      open={shift.state === "open"}
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
export function Candidates({ shift }: { shift: Shift }) {
  const candidates = useCandidates(shift.id);
  return <Fetched query={candidates}>{(found) => <List shift={shift} found={found} />}</Fetched>;
}
