import { i18n, type Messages } from "@lingui/core";
import { learnNames } from "../lib/time/names";
import { direction, keepLocale, locale as own, type Locale, markChosen, numbersOf, tagOf } from "./locale";

const catalogs = import.meta.glob<{ messages: Messages }>("../locales/*/*.po");

/** Whether a screen was opened here that speaks for the partner's or the team's desk. */
let desks = false;

async function read(locale: Locale, part: "messages" | "desks"): Promise<Messages> {
  const load = catalogs[`../locales/${locale}/${part}.po`];
  if (!load) throw new Error(`There is no catalog of ${locale} (${part}).`);
  return (await load()).messages;
}

/** A language's words, the desks' too where they are wanted; its names of days are known from then on. */
export async function catalogOf(locale: Locale): Promise<Messages> {
  const [path, more] = await Promise.all([
    read(locale, "messages"),
    desks ? read(locale, "desks") : {},
    learnNames(locale),
  ]);
  return { ...more, ...path };
}

/** Fetch the words of the partner's and the team's desks too: an interpreter's phone never does. */
export async function speakForDesks(): Promise<null> {
  if (!desks) {
    const now = own();
    const messages = await read(now, "desks");
    // From here on every language comes with them, also one that was chosen meanwhile.
    desks = true;
    i18n.load(now, messages);
    if (i18n.locale && i18n.locale !== now) await activate(i18n.locale as Locale);
  }
  return null;
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
