import { expect, test } from "vitest";
import { ApiError } from "../api/errors";
import { makeClient } from "./client";

function tries(status: number): number {
  const retry = makeClient().getDefaultOptions().queries?.retry;
  if (typeof retry !== "function") throw new Error("asked again by a rule");
  let count = 0;
  while (count < 100 && retry(count, new ApiError(status, undefined))) count += 1;
  return count;
}

test("a server that cannot be had just now is asked again until it can, for a while", () => {
  expect([502, 503, 504].map(tries)).toEqual([8, 8, 8]);
});

test("what never arrived is asked again a few times", () => {
  expect(tries(0)).toBe(3);
});

test("an answer is an answer", () => {
  expect([400, 401, 403, 404, 409, 412, 429, 500].map(tries)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
