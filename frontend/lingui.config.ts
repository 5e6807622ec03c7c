import { readFileSync } from "node:fs";
import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { FOR_OTHERS } from "./scripts/catalogs.mjs";

const spoken = JSON.parse(readFileSync(new URL("src/i18n/locales.json", import.meta.url), "utf8"));

const others = FOR_OTHERS.map((folder) => `<rootDir>/src/${folder}`);

export default defineConfig({
  sourceLocale: "en",
  locales: Object.keys(spoken),
  // Two catalogs: what an interpreter can meet, and what only the other desks say, which a phone need not fetch.
  catalogs: [
    { path: "<rootDir>/src/locales/{locale}/messages", include: ["src"], exclude: others },
    { path: "<rootDir>/src/locales/{locale}/desks", include: others },
  ],
  orderBy: "message",
  // Files without line numbers: a catalog changes when a message does, not when code moves.
  format: formatter({ lineNumbers: false }),
});
