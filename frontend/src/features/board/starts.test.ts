import { expect, test } from "vitest";
import { untilNextStart } from "./starts";

const NOON = Date.parse("2026-11-27T12:00:00Z");
const at = (starts_at: string) => ({ starts_at });

test("the first of those still ahead counts", () => {
  const sessions = [at("2026-11-27T11:00:00Z"), at("2026-11-27T16:00:00+01:00"), at("2026-11-27T14:00:00Z")];
  expect(untilNextStart(sessions, NOON)).toBe(2 * 60 * 60_000);
});

test("a day that is far away is looked at again after half a day", () => {
  expect(untilNextStart([at("2027-11-27T11:00:00Z")], NOON)).toBe(12 * 60 * 60_000);
});

test("where all have begun nothing is waited for", () => {
  expect(untilNextStart([at("2026-11-27T12:00:00Z")], NOON)).toBe(false);
  expect(untilNextStart([], NOON)).toBe(false);
});
