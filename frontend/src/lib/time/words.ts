import { numbersOf, tagOf } from "../../i18n/locale";
import { dateFormat, numberFormat } from "./formats";
import { namesOf } from "./names";
import { filled, PATTERNS, SPANS } from "./patterns";

/** Times in words: the day, the hours, in the reader's language and the zone of the place. Always the Gregorian year. */

/** What a wall at `zone` shows at `moment`, in figures; asked in a language every browser knows. */
interface Figures {
  weekday: number;
  day: number;
  month: number;
  hour: number;
  minute: number;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function partsOf(moment: string, zone: string, calendar: string, options: Intl.DateTimeFormatOptions) {
  const found = dateFormat(`en-GB-u-ca-${calendar}-nu-latn`, { ...options, timeZone: zone });
  const parts = found.formatToParts(new Date(moment)).map(({ type, value }) => [type, value] as const);
  return Object.fromEntries(parts) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
}

function figures(moment: string, zone: string): Figures {
  const { weekday, day, month, hour, minute } = partsOf(moment, zone, "gregory", {
    weekday: "short",
    day: "numeric",
    month: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return {
    weekday: WEEKDAYS.indexOf(weekday ?? ""),
    day: Number(day),
    month: Number(month),
    hour: Number(hour),
    minute: Number(minute),
  };
}

function digits(number: number, locale: string, atLeast = 1): string {
  const options = { minimumIntegerDigits: atLeast, useGrouping: false };
  return numberFormat(numbersOf(locale), options).format(number);
}

function byBrowser(
  moment: string,
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const asked = `${tagOf(locale)}-u-ca-gregory-nu-latn`;
  const parts = dateFormat(asked, { ...options, timeZone: zone }).formatToParts(new Date(moment));
  return parts.map(({ type, value }) => (type === "day" ? dayNumber(value, locale) : value)).join("");
}

/** French counts the first of a month and no other day: "1er janvier", "2 janvier". No browser knows. */
function dayNumber(day: string, locale: string): string {
  return locale === "fr" && day === "1" ? "1er" : day;
}

/** The day by our own names; nothing where the browser's are to be trusted. */
function byNames(
  moment: string,
  locale: string,
  zone: string,
  length: "day" | "shortDay",
): string | undefined {
  const [names, pattern] = [namesOf(locale), PATTERNS[locale]?.[length]];
  if (!names || !pattern) return undefined;
  const { weekday, day, month } = figures(moment, zone);
  return filled(pattern, {
    weekday: (length === "day" ? names.weekdays : names.shortWeekdays)[weekday] ?? "",
    day: digits(day, locale),
    month: names.months[month - 1] ?? "",
  });
}

/** "Friday 27 November", of a moment at a place. */
export function dayWords(moment: string, locale: string, zone: string): string {
  return (
    byNames(moment, locale, zone, "day") ??
    byBrowser(moment, locale, zone, { weekday: "long", day: "numeric", month: "long" })
  );
}

/** The same of a calendar day such as `2026-11-27`, which belongs to no zone. */
export function dateWords(day: string, locale: string): string {
  return dayWords(`${day}T12:00:00Z`, locale, "UTC");
}

/** "Friday", of a day of the week as the API counts them: Monday is 0. */
export function weekdayWords(weekday: number, locale: string): string {
  // The fifth of January 1970 was a Monday.
  const day = new Date(Date.UTC(1970, 0, 5 + weekday)).toISOString();
  return namesOf(locale)?.weekdays[(weekday + 1) % 7] ?? byBrowser(day, locale, "UTC", { weekday: "long" });
}

/** "Fri 27 Nov". */
export function shortDate(day: string, locale: string): string {
  const noon = `${day}T12:00:00Z`;
  return (
    byNames(noon, locale, "UTC", "shortDay") ??
    byBrowser(noon, locale, "UTC", { weekday: "short", day: "numeric", month: "short" })
  );
}

/** "Fri 27 Nov 2026": a calendar day that may be of another year. */
export function dateOfYear(day: string, locale: string): string {
  return `${shortDate(day, locale)} ${digits(Number(day.slice(0, 4)), locale)}`;
}

/** "10:00", of a moment at a place; the day's 24 hours in every language. */
export function clock(moment: string, locale: string, zone: string): string {
  const { hour, minute } = figures(moment, zone);
  return `${digits(hour, locale, 2)}:${digits(minute, locale, 2)}`;
}

/** "10:00–11:30". */
export function hours(start: string, end: string, locale: string, zone: string): string {
  const [from, to] = [clock(start, locale, zone), clock(end, locale, zone)];
  return filled(SPANS[locale] ?? "{from}–{to}", { from, to });
}

/** "Thursday 26 November, 18:00". */
export function momentWords(moment: string, locale: string, zone: string): string {
  const [date, time] = [byNames(moment, locale, zone, "day"), clock(moment, locale, zone)];
  if (date) return filled(PATTERNS[locale]?.moment ?? "{date} {time}", { date, time });
  return byBrowser(moment, locale, zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** The same day in the Solar Hijri calendar, where readers of the language count by it: "6 Azar"; else nothing. */
export function solarWords(moment: string, locale: string, zone: string): string {
  const [months, pattern] = [namesOf(locale)?.solarMonths, PATTERNS[locale]?.solar];
  if (!months || !pattern) return "";
  const { day, month } = partsOf(moment, zone, "persian", { day: "numeric", month: "numeric" });
  return filled(pattern, {
    day: digits(Number(day), locale),
    month: months[Number(month) - 1] ?? "",
  });
}

/** The same of a calendar day such as `2026-11-27`. */
export function solarDate(day: string, locale: string): string {
  return solarWords(`${day}T12:00:00Z`, locale, "UTC");
}

/** "Central European Time": what the clocks of `zone` go by, in the reader's language. */
export function zoneName(zone: string, locale: string, moment: string): string {
  const names = namesOf(locale);
  if (!names) {
    const options = { timeZone: zone, timeZoneName: "longGeneric" } as const;
    const parts = dateFormat(tagOf(locale), options).formatToParts(new Date(moment));
    return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  }
  const known = Object.entries(names.zones).find(([, zones]) => zones.includes(zone));
  return known?.[0] ?? offset(zone, moment);
}

function offset(zone: string, moment: string): string {
  return partsOf(moment, zone, "gregory", { timeZoneName: "longOffset" }).timeZoneName ?? zone;
}

/** The zone of this device. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The year of a calendar day, in the reader's digits. */
export function yearWords(day: string, locale: string): string {
  return digits(Number(day.slice(0, 4)), locale);
}

/** The name of `zone` in the reader's language, where this device is in another one; else nothing. */
export function foreignZone(zone: string, locale: string, moment: string): string {
  return offset(ownZone(), moment) === offset(zone, moment) ? "" : zoneName(zone, locale, moment);
}
