import { i18n, type Messages } from "@lingui/core";
import { learnNames } from "../lib/time/names";
import { direction, keepLocale, type Locale, markChosen, numbersOf, tagOf } from "./locale";

const catalogs = import.meta.glob<{ messages: Messages }>("../locales/*/messages.po");

/** A language's catalog; its names of days are known from then on. */
export async function catalogOf(locale: Locale): Promise<Messages> {
  const load = catalogs[`../locales/${locale}/messages.po`];
  if (!load) throw new Error(`There is no catalog of ${locale}.`);
  const [{ messages }] = await Promise.all([load(), learnNames(locale)]);
  return messages;
}

/** Load a language and speak it, on the page's own `lang` and `dir` too. */
export async function activate(locale: Locale): Promise<void> {
  const messages = await catalogOf(locale);
  i18n.load(locale, messages);
  i18n.activate(locale, numbersOf(locale));
  document.documentElement.lang = tagOf(locale);
  document.documentElement.dir = direction(locale);
}

/** Speak a language here from now on. */
export async function speak(locale: Locale): Promise<void> {
  keepLocale(locale);
  await activate(locale);
}

/** What somebody picked: it goes before what their account knows. */
export async function choose(locale: Locale): Promise<void> {
  markChosen(locale);
  await speak(locale);
}
