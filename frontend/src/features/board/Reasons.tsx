import type { Candidate } from "./queries";

const MARKS: Record<string, string> = { for: "+", against: "✕", hard: "⚠", caution: "·" };

/** Why, or why not: one line each. */
export function Reasons({ candidate }: { candidate: Candidate }) {
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
