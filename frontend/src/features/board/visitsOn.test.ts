import { expect, test } from "vitest";
import type { Visit } from "./queries";
import { visitsOn } from "./visitsOn";

const DAY = "2026-12-04";
const [CALAIS, DOVER] = ["Europe/Paris", "Europe/London"];

function visit(id: string, time_zone: string, { day = DAY, state = "planning" } = {}): Visit {
  return { id, time_zone, day, state } as Visit;
}

const ids = (visits: Visit[]) => visits.map(({ id }) => id);

test("the visit that is reckoned as the place is comes first, and the other can be reached", () => {
  const both = [visit("there", CALAIS), visit("here", DOVER)];
  expect(ids(visitsOn(both, DAY, DOVER))).toEqual(["here", "there"]);
  expect(ids(visitsOn(both, DAY, CALAIS))).toEqual(["there", "here"]);
});

test("a session stays on the visit it is on while its day is the same", () => {
  const both = [visit("there", CALAIS), visit("here", DOVER)];
  expect(ids(visitsOn(both, DAY, DOVER, "there"))).toEqual(["there", "here"]);
});

test("a visit of another day, or one that is over, is none to put it on", () => {
  const none = [
    visit("past", CALAIS, { state: "done" }),
    visit("off", CALAIS, { state: "cancelled" }),
    visit("week after", CALAIS, { day: "2026-12-11" }),
  ];
  expect(visitsOn(none, DAY, CALAIS)).toEqual([]);
});
