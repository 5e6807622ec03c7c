// Every message the sources say is in every catalog, translated where the language needs it, and nothing else is.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { lacks } from "./catalogs.mjs";

const spoken = JSON.parse(readFileSync("src/i18n/locales.json", "utf8"));
const path = (locale) => `src/locales/${locale}/messages.po`;
const locales = Object.keys(spoken);
const before = Object.fromEntries(locales.map((locale) => [locale, readFileSync(path(locale), "utf8")]));
const plain = (text) =>
  text.replace(/"(POT-Creation-Date|PO-Revision-Date):.*\n/g, "").replace(/^#:.*\n/gm, "");

const problems = readdirSync("src/locales")
  .filter((locale) => !locales.includes(locale))
  .map((locale) => `${path(locale)}: no such language in src/i18n/locales.json`);
try {
  execFileSync("node_modules/.bin/lingui", ["extract", "--clean"], { stdio: "pipe" });
  for (const locale of locales) {
    const now = readFileSync(path(locale), "utf8");
    if (plain(now) !== plain(before[locale])) problems.push(`${path(locale)} is not what the sources say`);
    problems.push(...lacks(locale, now, spoken[locale].messages));
  }
} finally {
  for (const locale of locales) writeFileSync(path(locale), before[locale]);
}
if (problems.length) {
  console.error([...new Set(problems)].join("\n"));
  process.exit(1);
}
