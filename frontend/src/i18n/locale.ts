import spoken from "./locales.json";

/** The languages the screens speak. What each field means is written in `docs/languages.md`. */
export type Locale = keyof typeof spoken;

interface Spoken {
  /** In its own language and script. */
  name: string;
  /** What browsers call it: for `lang`, dates and lists. */
  tag: string;
  /** Whom browsers are asked for digits and plural forms: some know none of the language itself. */
  numbers: string;
  direction: string;
  messages: string;
  review: string | null;
}

export const LOCALES: Record<Locale, Spoken> = spoken;

const KEPT = "passerelle.locale";

/** What browsers say that is none of our own names. */
const ALSO = new Map<string, Locale>([
  ["fa-af", "prs"],
  ["ku", "ckb"],
]);

export function isLocale(text: string | null | undefined): text is Locale {
  return text !== null && text !== undefined && Object.hasOwn(spoken, text);
}

/** The language that browsers mean by `tag`, if it is one of ours. */
export function matching(tag: string): Locale | undefined {
  const asked = tag.toLowerCase();
  const [first = ""] = asked.split("-");
  if (first === "ku" && asked.includes("latn")) return undefined;
  return ALSO.get(asked) ?? ALSO.get(first) ?? (isLocale(first) ? first : undefined);
}

/** What was chosen on this device, else what the browser asks for, else English. */
export function locale(): Locale {
  const kept = localStorage.getItem(KEPT);
  if (isLocale(kept)) return kept;
  return navigator.languages.map(matching).find((found) => found !== undefined) ?? "en";
}

export function keepLocale(known: Locale): void {
  localStorage.setItem(KEPT, known);
}

/** Somebody chose it here, in this window; their account does not know it yet. */
export function markChosen(chosen: Locale): void {
  sessionStorage.setItem(KEPT, chosen);
}

export function chosenHere(): Locale | undefined {
  const chosen = sessionStorage.getItem(KEPT);
  return isLocale(chosen) ? chosen : undefined;
}

/** The account knows `told` now; something chosen since then still waits. */
export function knownToAccount(told: string): void {
  if (sessionStorage.getItem(KEPT) === told) sessionStorage.removeItem(KEPT);
}

export function direction(of: Locale): "ltr" | "rtl" {
  return LOCALES[of].direction === "rtl" ? "rtl" : "ltr";
}

/** What browsers are asked for the dates and lists of a language. */
export function tagOf(of: string): string {
  return isLocale(of) ? LOCALES[of].tag : of;
}

/** What browsers are asked for its digits and plural forms. */
export function numbersOf(of: string): string {
  return isLocale(of) ? LOCALES[of].numbers : of;
}
