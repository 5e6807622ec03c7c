// What each role downloads for its first screen, gzip, from Vite's manifest, beside its budget.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const budgets = JSON.parse(readFileSync("budgets.json", "utf8"));
const kib = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0) / 1024;

function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

let over = false;
function tell(name, size, budget) {
  over ||= size > budget;
  console.log(`${size > budget ? "OVER" : "ok  "} ${name}: ${size.toFixed(1)} of ${budget} KiB`);
}

for (const [role, { entry, js }] of Object.entries(budgets)) {
  if (!entry) continue;
  const keys = new Set([...reach("index.html"), ...reach(entry)]);
  tell(`${role}, JS`, kib(new Set([...keys].map((key) => manifest[key].file))), js);
}
tell("CSS, of every screen", kib([manifest["style.css"].file]), budgets.styles.css);
const catalogs = Object.entries(manifest).filter(([key]) => key.endsWith(".po"));
for (const [key, { file }] of catalogs) tell(key, kib([file]), budgets.catalog.js);
const fonts = readdirSync("dist/assets").filter((name) => name.endsWith(".woff2"));
for (const name of fonts) tell(name, readFileSync(`dist/assets/${name}`).length / 1024, budgets.font.kib);
const kept = new Set(
  [...readFileSync("dist/sw.js", "utf8").matchAll(/url:"([^"]+)"/g)].map(([, url]) => url),
);
if (!kept.has("index.html")) throw new Error("dist/sw.js does not say what it keeps.");
const raw = [...kept].reduce((sum, file) => sum + readFileSync(`dist/${file}`).length, 0) / 1024;
tell("kept on an interpreter’s phone, unpacked", raw, budgets.offline.kib);
process.exit(over ? 1 : 0);
