import { readFileSync } from "node:fs";
import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { CATALOGS } from "./scripts/catalogs.mjs";

const spoken = JSON.parse(readFileSync(new URL("src/i18n/locales.json", import.meta.url), "utf8"));

const rooted = (folders: string[] = []) => folders.map((folder) => `<rootDir>/${folder}`);

export default defineConfig({
  sourceLocale: "en",
  locales: Object.keys(spoken),
  catalogs: CATALOGS.map(({ name, include, exclude }) => ({
    path: `<rootDir>/src/locales/{locale}/${name}`,
    include: rooted(include),
    exclude: rooted(exclude),
  })),
  orderBy: "message",
  // Files without line numbers: a catalog changes when a message does, not when code moves.
  format: formatter({ lineNumbers: false }),
});
