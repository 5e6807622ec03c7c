// The names of days, months and zones in the languages that Chromium does not know (it prints English and says
// nothing), from the ICU of Node, which is complete. `--check` says whether the committed files are still these.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const folder = "src/lib/time/names";
const locales = JSON.parse(readFileSync("src/i18n/locales.json", "utf8"));
/** Browsers know these well; the others are partly or wholly missing in one or another. */
const KNOWN_EVERYWHERE = new Set(["en", "fr", "ar"]);
const SOLAR = new Set(["fa", "prs", "ps"]);

const part = (tag, options, moment, type) =>
  new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options })
    .formatToParts(moment)
    .find((found) => found.type === type).value;
const months = (tag, of = (n) => new Date(Date.UTC(2026, n, 15))) =>
  Array.from({ length: 12 }, (_, n) => part(tag, { day: "numeric", month: "long" }, of(n), "month"));
const weekdays = (tag, weekday) =>
  Array.from({ length: 7 }, (_, n) =>
    part(tag, { weekday }, new Date(Date.UTC(2026, 10, 22 + n)), "weekday"),
  );

function zones(tag) {
  const found = {};
  for (const timeZone of Intl.supportedValuesOf("timeZone").filter((zone) => zone.startsWith("Europe/"))) {
    const name = part(
      tag,
      { timeZone, timeZoneName: "longGeneric" },
      new Date(Date.UTC(2026, 10, 27)),
      "timeZoneName",
    );
    if (isTheirs(name)) (found[name] ??= []).push(timeZone);
  }
  return found;
}

/** What is said in Latin letters is not a name in these languages: ICU had none. */
const isTheirs = (name) => !/[A-Za-z]/.test(name);

/** A day in the month `n` of the Solar Hijri year 1405, which begins on 21 March 2026; its months have 29 to 31 days. */
const solar = (n) => new Date(Date.UTC(2026, 2, 25) + n * 30.5 * 86_400_000);

function names(locale) {
  const { tag } = locales[locale];
  if (!Intl.DateTimeFormat.supportedLocalesOf(tag).length) throw new Error(`Node knows no dates of ${tag}.`);
  const gregorian = `${tag}-u-ca-gregory`;
  const found = {
    months: months(gregorian),
    weekdays: weekdays(gregorian, "long"),
    shortWeekdays: weekdays(gregorian, "short"),
    solarMonths: SOLAR.has(locale) ? months(`${tag}-u-ca-persian`, solar) : null,
    zones: zones(tag),
  };
  const foreign = Object.values(found)
    .flatMap((value) => (Array.isArray(value) ? value : []))
    .filter((name) => !isTheirs(name));
  if (foreign.length) throw new Error(`${locale}: ICU has no names for ${foreign.join(", ")}.`);
  return found;
}

const wanted = Object.fromEntries(
  Object.keys(locales)
    .filter((locale) => !KNOWN_EVERYWHERE.has(locale))
    .map((locale) => [`${locale}.json`, `${JSON.stringify(names(locale), null, 2)}\n`]),
);
mkdirSync(folder, { recursive: true });
const there = readdirSync(folder);
const stale = there.filter((name) => !(name in wanted));
const differing = Object.keys(wanted).filter(
  (name) => !there.includes(name) || readFileSync(`${folder}/${name}`, "utf8") !== wanted[name],
);
if (process.argv.includes("--check")) {
  for (const name of [...stale, ...differing])
    console.error(`${folder}/${name} is not what Node's ICU says.`);
  process.exit(stale.length + differing.length ? 1 : 0);
}
for (const name of stale) rmSync(`${folder}/${name}`);
for (const [name, text] of Object.entries(wanted)) writeFileSync(`${folder}/${name}`, text);
