import { expect, test } from "vitest";
import { waysOf } from "./ways";

test("every pair once, whichever way round it was measured; the unknown ones last", () => {
  const results = [{ area: "Dunkirk", other: "Calais", minutes: 45 }];
  expect(waysOf({ areas: ["Dunkirk", "Calais", "Folkestone"], results }, "en")).toEqual([
    { area: "Calais", other: "Dunkirk", minutes: 45 },
    { area: "Calais", other: "Folkestone", minutes: null },
    { area: "Dunkirk", other: "Folkestone", minutes: null },
  ]);
});

test("one area has no way to anywhere", () => {
  expect(waysOf({ areas: ["Calais"], results: [] }, "en")).toEqual([]);
});
