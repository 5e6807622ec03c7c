/// <reference types="vitest/config" />
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const backend = "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [lingui({ macroTransform: true }), react()],
  // The manifest is what `npm run sizes` measures routes from.
  build: { manifest: true, target: "es2022" },
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
