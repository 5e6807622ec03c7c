/** The languages the screens speak, each by its own name. */
export const LOCALES = { en: "English", fr: "Français", ar: "العربية" } as const;
export type Locale = keyof typeof LOCALES;

const KEPT = "passerelle.locale";

function isLocale(text: string | null | undefined): text is Locale {
  return text !== null && text !== undefined && text in LOCALES;
}

/** What was chosen on this device, else what the browser asks for, else English. */
export function locale(): Locale {
  const kept = localStorage.getItem(KEPT);
  if (isLocale(kept)) return kept;
  return navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => isLocale(tag)) ?? "en";
}

export function keepLocale(chosen: Locale): void {
  localStorage.setItem(KEPT, chosen);
}

/** What browsers are asked for dates and numbers: days before months in English. */
const FORMATS: Record<string, string> = { en: "en-GB" };

export function formatLocale(of: string): string {
  return FORMATS[of] ?? of;
}

export function direction(of: Locale): "ltr" | "rtl" {
  return of === "ar" ? "rtl" : "ltr";
}
