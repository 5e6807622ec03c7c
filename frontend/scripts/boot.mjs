// Puts `src/boot.ts` into the page, with the names that the build gave to what it fetches early (decision 28).
import { readFileSync } from "node:fs";
import { build } from "vite";

const PLACE = "<!-- boot -->";
const STYLES = / *<link rel="stylesheet"[^>]* href="\/([^"]+)">\n/g;

/** The chunks that `file` needs before it can run, itself among them. */
function reach(bundle, file, seen = new Set()) {
  const found = bundle[file];
  if (seen.has(file) || found?.type !== "chunk") return seen;
  seen.add(file);
  for (const next of found.imports) reach(bundle, next, seen);
  return seen;
}

/** The scripts of the screen in `source`, beside those that `index.html` names. */
function screen(bundle, chunks, source) {
  const entry = chunks.find((chunk) => chunk.isEntry);
  const first = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`/${source}`));
  if (!first) throw new Error(`The build has no piece for ${source}, of which budgets.json speaks.`);
  const there = reach(bundle, entry.fileName);
  return [...reach(bundle, first.fileName)].filter((file) => !there.has(file));
}

/** What `src/boot.ts` fetches early (`Pieces` in `src/app/first.ts`). */
function piecesOf(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
  const budgets = JSON.parse(readFileSync("budgets.json", "utf8"));
  const pieces = { desks: {}, words: {}, styles: [], font: null };
  for (const [desk, { entry }] of Object.entries(budgets))
    if (entry) pieces.desks[desk] = screen(bundle, chunks, entry);
  for (const { facadeModuleId, fileName } of chunks) {
    const [, locale, part] = /\/locales\/(\w+)\/(\w+)\.po$/.exec(facadeModuleId ?? "") ?? [];
    const [, named] = /\/lib\/time\/names\/(\w+)\.json$/.exec(facadeModuleId ?? "") ?? [];
    // What comes with its own screen is no first screen's.
    if (locale && part !== "devices") (pieces.words[locale] ??= {})[part] = fileName;
    if (named) (pieces.words[named] ??= {}).names = fileName;
  }
  pieces.font = Object.keys(bundle).find((file) => /vazirmatn.*\.woff2$/.test(file)) ?? null;
  return pieces;
}

/** The script of `src/boot.ts`, and the styles of the frame that is shown until the screen is there. */
async function written(pieces) {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { PIECES: JSON.stringify(pieces) },
    build: { write: false, target: "es2022", lib: { entry: "src/boot.ts", formats: ["iife"], name: "boot" } },
  });
  const files = [built].flat()[0].output;
  const script = files.find(({ type }) => type === "chunk").code.trim();
  const style = files.find(({ fileName }) => fileName.endsWith(".css")).source;
  return `<style>${style.replace(/\/\*.*?\*\//g, "").trim()}</style><script>${script}</script>`;
}

export function boot() {
  return {
    name: "passerelle-boot",
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle }) {
        // While developing nothing is fetched early; the names are not known before they are asked for.
        const pieces = bundle ? piecesOf(bundle) : { desks: {}, words: {}, styles: [], font: null };
        pieces.styles = [...html.matchAll(STYLES)].map(([, file]) => file);
        const head = await written(pieces);
        return html.replaceAll(STYLES, "").replace(PLACE, () => head);
      },
    },
  };
}
