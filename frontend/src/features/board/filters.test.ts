import { expect, test } from "vitest";
import { chosen, matches, narrows, needsPeople, readFilters } from "./filters";
import type { Session, Shift } from "./queries";

const place = (part: Partial<Shift> = {}) =>
  ({
    state: "taken",
    language: "prs",
    holder: { id: "n", name: "Nadia" },
    blocks: [],
    offers: [],
    ...part,
  }) as unknown as Shift;

const session = (id: string, shifts: Shift[], part: Partial<Session> = {}) =>
  ({
    id,
    state: "scheduled",
    mode: "in_person",
    group: { name: "Women’s circle" },
    agency: { name: "Art Refuge" },
    site: { name: "The lighthouse", area: "Calais" },
    shifts,
    ...part,
  }) as unknown as Session;

const EVERYTHING = readFilters(new URLSearchParams());
const full = session("full", [place()]);
const gap = session("gap", [place(), place({ state: "open", holder: null })]);

test.each([
  ["a place without anybody", gap, true],
  ["nobody missing", full, false],
  ["no place at all", session("none", []), true],
  ["no place, led by the partner", session("led", [], { mode: "partner_led" }), false],
  ["a hard rule undecided", session("hard", [place({ blocks: [{ code: "x", message: "x" }] })]), true],
  ["a gap in a session that was", session("held", gap.shifts, { state: "held" }), false],
])("needs people: %s", (_name, asked, needs) => {
  expect(needsPeople(asked)).toBe(needs);
});

test("those who need people come before the others, each in the order of time", () => {
  const all = [full, gap, session("late", [place()]), session("later", gap.shifts)];
  expect(chosen(all, EVERYTHING)).toEqual(["full", "gap", "late", "later"]);
  expect(chosen(all, { ...EVERYTHING, first: true })).toEqual(["gap", "later", "full", "late"]);
});

test.each([
  ["words=nadia", true],
  ["words=ART%20ref", true],
  ["words=calais", true],
  ["words=shirin", false],
  ["language=prs", true],
  ["language=ar", false],
  ["only=planned", true],
  ["only=confirmed", false],
  ["only=gaps", false],
  ["mode=remote", false],
  ["only=nonsense", true],
])("the board narrowed by %s", (address, shown) => {
  expect(matches(full, readFilters(new URLSearchParams(address)))).toBe(shown);
});

test("an order does not narrow", () => {
  expect(narrows({ ...EVERYTHING, first: true })).toBe(false);
  expect(narrows({ ...EVERYTHING, words: "a" })).toBe(true);
});
