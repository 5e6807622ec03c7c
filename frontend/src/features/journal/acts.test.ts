import { expect, test } from "vitest";
import { deeds, wayTo } from "./acts";
import type { Line } from "./queries";

const line = (kind: string, part: Partial<Line> = {}): Line => ({
  at: "2026-11-27T10:00:00Z",
  actor: "ann",
  actor_name: "Ann",
  type: "session",
  id: kind,
  kind,
  thing: null,
  ...part,
});

test("lines of one moment and one person are one deed, its first line before what followed", () => {
  const newestFirst = [
    line("counts"),
    line("cover"),
    line("moved"),
    line("planned", { at: "2026-11-27T09:00:00Z" }),
  ];
  expect(deeds(newestFirst).map(({ lines }) => lines.map(({ kind }) => kind))).toEqual([
    ["moved", "cover", "counts"],
    ["planned"],
  ]);
});

test("two people in one moment are two deeds", () => {
  expect(deeds([line("moved"), line("moved", { actor: "ben" })])).toHaveLength(2);
});

test.each([
  ["shift", { visit: "v", place: "p" }, "/team/visits/v?place=p"],
  ["session", { visit: "v", place: null }, "/team/visits/v"],
  ["session", { visit: null, place: null }, null],
])("a %s is looked at on its day's board", (type, thing, way) => {
  expect(wayTo(line("moved", { type, thing: { name: "", day: null, ...thing } }))).toBe(way);
});
