import { afterEach, expect, test, vi } from "vitest";
import { chosenHere, keepLocale, knownToAccount, locale, markChosen, matching } from "./locale";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

test.each([
  ["fa-AF", "prs"],
  ["prs-AF", "prs"],
  ["fa-IR", "fa"],
  ["fa", "fa"],
  ["ps-AF", "ps"],
  ["ckb-IQ", "ckb"],
  ["ku", "ckb"],
  ["ku-Arab-IQ", "ckb"],
  ["ku-Latn-TR", undefined],
  ["kmr", undefined],
  ["ti-ER", "ti"],
  ["fr-BE", "fr"],
  ["EN-us", "en"],
  ["vi", undefined],
  ["constructor", undefined],
])("a browser that asks for %s means %s", (tag, meant) => {
  expect(matching(tag)).toBe(meant);
});

test("the first language of the browser that is ours is spoken, else English", () => {
  const asked = vi.spyOn(navigator, "languages", "get");
  asked.mockReturnValue(["am-ET", "ti-ET", "en"]);
  expect(locale()).toBe("ti");
  asked.mockReturnValue(["vi"]);
  expect(locale()).toBe("en");
});

test("what was spoken on this device goes before what the browser asks for", () => {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["fr"]);
  keepLocale("ps");
  expect(locale()).toBe("ps");
});

test("a choice waits until the account knows it, and a newer one waits on", () => {
  markChosen("ps");
  markChosen("ckb");
  knownToAccount("ps");
  expect(chosenHere()).toBe("ckb");
  knownToAccount("ckb");
  expect(chosenHere()).toBeUndefined();
});
