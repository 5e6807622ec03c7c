// The Ethiopic script for Tigrinya and Amharic: one block of Noto Sans Ethiopic in the weights we use, 30 KB of its 198.
// The phone's own font comes first (`src/ui/fonts.css`). `--check` says whether the committed file is still this one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const folder = "src/ui/fonts";
const file = `${folder}/ethiopic.woff2`;
const whole =
  "node_modules/@fontsource-variable/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2";
const BLOCK = [0x1200, 0x137f];

const text = String.fromCodePoint(...Array.from({ length: BLOCK[1] - BLOCK[0] + 1 }, (_, n) => BLOCK[0] + n));
const wanted = await subsetFont(readFileSync(whole), text, {
  targetFormat: "woff2",
  // Its kerning is twice as large as its letters.
  keepFeatures: [],
  variationAxes: { wght: { min: 400, max: 700, default: 400 } },
});
if (process.argv.includes("--check")) {
  const same = existsSync(file) && wanted.equals(readFileSync(file));
  if (!same) console.error(`${file} is not what scripts/fonts.mjs makes.`);
  process.exit(same ? 0 : 1);
}
mkdirSync(folder, { recursive: true });
writeFileSync(file, wanted);
