import { expect, test } from "vitest";
import { line } from "./line";

test("a cell that holds what cuts cells is quoted", () => {
  expect(line(["Arabic, French", 'the "Halle"', "plain"], ",")).toBe(
    '"Arabic, French","the ""Halle""",plain',
  );
});
