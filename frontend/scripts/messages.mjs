// Every message the sources say is in every catalog, translated, and nothing else is.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const path = (locale) => `src/locales/${locale}/messages.po`;
const locales = readdirSync("src/locales");
const before = Object.fromEntries(locales.map((locale) => [locale, readFileSync(path(locale), "utf8")]));
const plain = (text) =>
  text.replace(/"(POT-Creation-Date|PO-Revision-Date):.*\n/g, "").replace(/^#:.*\n/gm, "");

const problems = [];
try {
  execFileSync("node_modules/.bin/lingui", ["extract", "--clean"], { stdio: "pipe" });
  for (const locale of locales) {
    const now = readFileSync(path(locale), "utf8");
    if (plain(now) !== plain(before[locale])) problems.push(`${path(locale)} is not what the sources say`);
    for (const [, id] of now.matchAll(/\nmsgid "((?:[^"\\]|\\.)+)"\nmsgstr ""\n(?!")/g))
      problems.push(`${locale}: no translation of “${id}”`);
  }
} finally {
  for (const locale of locales) writeFileSync(path(locale), before[locale]);
}
if (problems.length) {
  console.error(problems.join("\n"));
  process.exit(1);
}
