// Imports point one way: app → features → ui, lib, api, i18n; and no feature imports another.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(process.argv[2] ?? "src");
// Tests stand beside what they test and may use the tools in testing/.
const isTest = (file) => /\.test\.tsx?$/.test(file);
const layers = {
  app: 3,
  styleguide: 2,
  features: 2,
  desk: 1,
  ui: 1,
  lib: 1,
  api: 1,
  i18n: 1,
  locales: 0,
  testing: 4,
};

const files = readdirSync(root, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
  .map((name) => join(root, name));

const wrong = [];
const homeless = new Set();
for (const file of files) {
  const own = relative(root, file).split("/");
  if (own.length > 1 && !(own[0] in layers)) homeless.add(own[0]);
  for (const [, target] of readFileSync(file, "utf8").matchAll(
    /(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g,
  )) {
    const other = relative(root, resolve(dirname(file), target)).split("/");
    const [from, to] = [isTest(file) ? layers.testing : (layers[own[0]] ?? 9), layers[other[0]] ?? 9];
    const crossed = own[0] === "features" && other[0] === "features" && own[1] !== other[1];
    if (to > from || crossed) wrong.push(`${own.join("/")} imports ${other.join("/")}`);
  }
}
// A folder without a layer could import anything, and nobody would see.
for (const folder of homeless)
  console.error(`${folder}/ stands in no layer: give it one in scripts/boundaries.mjs`);
if (wrong.length) console.error("Imports that point the wrong way (app → features → ui, lib, api, i18n):");
for (const line of wrong) console.error(`  ${line}`);
process.exit(wrong.length || homeless.size ? 1 : 0);
