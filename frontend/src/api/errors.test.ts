import { expect, test } from "vitest";
import { ApiError, byField, offline } from "./errors";

const REFUSED = new ApiError(400, {
  errors: [
    { code: "invalid", message: "Give a number.", field: "needs.0.people" },
    { code: "too_long", message: "This is too long.", field: "brief.notes" },
    { code: "phone_in_text", message: "Leave the phone number out.", field: "brief.notes" },
    { code: "not_now", message: "The day is over." },
    { code: "not_you", message: "Ask the team.", field: null },
  ],
});

test("each problem stands beside its field, and what belongs to none under no name", () => {
  expect(byField(REFUSED)).toEqual({
    "needs.0.people": "Give a number.",
    "brief.notes": "This is too long. Leave the phone number out.",
    "": "The day is over. Ask the team.",
  });
});

test("a refusal says everything the server said", () => {
  expect(REFUSED.message).toBe(
    "Give a number. This is too long. Leave the phone number out. The day is over. Ask the team.",
  );
  expect(REFUSED.isOffline).toBe(false);
});

test("where an older state was edited, the newest comes along", () => {
  const stale = new ApiError(412, {
    errors: [{ code: "stale", message: "Changed." }],
    current: { version: 3 },
  });
  expect(stale.current).toEqual({ version: 3 });
});

test.each([undefined, null, "<html>", {}, { errors: "no list" }])(
  "an answer without problems: %j",
  (body) => {
    const error = new ApiError(502, body);
    expect([error.message, error.problems, byField(error)]).toEqual(["HTTP 502", [], {}]);
  },
);

test("a server that was not reached is no refusal", () => {
  expect([offline().isOffline, byField(offline())]).toEqual([true, {}]);
});

test("what is no error of the API has no fields", () => {
  expect([byField(new TypeError("x")), byField(null)]).toEqual([{}, {}]);
});
