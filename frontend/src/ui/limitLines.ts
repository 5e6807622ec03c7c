import { useLingui } from "@lingui/react/macro";
import type { Limits } from "./LimitFields";

/** Limits in words, a line each: its label, and what was chosen. */
export function useLimitLines() {
  const { t, i18n } = useLingui();
  return (limits: Partial<Limits> | undefined): [string, string][] => {
    const most = (name: keyof Limits) => {
      const limit = limits?.[name];
      return limit ? t`At most ${i18n.number(limit)}` : t`As for everyone`;
    };
    return [
      [t`Minutes without a rest`, most("consecutive_minutes")],
      [t`Sessions a day`, most("sessions_a_day")],
      [t`Weeks in a row`, most("weeks_in_a_row")],
      [t`Hours a month`, most("hours_a_month")],
    ];
  };
}
