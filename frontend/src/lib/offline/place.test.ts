import { expect, test } from "vitest";
import { mayHoldPlace } from "./place";

/** A Friday afternoon in Calais, on the winter's clocks: 14:00 to 15:30 there. */
const FRIDAY = {
  starts_at: "2026-12-04T13:00:00Z",
  ends_at: "2026-12-04T14:30:00Z",
  time_zone: "Europe/Paris",
};

test.each([
  ["2026-12-03T15:59:59Z", false],
  ["2026-12-03T16:00:00Z", true],
  ["2026-12-04T05:00:00Z", true],
  ["2026-12-04T22:59:59Z", true],
  ["2026-12-04T23:00:00Z", false],
  ["2026-12-10T16:30:00Z", false],
])("at %s the place of Friday may be on the phone: %s", (now, may) => {
  expect(mayHoldPlace(FRIDAY, Date.parse(now))).toBe(may);
});

test("the evening is the place's, also where the clocks change that night", () => {
  // 2027-03-28: clocks in Paris go from 2 to 3 in the morning.
  const sunday = {
    starts_at: "2027-03-28T08:00:00Z",
    ends_at: "2027-03-28T09:00:00Z",
    time_zone: "Europe/Paris",
  };
  expect(mayHoldPlace(sunday, Date.parse("2027-03-27T15:59:00Z"))).toBe(false);
  expect(mayHoldPlace(sunday, Date.parse("2027-03-27T16:00:00Z"))).toBe(true);
  expect(mayHoldPlace(sunday, Date.parse("2027-03-28T21:59:00Z"))).toBe(true);
  expect(mayHoldPlace(sunday, Date.parse("2027-03-28T22:00:00Z"))).toBe(false);
});

test("a session over midnight keeps its place to the end of the day it ends on", () => {
  const late = { ...FRIDAY, starts_at: "2026-12-04T22:00:00Z", ends_at: "2026-12-05T00:00:00Z" };
  expect(mayHoldPlace(late, Date.parse("2026-12-05T22:30:00Z"))).toBe(true);
  expect(mayHoldPlace(late, Date.parse("2026-12-05T23:00:00Z"))).toBe(false);
});
