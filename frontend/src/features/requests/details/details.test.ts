import { describe, expect, it } from "vitest";
import { draftOf } from "../draft/draft";
import type { Draft } from "../draft/form";
import { aSession, GROUP } from "../draft/testing";
import { lacking, onto } from "./details";

const SESSION = aSession(
  "one",
  3,
  {
    group: GROUP,
    starts_at: "2026-11-27T10:00:00+01:00",
    ends_at: "2026-11-27T11:00:00+01:00",
    people_expected: 6,
    needs: [{ language: "prs", people: 6 }],
    requirements: [
      { what: "woman", strength: "required" },
      { what: "check", strength: "wished" },
    ],
    contact: { name: "Ines", phone: "+33 3 53 01 00 11" },
  },
  "scheduled",
);
const OPENED: Draft = draftOf(SESSION);

describe("onto", () => {
  it("writes what was touched and leaves what somebody else wrote", () => {
    const now: Draft = { ...OPENED, contactName: "Ben", notes: "Paper is there.", room: ["quiet"] };
    const typed: Draft = { ...OPENED, theme: "sleep", notes: "Shoes off." };
    expect(onto(now, typed, OPENED)).toEqual({ ...now, theme: "sleep", notes: "Shoes off." });
  });

  it("takes a contact as one: a name of one with the phone of another calls nobody", () => {
    const now: Draft = { ...OPENED, contactName: "Ben", contactPhone: "+33 3 53 01 00 12" };
    const typed: Draft = { ...OPENED, contactName: "Zoë" };
    expect(onto(now, typed, OPENED)).toEqual({
      ...now,
      contactName: "Zoë",
      contactPhone: OPENED.contactPhone,
    });
  });

  it("does not take the same said in another order for a touch", () => {
    const now: Draft = { ...OPENED, requirements: {} };
    const typed: Draft = { ...OPENED, requirements: { check: "wished", woman: "required" } };
    expect(onto(now, typed, OPENED)).toEqual(now);
  });
});

describe("lacking", () => {
  it("asks for languages, numbers and a name only, whenever the session is", () => {
    const empty: Draft = { ...OPENED, day: "", people: "", needs: [], requirements: { named: "wished" } };
    expect(lacking(empty, SESSION)).toEqual(["needs", "named"]);
    expect(
      lacking({ ...OPENED, needs: [{ language: "prs", variety: "", people: "many" }] }, SESSION),
    ).toEqual(["needs_people"]);
    expect(lacking(OPENED, SESSION)).toEqual([]);
  });

  it("does not ask for a language where there never was one", () => {
    expect(lacking({ ...OPENED, needs: [] }, { ...SESSION, needs: [] })).toEqual([]);
  });
});
