import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import "./Choice.css";

/** Null: nothing is said. */
export type Free = boolean | null;

/** The choice is seen by its shape too, not by its colour alone. */
function Tick() {
  return (
    <svg className="free-tick" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  );
}

interface Props {
  title: ReactNode;
  /** What was said. */
  said: Free;
  /** It is not known to anybody else yet. */
  unsent?: boolean;
  /** What holds where nothing is said. */
  usual?: Free;
  /** The words of nothing said. */
  none?: string;
  say: (free: Free) => void;
  children?: ReactNode;
}

/** Free, not free, or not said: one tap each. */
export function Choice({ title, said, unsent, usual = null, none, say, children }: Props) {
  const { t } = useLingui();
  const choices: { free: Free; words: string }[] = [
    { free: true, words: t`Free` },
    { free: false, words: t`Not free` },
    { free: null, words: none ?? t`Not said` },
  ];
  return (
    <fieldset className="free-day">
      <legend>{title}</legend>
      {choices.map(({ free, words }) => (
        <button
          key={words}
          type="button"
          className="free-choice"
          aria-pressed={said === free}
          data-unsent={(unsent && said === free) || undefined}
          data-none={free === null || undefined}
          data-usual={(said === null && usual !== null && usual === free) || undefined}
          onClick={() => say(free)}
        >
          {free !== null && said === free && <Tick />}
          {words}
        </button>
      ))}
      {children}
    </fieldset>
  );
}
