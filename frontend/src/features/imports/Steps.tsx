import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { ReactNode } from "react";

export type Step = "file" | "columns" | "rows" | "done";
const ORDER: readonly Step[] = ["file", "columns", "rows", "done"];

const WORDS: Record<Step, ReactNode> = {
  file: <Trans>File</Trans>,
  columns: <Trans>Columns</Trans>,
  rows: <Trans>Check</Trans>,
  done: <Trans>Done</Trans>,
};

/** Where one is on the way from a file to what it made; a step that can be gone back to is a link. */
export function Steps({ now, open }: { now: Step; open?: Partial<Record<Step, string>> }) {
  return (
    <ol className="steps">
      {ORDER.map((step) => (
        <li key={step} aria-current={step === now ? "step" : undefined}>
          {open?.[step] && step !== now ? <Link to={open[step]}>{WORDS[step]}</Link> : WORDS[step]}
        </li>
      ))}
    </ol>
  );
}
