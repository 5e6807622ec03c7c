import { expect, test } from "vitest";
import { changed, choicesOf, choose, letters, missing } from "./matching";
import type { Column, Field } from "./queries";

const columns: Column[] = [
  { index: 0, header: "Nom", samples: [], field: "name", for_reading: false },
  { index: 1, header: "Tél", samples: [], field: "phone", for_reading: false },
  { index: 2, header: "Parle", samples: [], field: null, for_reading: false },
];
const fields: Field[] = [
  { name: "name", required: true, instead: ["first_name"], several: false },
  { name: "first_name", required: false, instead: [], several: false },
  { name: "phone", required: false, instead: [], several: false },
  { name: "languages", required: true, instead: [], several: false },
  { name: "interpreter", required: false, instead: [], several: true },
];
const names = (found: Field[]) => found.map(({ name }) => name);

test("a field that every row needs is missing until a column is taken for it", () => {
  const choices = choicesOf(columns);
  expect(names(missing(fields, choices))).toEqual(["languages"]);
  expect(missing(fields, choose(choices, 2, "languages", fields))).toEqual([]);
});

test("a field that does instead of a needed one is enough", () => {
  const choices = choose(choose(choicesOf(columns), 0, "first_name", fields), 2, "languages", fields);
  expect(missing(fields, choices)).toEqual([]);
  expect(names(missing(fields, choose(choices, 0, null, fields)))).toEqual(["name"]);
});

test("a thing is in one column: the other one is left out", () => {
  expect(choose(choicesOf(columns), 2, "phone", fields)).toEqual({ 0: "name", 1: null, 2: "phone" });
});

test("a thing that may be in several columns stays in the others", () => {
  const choices = choose(choicesOf(columns), 1, "interpreter", fields);
  expect(choose(choices, 2, "interpreter", fields)).toEqual({
    0: "name",
    1: "interpreter",
    2: "interpreter",
  });
});

test("leaving a column out leaves out no other one", () => {
  expect(choose(choicesOf(columns), 0, null, fields)).toEqual({ 0: null, 1: "phone", 2: null });
});

test("only what was chosen otherwise is sent", () => {
  const choices = choose(choicesOf(columns), 2, "phone", fields);
  expect(changed(columns, choices)).toEqual([
    { index: 1, field: null },
    { index: 2, field: "phone" },
  ]);
  expect(changed(columns, choicesOf(columns))).toEqual([]);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is called %s", (index, name) => {
  expect(letters(index)).toBe(name);
});
