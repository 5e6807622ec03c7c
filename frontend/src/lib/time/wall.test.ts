import { expect, test } from "vitest";
import { isSecond, later, minutesBetween, moment, moments, NoSuchTime, wallOf } from "./wall";

const PARIS = "Europe/Paris";

test.each([
  ["2026-12-04", "10:00", PARIS, "2026-12-04T10:00:00+01:00"],
  ["2026-07-03", "10:00", PARIS, "2026-07-03T10:00:00+02:00"],
  ["2026-07-03", "10:00", "Europe/London", "2026-07-03T10:00:00+01:00"],
  ["2026-07-03", "10:00", "Asia/Kabul", "2026-07-03T10:00:00+04:30"],
])("%s %s at %s is %s", (day, time, zone, expected) => {
  expect(moment(day, time, zone)).toBe(expected);
});

test("an hour that clocks skip is no moment", () => {
  expect(() => moment("2026-03-29", "02:30", PARIS)).toThrow(NoSuchTime);
});

test("the second of two equal hours is told from the first, and from an hour that comes once", () => {
  const [first = "", second = ""] = moments("2026-10-25", "02:30", PARIS);
  expect([first, second, "2026-12-04T10:00:00+01:00"].map((at) => isSecond(at, PARIS))).toEqual([
    false,
    true,
    false,
  ]);
});

test("of an hour that happens twice, the first is meant", () => {
  expect(moment("2026-10-25", "02:30", PARIS)).toBe("2026-10-25T02:30:00+02:00");
});

test("of an hour that happens twice, the second where that is said, and it shows the same on the wall", () => {
  const second = moment("2026-10-25", "02:30", PARIS, true);
  expect(second).toBe("2026-10-25T02:30:00+01:00");
  expect(wallOf(second, PARIS)).toEqual({ day: "2026-10-25", time: "02:30" });
  expect(moment("2026-12-04", "10:00", PARIS, true)).toBe("2026-12-04T10:00:00+01:00");
});

test.each([
  ["2026-12-04", "10:00", ["2026-12-04T10:00:00+01:00"]],
  ["2026-10-25", "02:30", ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]],
  ["2026-03-29", "02:30", []],
  ["2026-02-30", "10:00", []],
  ["", "10:00", []],
  ["2026-12-04", "", []],
])("clocks show %s %s at %j", (day, time, expected) => {
  expect(moments(day, time, PARIS)).toEqual(expected);
});

test("minutes are counted in real time across a change of clocks", () => {
  const start = moment("2026-10-25", "02:30", PARIS);
  expect(later(start, 90)).toBe("2026-10-25T02:00:00Z");
  expect(wallOf(later(start, 90), PARIS)).toEqual({ day: "2026-10-25", time: "03:00" });
  expect(minutesBetween(start, later(start, 90))).toBe(90);
});

test("what clocks show is read back at the place, not at the reader", () => {
  expect(wallOf("2026-12-04T23:30:00Z", PARIS)).toEqual({ day: "2026-12-05", time: "00:30" });
});
