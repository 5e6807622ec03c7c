/// <reference types="vitest/config" />
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { boot } from "./scripts/boot.mjs";
import { offline } from "./scripts/offline.mjs";

const backend = "http://127.0.0.1:8000";

/** What first screens need beside what all do. Forms and wall times are not among it: they outweigh all the rest. */
const COMMON =
  /\/src\/(?:api\/pages|ui\/(?:Act|Hours|More|Names|StatusNote|words)\.|lib\/(?:names|phone|use\w+|time\/(?!names\/|wall)))|\/react-query\/.*\/use(?:Mutation|InfiniteQuery)/;
/** What people type into and choose from. */
const FORMS =
  /\/@mantine\/core\/.*\/components\/(?:Checkbox|NativeSelect|PasswordInput|Textarea|TextInput)\//;
/** An interpreter's. What the phone keeps is written and read beside it, not before it. */
const OFFERS = /\/src\/(?:features\/offers\/|lib\/offline\/(?:kept|queue|waiting)\.)/;
/** A partner's first screen. */
const SESSIONS =
  /\/src\/features\/requests\/(?:PartnerHome|Age|Session(?:List|Status)|queries|draft\/(?:shelf|form)|ask\/repeat)\./;

export default defineConfig({
  plugins: [lingui({ macroTransform: true }), react(), boot(), offline()],
  // The manifest is what `npm run sizes` measures routes from.
  build: {
    // One sheet: a screen fetched ahead, or again after the line broke, is never there without its looks (decision 31).
    cssCodeSplit: false,
    manifest: true,
    target: "es2022",
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Each request waits for a slow line: what every screen needs comes in one piece, what most need in another.
          groups: [
            {
              name: "first",
              tags: ["$initial"],
              test: (id) => !/\/(?:index\.html|src\/main\.tsx)$/.test(id),
            },
            { name: "common", test: COMMON },
            { name: "forms", test: FORMS },
            { name: "offers", test: OFFERS },
            { name: "sessions", test: SESSIONS },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": backend,
      "/_allauth": backend,
      "/static": backend,
      "/ws": { target: backend, ws: true },
    },
  },
  test: { environment: "jsdom", setupFiles: ["src/testing/setup.ts"], restoreMocks: true },
});
