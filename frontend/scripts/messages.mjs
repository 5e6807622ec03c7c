// Every message the sources say is in every catalog, translated where the language needs it, and nothing else is.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { lacks } from "./catalogs.mjs";

const spoken = JSON.parse(readFileSync("src/i18n/locales.json", "utf8"));
const locales = Object.keys(spoken);
const paths = locales.flatMap((locale) =>
  ["messages", "desks"].map((part) => `src/locales/${locale}/${part}.po`),
);
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
const before = new Map(paths.map((path) => [path, read(path)]));
const plain = (text) =>
  text.replace(/"(POT-Creation-Date|PO-Revision-Date):.*\n/g, "").replace(/^#:.*\n/gm, "");

const problems = readdirSync("src/locales")
  .filter((locale) => !locales.includes(locale))
  .map((locale) => `src/locales/${locale}: no such language in src/i18n/locales.json`);
try {
  execFileSync("node_modules/.bin/lingui", ["extract", "--clean"], { stdio: "pipe" });
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
