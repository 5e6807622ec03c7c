import { expect, test } from "vitest";
import { comma, inOneText, isolated } from "./names";

test("a name in a text keeps its own direction", () => {
  expect(["Amina", "فاطمة", ""].map(isolated)).toEqual(["\u2068Amina\u2069", "\u2068فاطمة\u2069", ""]);
});

test("several names in a text keep theirs each, and one needs nothing", () => {
  expect(inOneText(["Amina", "", "فاطمة"], " · ")).toBe("\u2068Amina\u2069 · \u2068فاطمة\u2069");
  expect(inOneText(["Amina"], " · ")).toBe("Amina");
});

test("names are parted as the page's language parts them", () => {
  expect(["en", "fr", "ar", "ti"].map(comma)).toEqual([", ", ", ", "، ", "፣ "]);
});
