import { expect, test } from "vitest";
import { typed } from "./AnswerBy";

test.each([
  ["2026-10-25T02:30", null, "twice"],
  ["2026-10-25T01:30", "2026-10-25T01:30:00+02:00", null],
  ["2026-10-25T03:00", "2026-10-25T03:00:00+01:00", null],
  ["2026-03-29T02:30", null, "skipped"],
  ["", null, "missing"],
])("a deadline that is typed as %s", (value, by, wrong) => {
  expect(typed(value, "Europe/Paris")).toEqual({ by, own: true, wrong });
});
