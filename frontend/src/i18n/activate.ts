import { i18n, type Messages } from "@lingui/core";
import { learnNames } from "../lib/time/names";
import { direction, keepLocale, locale as own, type Locale, markChosen, numbersOf, tagOf } from "./locale";

const catalogs = import.meta.glob<{ messages: Messages }>("../locales/*/*.po");

type Part = "desks" | "team";

/** Whose words are wanted here beside an interpreter's: those of the desks that were opened. */
const opened = new Set<Part>();

async function read(locale: Locale, part: Part | "devices" | "messages"): Promise<Messages> {
  const load = catalogs[`../locales/${locale}/${part}.po`];
  if (!load) throw new Error(`There is no catalog of ${locale} (${part}).`);
  return (await load()).messages;
}

/** A language's words, those of the opened desks too; its names of days are known from then on. */
export async function catalogOf(locale: Locale): Promise<Messages> {
  const [path, more] = await Promise.all([
    read(locale, "messages"),
    Promise.all([...opened].map((part) => read(locale, part))),
    learnNames(locale),
  ]);
  return Object.assign({}, ...more, path) as Messages;
}

async function open(parts: Part[]): Promise<null> {
  const wanted = parts.filter((part) => !opened.has(part));
  if (wanted.length) {
    const now = own();
    await Promise.all(wanted.map((part) => read(now, part)));
    // From here on every language comes with them, also one that was chosen meanwhile.
    for (const part of wanted) opened.add(part);
    i18n.load(now, await catalogOf(now));
    if (i18n.locale && i18n.locale !== now) await activate(i18n.locale as Locale);
  }
  return null;
}

/** Fetch the words that a partner's desk says beside: an interpreter's phone never does. */
export const speakForPartners = () => open(["desks"]);

/** The same of the team's, where partners' words are said too. */
export const speakForTeam = () => open(["desks", "team"]);

/** The words of the one screen that fetches its own with it, once for each language: whoever opens it has a connection. */
export async function learnDevices(locale: Locale): Promise<null> {
  i18n.load(locale, await read(locale, "devices"));
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
