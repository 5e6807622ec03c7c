import { expect, test } from "vitest";
import { accessWords, ACCESSES, refusedWords } from "./accesses";

test.each([
  ["POST shifts/<uuid:pk>/override", "shifts/…/override"],
  ["GET interpreters/<uuid:pk>", "interpreters/…"],
  ["GET team", "team"],
])("what was refused by %s is told by its address without its parts", (act, address) => {
  const told = refusedWords(act);
  expect(told.address).toBe(address);
  expect(told.wanted).toBeDefined();
});

test("a kind that is not known yet has words all the same", () => {
  expect(accessWords("flew_by")).toBeDefined();
  expect(Object.values(ACCESSES)).not.toContain(accessWords("flew_by"));
});
