import { readFileSync } from "node:fs";
import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

const spoken = JSON.parse(readFileSync(new URL("src/i18n/locales.json", import.meta.url), "utf8"));

export default defineConfig({
  sourceLocale: "en",
  locales: Object.keys(spoken),
  catalogs: [{ path: "<rootDir>/src/locales/{locale}/messages", include: ["src"] }],
  orderBy: "message",
  // Files without line numbers: a catalog changes when a message does, not when code moves.
  format: formatter({ lineNumbers: false }),
});
