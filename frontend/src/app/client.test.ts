import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { ApiError } from "../api/errors";
import { ME } from "../api/me";
import { keep } from "../lib/offline/snapshot";
import { Cupboard } from "../testing/cupboard";
import { makeClient, remembered } from "./client";

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

test("what was seen is there without a signal, also on a phone too full to mark that it is", async () => {
  Cupboard.install();
  const before = new QueryClient();
  before.setQueryData(ME, { id: "a", name: "Shirin", roles: ["interpreter"] });
  await keep(before);
  localStorage.clear();
  window.history.replaceState(null, "", "/interpreter");
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const client = new QueryClient();
  await remembered(client);
  expect(client.getQueryData(ME)).toMatchObject({ id: "a" });
});
