// The table of languages in docs/languages.md, from the same data as the language switch. `--check` says whether it is.
import { readFileSync, writeFileSync } from "node:fs";

const file = "../docs/languages.md";
const [begins, ends] = [
  "<!-- written by `make generate` from frontend/src/i18n/locales.json -->",
  "<!-- the end of what is written -->",
];
const languages = JSON.parse(readFileSync("src/i18n/locales.json", "utf8"));
const speaks = { all: "everything", interpreters: "what interpreters meet" };
const status = (review) =>
  review === "source" ? "what is translated from" : (review ?? "not yet read by a native speaker");

const rows = Object.entries(languages).map(
  ([code, { name, messages, review }]) =>
    `| \`${code}\` | ${name} | ${speaks[messages]} | ${status(review)} |`,
);
const table = [begins, "| | | says | review |", "| --- | --- | --- | --- |", ...rows, ends].join("\n");
const before = readFileSync(file, "utf8");
const [head, rest] = [before.split(begins)[0], before.split(ends)[1]];
if (rest === undefined) throw new Error(`${file} has no place for the table.`);
const wanted = `${head}${table}${rest}`;
if (process.argv.includes("--check")) {
  if (wanted !== before) console.error("docs/languages.md is not what src/i18n/locales.json says.");
  process.exit(wanted === before ? 0 : 1);
}
writeFileSync(file, wanted);
