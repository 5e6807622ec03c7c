import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ME } from "../../api/me";
import { forgetActs, knownList } from "../../lib/offline/queue";
import { useSayDay } from "./queries";

const client = new QueryClient();
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

/** The server's side of what is on its way, by its address: a test refuses it. */
const asked = new Map<string, (refusal: Response) => void>();
const refuse = (path: string) =>
  act(async () => {
    asked.get(path)?.(Response.json({ errors: [{ code: "taken", message: "Taken." }] }, { status: 409 }));
    asked.delete(path);
  });
const refused = () => knownList().map((one) => [one.about, one.refused]);
const OVERTAKEN = { status: 409, words: "Taken." };

beforeEach(() => {
  vi.stubGlobal("fetch", (path: string) => new Promise((resolve) => asked.set(path, resolve)));
  client.setQueryData(ME, { id: "a" });
});

afterEach(() => forgetActs("a"));

async function say(day: string, screen = renderHook(useSayDay, { wrapper })) {
  act(() => screen.result.current.mutate({ day, free: true }));
  await vi.waitFor(() => expect(knownList().map(({ about }) => about)).toContain(`day ${day}`));
  return screen;
}

const isAsked = (day: string) =>
  vi.waitFor(() => expect([...asked.keys()]).toEqual([`/api/v1/free-days/${day}`]));

test("who looks at the screen is told on it what was refused, and nowhere else", async () => {
  const screen = await say("1");
  await isAsked("1");
  await refuse("/api/v1/free-days/1");
  await vi.waitFor(() => expect(screen.result.current.error).toMatchObject({ status: 409 }));
  await vi.waitFor(() => expect(refused()).toEqual([]));
});

test("who has left the screen is told elsewhere what was refused", async () => {
  const screen = await say("1");
  await isAsked("1");
  screen.unmount();
  await refuse("/api/v1/free-days/1");
  await vi.waitFor(() => expect(refused()).toEqual([["day 1", OVERTAKEN]]));
});

test("so is who has said something else on it since, of which the screen tells", async () => {
  const screen = await say("1");
  await isAsked("1");
  await say("2", screen);
  await refuse("/api/v1/free-days/1");
  await isAsked("2");
  await refuse("/api/v1/free-days/2");
  await vi.waitFor(() => expect(screen.result.current.error).toMatchObject({ status: 409 }));
  await vi.waitFor(() => expect(refused()).toEqual([["day 1", OVERTAKEN]]));
});
