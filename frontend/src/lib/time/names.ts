/** The names of days, months and zones in a language that not every browser knows. */
export interface Names {
  /** January first. */
  months: string[];
  /** Sunday first. */
  weekdays: string[];
  shortWeekdays: string[];
  /** The Solar Hijri months, where people count by them: the first is the one of the spring. */
  solarMonths: string[] | null;
  /** The places of Europe by what their clocks are called. */
  zones: Record<string, string[]>;
}

// Written by `make generate` from the ICU of Node, which is complete; Chromium's is not, and says English instead.
const files = import.meta.glob<{ default: Names }>("./names/*.json");
const known = new Map<string, Names>();

/** Fetch the names of `locale`, if there are any: what `namesOf` then finds. */
export async function learnNames(locale: string): Promise<void> {
  const load = files[`./names/${locale}.json`];
  if (load && !known.has(locale)) known.set(locale, (await load()).default);
}

export function namesOf(locale: string): Names | undefined {
  return known.get(locale);
}
