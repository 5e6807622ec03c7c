// Every message the sources say is in every catalog, translated where the language needs it, and nothing else is.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { lacks } from "./catalogs.mjs";
import { extract, pathsOf, read } from "./extract.mjs";

const spoken = JSON.parse(readFileSync("src/i18n/locales.json", "utf8"));
const locales = Object.keys(spoken);
const before = new Map(locales.flatMap(pathsOf).map((path) => [path, read(path)]));
const plain = (text) =>
  text.replace(/"(POT-Creation-Date|PO-Revision-Date):.*\n/g, "").replace(/^#:.*\n/gm, "");

const problems = readdirSync("src/locales")
  .filter((locale) => !locales.includes(locale))
  .map((locale) => `src/locales/${locale}: no such language in src/i18n/locales.json`);
try {
  extract();
  for (const [path, was] of before) {
    const now = read(path);
    const locale = path.split("/")[2];
    if (plain(now) !== plain(was)) problems.push(`${path} is not what the sources say`);
    problems.push(...lacks(locale, now, spoken[locale].messages));
  }
} finally {
  for (const [path, was] of before) writeFileSync(path, was);
}
if (problems.length) {
  console.error([...new Set(problems)].join("\n"));
  process.exit(1);
}
