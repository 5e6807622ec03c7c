import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Schema } from "../api/client";
import "./LimitFields.css";

export type Limits = Schema["LimitsView"];
/** Everyone’s limits, and where they come from. */
type Everyones = Pick<Schema["ToldLimitsView"], "soft" | "hard" | "source">;

type Name = keyof Limits;

/** In what steps each limit is chosen. */
const STEPS: Record<Name, number> = {
  consecutive_minutes: 30,
  sessions_a_day: 1,
  weeks_in_a_row: 1,
  hours_a_month: 4,
};

function upTo(most: number | null, step: number): number[] {
  return Array.from({ length: Math.floor((most ?? 0) / step) }, (_, place) => (place + 1) * step);
}

/** The words of each limit, and of what holds for everyone. */
function useWords({ soft, hard }: Everyones): Record<Name, { label: string; everyone: string }> {
  const { t, i18n } = useLingui();
  const number = (value: number | null) => i18n.number(value ?? 0);
  const everyone = (name: Name) => {
    const [caution, most] = [number(soft[name]), number(hard[name])];
    return t`For everyone: at most ${most}; over ${caution} the team is warned.`;
  };
  return {
    consecutive_minutes: { label: t`Minutes without a rest`, everyone: everyone("consecutive_minutes") },
    sessions_a_day: { label: t`Sessions a day`, everyone: everyone("sessions_a_day") },
    weeks_in_a_row: { label: t`Weeks in a row`, everyone: everyone("weeks_in_a_row") },
    hours_a_month: { label: t`Hours a month`, everyone: everyone("hours_a_month") },
  };
}

interface Props {
  legend: ReactNode;
  everyones: Everyones;
  limits: Limits;
  problems: Record<string, string>;
  change: (limits: Limits) => void;
  children?: ReactNode;
}

/** One's own limits: lower than everyone's, or none. */
export function LimitFields({ legend, everyones, limits, problems, change, children }: Props) {
  const { t, i18n } = useLingui();
  const words = useWords(everyones);
  return (
    <fieldset className="card set-of-fields">
      <legend>{legend}</legend>
      {(Object.keys(STEPS) as Name[]).map((name) => (
        <NativeSelect
          key={name}
          size="md"
          label={words[name].label}
          description={words[name].everyone}
          value={limits[name] ?? ""}
          error={problems[`limits.${name}`]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            change({ ...limits, [name]: chosen ? Number(chosen) : null });
          }}
          data={[
            { value: "", label: t`As for everyone` },
            ...options(name, limits[name], everyones.hard[name]).map((most) => ({
              value: String(most),
              label: t`At most ${i18n.number(most)}`,
            })),
          ]}
        />
      ))}
      <p className="soft">{everyones.source}</p>
      {children}
    </fieldset>
  );
}

/** The steps, and what was chosen otherwise. */
function options(name: Name, chosen: number | null, most: number | null): number[] {
  const steps = upTo(most, STEPS[name]);
  const all = chosen === null || steps.includes(chosen) ? steps : [...steps, chosen];
  return all.toSorted((a, b) => a - b);
}
