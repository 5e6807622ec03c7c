import { utcDay } from "../../../lib/time/utc";
import type { Session } from "../draft/form";

const NO_LONGER = new Set<Session["state"]>(["declined", "withdrawn", "cancelled"]);

/** The last request of each of the groups that take requests, the last sent first. */
export function lastRequests(sessions: Session[], open: { id: string }[]): Session[] {
  const takes = new Set(open.map(({ id }) => id));
  const sent = sessions
    .filter(({ requested_at, group }) => requested_at !== null && takes.has(group.id))
    .toSorted((a, b) => (b.requested_at ?? "").localeCompare(a.requested_at ?? ""));
  const groups = new Set<string>();
  return sent.filter(({ group }) => !groups.has(group.id) && Boolean(groups.add(group.id)));
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

const aWeekAfter = (day: string) => utcDay(new Date(Date.parse(day) + WEEK));

/** The first of the coming days on which the group has nothing yet; a week after its last where it has something on each. */
export function nextDay(days: string[], group: string, sessions: Session[]): string {
  const taken = new Set(
    sessions
      .filter((session) => session.group.id === group && !NO_LONGER.has(session.state))
      .map(({ day }) => day),
  );
  const last = [...taken].toSorted().at(-1);
  return days.find((day) => !taken.has(day)) ?? (last ? aWeekAfter(last) : "");
}
