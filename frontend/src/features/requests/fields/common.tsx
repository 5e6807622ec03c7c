import { type ReactNode, useId } from "react";
import type { Draft } from "../draft/form";

export interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problems: Record<string, string>;
}

/** The id of the field that `path` names, as the summary of errors links to it. */
export const fieldId = (path: string) => path.replaceAll(".", "-");

export function FieldProblem({ words }: { words: string | undefined }) {
  return words ? <p className="field-problem">{words}</p> : null;
}

/** Several of a short list: each a box to tick, all in sight. */
export function Several<V extends string>({
  id,
  legend,
  choices,
  chosen,
  change,
  problem,
}: {
  id: string;
  legend: ReactNode;
  choices: readonly (readonly [V, ReactNode])[];
  chosen: readonly V[];
  change: (chosen: V[]) => void;
  problem?: string | undefined;
}) {
  return (
    <fieldset className="plain-set" id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      <FieldProblem words={problem} />
      <div className="chips">
        {choices.map(([value, words]) => (
          <label className="chip" key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                change(
                  event.currentTarget.checked
                    ? [...chosen, value]
                    : chosen.filter((other) => other !== value),
                )
              }
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of two or three, side by side. */
export function OneOf<V extends string>({
  legend,
  choices,
  chosen,
  change,
}: {
  legend: ReactNode;
  choices: readonly (readonly [V, ReactNode])[];
  chosen: V;
  change: (chosen: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className="plain-set one-of">
      <legend>{legend}</legend>
      <div className="segments">
        {choices.map(([value, words]) => (
          <label className="segment" key={value}>
            <input type="radio" name={name} checked={chosen === value} onChange={() => change(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
