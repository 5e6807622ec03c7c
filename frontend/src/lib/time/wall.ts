import { Temporal } from "temporal-polyfill";

/** What a wall clock can be asked that no moment answers. */
export class NoSuchTime extends Error {}

/**
 * The moments at which clocks at `zone` show `time` on `day`, with their offset, as the API takes them: one, or two
 * on the night the clocks go back, or none in the hour they skip (and where `day` or `time` is none).
 */
export function moments(day: string, time: string, zone: string): string[] {
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
    const found = (["earlier", "later"] as const)
      .map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }))
      .filter((at) => at.toPlainDateTime().equals(wall))
      .map((at) => at.toString({ timeZoneName: "never", smallestUnit: "second" }));
    return [...new Set(found)];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** The moment of a wall time. Throws `NoSuchTime` for one that is skipped; of one that happens twice, the first unless told. */
export function moment(day: string, time: string, zone: string, second = false): string {
  const [first, other] = moments(day, time, zone);
  if (first === undefined) throw new NoSuchTime(`${day} ${time}`);
  return second && other !== undefined ? other : first;
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

/** Whether `moment_` is in the second of two equal hours, on the night the clocks go back. */
export function isSecond(moment_: string, zone: string): boolean {
  const { day, time } = wallOf(moment_, zone);
  const other = moments(day, time, zone)[1];
  return other !== undefined && Date.parse(other) === Date.parse(moment_);
}

/** Whole minutes from `start` to `end`. */
export function minutesBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
}
