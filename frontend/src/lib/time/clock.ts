/** The calendar day and the hour at `moment` (milliseconds), as clocks in `zone` show them. */
export function clockIn(zone: string, moment: number): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}

/** Today at `zone`, as a calendar day. */
export const today = (zone: string): string => clockIn(zone, Date.now()).day;
