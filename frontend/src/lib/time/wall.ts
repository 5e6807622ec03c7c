import { Temporal } from "temporal-polyfill";

/** What a wall clock can be asked that no moment answers. */
export class NoSuchTime extends Error {}

/**
 * The moment at which clocks at `zone` show `time` on `day`, with its offset, as the API takes it.
 * Throws `NoSuchTime` for an hour that is skipped; of one that happens twice, the first.
 */
export function moment(day: string, time: string, zone: string): string {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const found = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!found.toPlainDateTime().equals(wall)) throw new NoSuchTime(`${day} ${time}`);
  return found.toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** `moment` plus some minutes, counted in real time. */
export function later(start: string, minutes: number): string {
  return Temporal.Instant.from(start).add({ minutes }).toString();
}

/** What clocks at `zone` show at `moment`: a day and a time, as form fields hold them. */
export function wallOf(moment_: string, zone: string): { day: string; time: string } {
  const at = Temporal.Instant.from(moment_).toZonedDateTimeISO(zone);
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Whole minutes from `start` to `end`. */
export function minutesBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
}

/** Today at `zone`, as a calendar day. */
export function today(zone: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}
