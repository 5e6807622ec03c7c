import { i18n } from "@lingui/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { activate, choose } from "./activate";
import { direction, keepLocale, locale, LOCALES, type Locale, tagOf } from "./locale";

const asked = (...tags: string[]) => vi.spyOn(navigator, "languages", "get").mockReturnValue(tags);

beforeEach(() => localStorage.clear());
afterEach(() => void vi.restoreAllMocks());

test.each<[string[], Locale]>([
  [["ar-SD", "en"], "ar"],
  [["en-GB"], "en"],
  [["am", "ar"], "ar"],
  [["am", "vi"], "en"],
  [["fa-AF"], "prs"],
  [["ku-IQ", "ar"], "ckb"],
  [["ku-Latn", "ar"], "ar"],
  [[], "en"],
])("a browser that asks for %j is spoken to in %s", (tags, expected) => {
  asked(...tags);
  expect(locale()).toBe(expected);
});

test("what was chosen on this device comes before what the browser asks for", () => {
  asked("en");
  keepLocale("ar");
  expect(locale()).toBe("ar");
});

test.each(["xx", "toString", ""])("a kept language that is none of ours (%j) is passed over", (kept) => {
  asked("ar");
  localStorage.setItem("passerelle.locale", kept);
  expect(locale()).toBe("ar");
});

test.each(Object.keys(LOCALES) as Locale[])("%s is spoken by the whole page", async (chosen) => {
  await activate(chosen);
  expect(i18n.locale).toBe(chosen);
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual([
    tagOf(chosen),
    direction(chosen),
  ]);
});

test("a choice is kept", async () => {
  asked("en");
  await choose("ar");
  expect([i18n.locale, locale()]).toEqual(["ar", "ar"]);
});
