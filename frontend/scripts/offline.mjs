// What the phone keeps of the product itself, so that an interpreter's desk opens without a signal (decision 33).
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { VitePWA } from "vite-plugin-pwa";

/** An interpreter's screens, the sign-in that stands in their place, what is done on the phone, and the words of both. */
const OPENED =
  /^src\/(?:features\/(?:offers|availability|profile)\/|features\/account\/SignIn|app\/OnPhone|lib\/offline\/|lib\/time\/names\/|locales\/\w+\/messages\.po)/;

/** The files that the screens of an interpreter can ask for, and the page with its styles. Letters a phone mostly has. */
function neededOffline() {
  const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
  const seen = new Set();
  const reach = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) reach(next);
  };
  for (const key of Object.keys(manifest)) if (key === "index.html" || OPENED.test(key)) reach(key);
  return new Set([
    "index.html",
    "mark.svg",
    manifest["style.css"].file,
    ...[...seen].map((key) => manifest[key].file),
  ]);
}

/** The page is kept with its headers: with another policy it is another page, and is fetched anew (decision 40). */
function withPolicy(entry) {
  if (entry.url !== "index.html") return entry;
  const policy = createHash("md5").update(readFileSync("policy.json")).digest("hex");
  return { ...entry, revision: `${entry.revision}-${policy}` };
}

const keepNeeded = (entries) => {
  const needed = neededOffline();
  return { manifest: entries.filter(({ url }) => needed.has(url)).map(withPolicy), warnings: [] };
};

export function offline() {
  return VitePWA({
    // Nobody's page is exchanged under their hands: `lib/offline/worker.ts` asks.
    registerType: "prompt",
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      id: "/",
      name: "Passerelle",
      short_name: "Passerelle",
      start_url: "/interpreter",
      scope: "/",
      display: "standalone",
      background_color: "#f6f4ef",
      theme_color: "#0b4f55",
      icons: [
        { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
        { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
        { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        { src: "/mark.svg", sizes: "any", type: "image/svg+xml" },
      ],
    },
    workbox: {
      globPatterns: ["index.html", "mark.svg", "assets/*.{js,css}"],
      manifestTransforms: [keepNeeded],
      inlineWorkboxRuntime: true,
      cleanupOutdatedCaches: true,
      directoryIndex: null,
      navigateFallback: "/index.html",
      // The other desks, and everything that is no screen, always come from the server.
      navigateFallbackAllowlist: [/^\/$/, /^\/interpreter(?:\/|$)/],
      sourcemap: false,
    },
  });
}
