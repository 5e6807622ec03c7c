import { formatLocale } from "../../i18n/locale";

/** Times in words: the day, the hours, in the reader's language and the zone of the place. Always the Gregorian year. */

const CALENDAR = "-u-ca-gregory";

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${formatLocale(locale)}${CALENDAR}`, { timeZone: zone, ...options });
}

/** "Friday 27 November", of a moment at a place. */
export function dayWords(moment: string, locale: string, zone: string): string {
  return format(locale, zone, { weekday: "long", day: "numeric", month: "long" }).format(new Date(moment));
}

/** The same of a calendar day such as `2026-11-27`, which belongs to no zone. */
export function dateWords(day: string, locale: string): string {
  return dayWords(`${day}T12:00:00Z`, locale, "UTC");
}

/** "Fri 27 Nov". */
export function shortDate(day: string, locale: string): string {
  const options: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
  return format(locale, "UTC", options).format(new Date(`${day}T12:00:00Z`));
}

/** "10:00", of a moment at a place; the day's 24 hours in every language. */
export function clock(moment: string, locale: string, zone: string): string {
  return format(locale, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(moment),
  );
}

/** "10:00–11:30". */
export function hours(start: string, end: string, locale: string, zone: string): string {
  return `${clock(start, locale, zone)}–${clock(end, locale, zone)}`;
}

/** "Thursday 26 November, 18:00". */
export function momentWords(moment: string, locale: string, zone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  return format(locale, zone, options).format(new Date(moment));
}

/** The name of `zone` in the reader's language, where this device is in another one; else nothing. */
export function foreignZone(zone: string, locale: string, moment: string): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = (of: string) =>
    format("en", of, { timeZoneName: "longOffset" })
      .formatToParts(new Date(moment))
      .find((part) => part.type === "timeZoneName")?.value;
  if (offset(own) === offset(zone)) return "";
  const parts = format(locale, zone, { timeZoneName: "longGeneric" }).formatToParts(new Date(moment));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
