// Write the catalogs anew from the sources. What was translated stays, also where a message now stands in another one.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { CATALOGS, kept } from "./catalogs.mjs";

const locales = Object.keys(JSON.parse(readFileSync("src/i18n/locales.json", "utf8")));

/** The catalogs of a language, by their paths. */
export const pathsOf = (locale) => CATALOGS.map(({ name }) => `src/locales/${locale}/${name}.po`);
export const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

export function extract() {
  const before = new Map(locales.map((locale) => [locale, pathsOf(locale).map(read)]));
  execFileSync("node_modules/.bin/lingui", ["extract", "--clean"], { stdio: "pipe" });
  for (const [locale, catalogs] of before) {
    const paths = pathsOf(locale);
    const now = kept(catalogs, paths.map(read));
    for (const [at, path] of paths.entries()) writeFileSync(path, now[at]);
  }
}

if (import.meta.main) extract();
