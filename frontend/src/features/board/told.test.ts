import { expect, test } from "vitest";
import type { Schema } from "../../api/client";
import { willBeConfirmed } from "./readiness";
import { hearers } from "./told";

const person = (id: string, what = "confirmed", kind = "interpreter") => ({ id, kind, name: id, what });
const line = (id: string, part: Partial<Schema["SessionReadiness"]> = {}) =>
  ({
    session: { id },
    ready: true,
    already_confirmed: false,
    blocks: [],
    told: [],
    ...part,
  }) as unknown as Schema["SessionReadiness"];
const preview = (...sessions: Schema["SessionReadiness"][]) =>
  ({
    told: [person("ruth", "confirmed", "therapist")],
    sessions,
  }) as unknown as Schema["ConfirmationPreview"];

test("somebody in two sessions is one person with two lines, by id and not by name", () => {
  const found = hearers(
    preview(
      line("morning", { told: [person("amal"), { ...person("other"), name: "amal" }] }),
      line("noon", { told: [person("amal", "not_needed")] }),
    ),
    {},
  );
  expect(found.map(({ key, lines }) => [key, lines.map(({ what, session }) => [what, session?.id])])).toEqual(
    [
      ["therapist ruth", [["confirmed", undefined]]],
      [
        "interpreter amal",
        [
          ["confirmed", "morning"],
          ["not_needed", "noon"],
        ],
      ],
      ["interpreter other", [["confirmed", "morning"]]],
    ],
  );
});

test("who hears only of what will be confirmed: a gap with its reason, and nothing twice", () => {
  const gap = line("gap", {
    ready: false,
    blocks: [{ code: "gap_without_reason" }] as never,
    told: [person("amal")],
  });
  const done = line("done", { ready: false, already_confirmed: true, told: [person("omid")] });
  expect(hearers(preview(gap, done), {}).map(({ name }) => name)).toEqual(["ruth"]);
  expect(hearers(preview(gap, done), { gap: "The partner interprets" }).map(({ name }) => name)).toEqual([
    "ruth",
    "amal",
  ]);
});

test("a reason explains a gap and no hard rule", () => {
  const both = [{ code: "gap_without_reason" }, { code: "needs_override" }] as never;
  expect(willBeConfirmed(line("gap", { ready: false, blocks: both }), "They interpret")).toBe(false);
});
