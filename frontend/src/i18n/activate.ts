import { i18n, type Messages } from "@lingui/core";
import { direction, keepLocale, type Locale } from "./locale";

const catalogs: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import("../locales/en/messages.po"),
  fr: () => import("../locales/fr/messages.po"),
  ar: () => import("../locales/ar/messages.po"),
};

/** Load a language's catalog and speak it, on the page's own `lang` and `dir` too. */
export async function activate(locale: Locale): Promise<void> {
  const { messages } = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  document.documentElement.dir = direction(locale);
}

export async function choose(locale: Locale): Promise<void> {
  keepLocale(locale);
  await activate(locale);
}
