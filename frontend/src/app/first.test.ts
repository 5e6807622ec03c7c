import { expect, test } from "vitest";
import { deskAt, filesOf, type Pieces, readsAt } from "./first";

const PIECES: Pieces = {
  desks: { partner: ["assets/PartnerHome.js", "assets/sessions.js"] },
  words: { ps: { messages: "ps.js", names: "names-ps.js", desks: "desks-ps.js", team: "team-ps.js" } },
  styles: [],
  font: null,
};
const NOW = new Date("2026-11-27T22:30:00Z");

test("a desk is known by the first word of its addresses", () => {
  expect(deskAt("/interpreter/fridays")).toBe("interpreter");
  expect(deskAt("/partner")).toBe("partner");
  expect(deskAt("/partners")).toBeUndefined();
  expect(deskAt("/")).toBeUndefined();
});

test("nobody fetches the words of a desk that is not theirs", () => {
  expect(filesOf(PIECES, "interpreter", "ps")).toEqual(["ps.js", "names-ps.js"]);
  expect(filesOf(PIECES, undefined, "ps")).toEqual(["ps.js", "names-ps.js"]);
  expect(filesOf(PIECES, "partner", "ps")).toEqual([
    "ps.js",
    "names-ps.js",
    "desks-ps.js",
    "assets/PartnerHome.js",
    "assets/sessions.js",
  ]);
});

test("while developing there are no pieces", () => {
  expect(filesOf({ desks: {}, words: {}, styles: [], font: null }, "team", "en")).toEqual([]);
});

test("only a desk's first screen is read ahead", () => {
  expect(readsAt("/interpreter", NOW)).toEqual([
    "/api/v1/me",
    "/api/v1/offers?show=mine",
    "/api/v1/offers?show=asked",
  ]);
  expect(readsAt("/partner", NOW)).toContain("/api/v1/visits?from=2026-11-27");
  expect(readsAt("/partner/people", NOW)).toEqual(["/api/v1/me"]);
  expect(readsAt("/", NOW)).toEqual(["/api/v1/me"]);
});

test("whoever signs in or claims an account is not asked for before", () => {
  expect(readsAt("/sign-in", NOW)).toEqual([]);
  expect(readsAt("/claim", NOW)).toEqual([]);
});
