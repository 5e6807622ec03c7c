import { afterEach, expect, test, vi } from "vitest";
import { today } from "./clock";

afterEach(() => void vi.useRealTimers());

test("today is the day at the place", () => {
  vi.useFakeTimers({ now: new Date("2026-12-03T23:30:00Z") });
  expect([today("Europe/Paris"), today("Europe/London")]).toEqual(["2026-12-04", "2026-12-03"]);
});
