import type { Schema } from "../../api/client";
import { clockIn } from "../time/clock";

type Session = Schema["AskedSession"];
/** What of a session a phone needs to know to say whether its place may be kept. */
type Day = Pick<Session, "starts_at" | "ends_at" | "time_zone">;

/** The hour, as clocks at the place show it, from which the evening before counts. */
const EVENING = 17;
const DAY = 86_400_000;

/** The day before, whatever the clocks did in between. */
const before = (day: string) => new Date(Date.parse(`${day}T12:00Z`) - DAY).toISOString().slice(0, 10);

/** Whether a phone may hold the exact place at `now`: from the evening before to the end of the day, at the place. */
export function mayHoldPlace({ starts_at, ends_at, time_zone }: Day, now: number): boolean {
  const first = clockIn(time_zone, Date.parse(starts_at)).day;
  const last = clockIn(time_zone, Date.parse(ends_at)).day;
  const { day, hour } = clockIn(time_zone, now);
  return (day === before(first) && hour >= EVENING) || (day >= first && day <= last);
}

/** The session as it may lie on a phone: outside those hours, where it is, who is there and whose it is are left out. */
export function onPhone<S extends Session>(session: S, now: number): S {
  if (mayHoldPlace(session, now)) return session;
  return { ...session, place: null, contact: null, agency_name: null };
}
