import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { dateWords, solarDate } from "../lib/time/words";
import { Choice, type Free } from "./Choice";

interface Props {
  day: string;
  said: Free;
  unsent?: boolean;
  usual: Free;
  none?: string;
  say: (free: Free) => void;
  /** What holds where nothing is said, if anything does. */
  children?: ReactNode;
}

/** Whether one day is free, in one tap. */
export function DayChoice({ day, children, ...choice }: Props) {
  const { i18n } = useLingui();
  const solar = solarDate(day, i18n.locale);
  return (
    <Choice
      {...choice}
      title={
        <>
          <time dateTime={day}>{dateWords(day, i18n.locale)}</time>
          {solar && <span className="soft"> {solar}</span>}
        </>
      }
    >
      <p className="soft free-otherwise">{children}</p>
    </Choice>
  );
}
