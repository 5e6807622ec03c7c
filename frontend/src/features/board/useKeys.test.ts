import { renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { turnLetters, useKeys } from "./useKeys";

afterEach(() => localStorage.clear());

/** What is heard of a key with `code`, which writes `key`. */
function heard(key: string, code: string, more: KeyboardEventInit = {}): string[] {
  const said: string[] = [];
  const names = ["a", "b", "j", "n", "/", "?", "ArrowDown"];
  const { unmount } = renderHook(() =>
    useKeys(Object.fromEntries(names.map((name) => [name, () => void said.push(name)]))),
  );
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, ...more }));
  unmount();
  return said;
}

test.each([
  ["a Latin keyboard", "n", "KeyN", {}, "n"],
  ["with the capitals on", "N", "KeyN", { shiftKey: true }, "n"],
  ["an arrow", "ArrowDown", "ArrowDown", {}, "ArrowDown"],
  ["an Arabic letter", "ش", "KeyA", {}, "a"],
  ["a key that writes two letters", "لا", "KeyB", {}, "b"],
  ["the slash of an Arabic keyboard", "ظ", "Slash", {}, "/"],
  ["the same with Shift", "؟", "Slash", { shiftKey: true }, "?"],
  ["a Persian one, which has its slash there", "/", "Slash", {}, "/"],
  ["a Cyrillic one, which has a stop there", "ю", "Slash", { shiftKey: true }, "?"],
  ["a French one, whose slash is elsewhere", "/", "Period", { shiftKey: true }, "/"],
] as const)("%s", (_name, key, code, more, name) => {
  expect(heard(key, code, more)).toEqual([name]);
});

test("a French key that writes something else at the slash's place is no key of the board", () => {
  expect(heard("!", "Slash")).toEqual([]);
});

test("letters turned off are nothing; arrows still walk", () => {
  turnLetters(false);
  expect(heard("ظ", "Slash")).toEqual([]);
  expect(heard("n", "KeyN")).toEqual([]);
  expect(heard("ArrowDown", "ArrowDown")).toEqual(["ArrowDown"]);
});

test("what belongs to the browser is not heard", () => {
  expect(heard("n", "KeyN", { ctrlKey: true })).toEqual([]);
  expect(heard("ظ", "Slash", { altKey: true })).toEqual([]);
});
