import { useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";

/** Their makers' names, which are the same in every language. */
const BROWSERS: Record<Exclude<Schema["Browser"], "other">, string> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  opera: "Opera",
  safari: "Safari",
  samsung: "Samsung Internet",
};
const SYSTEMS: Record<Exclude<Schema["System"], "other">, string> = {
  android: "Android",
  iphone: "iPhone",
  ipad: "iPad",
  windows: "Windows",
  mac: "Mac",
  chromebook: "Chromebook",
  linux: "Linux",
};

/** "Chrome · Android". */
export function useDevice({ browser, system }: { browser: Schema["Browser"]; system: Schema["System"] }) {
  const { t } = useLingui();
  const [a, b] = [
    browser === "other" ? t`Another browser` : BROWSERS[browser],
    system === "other" ? t`another device` : SYSTEMS[system],
  ];
  return `${a} · ${b}`;
}
