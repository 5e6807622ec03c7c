import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { fetchMe, ME, placeOf } from "./me";

/** The far end, there before the client that keeps hold of it is made. */
const server = vi.hoisted(() => {
  const waiting: Response[] = [];
  globalThis.fetch = () => Promise.resolve(waiting.shift() ?? Response.error());
  return waiting;
});

/** Answers that carry these cursors, one after the other. */
function answers(...cursors: string[]) {
  for (const cursor of cursors)
    server.push(Response.json({ name: "Ines" }, { headers: { "Live-Cursor": cursor } }));
}

afterEach(() => void server.splice(0));

test("the first answer says where the socket begins, and no later one", async () => {
  answers("first", "second");
  const client = new QueryClient();
  expect(placeOf(client).cursor).toBeNull();
  await fetchMe(client);
  await fetchMe(client);
  expect(placeOf(client).cursor).toBe("first");
});

test("what the socket reached is not taken back by an answer", async () => {
  answers("first", "second");
  const client = new QueryClient();
  await fetchMe(client);
  placeOf(client).cursor = "from a frame";
  await fetchMe(client);
  expect(placeOf(client).cursor).toBe("from a frame");
});

test("the place is forgotten with what was fetched", async () => {
  answers("first", "of somebody else");
  const client = new QueryClient();
  await fetchMe(client);
  client.clear();
  expect(placeOf(client).cursor).toBeNull();
  await fetchMe(client);
  expect(placeOf(client).cursor).toBe("of somebody else");
});

test("the place outlives every screen", async () => {
  vi.useFakeTimers();
  answers("first");
  const client = new QueryClient();
  await fetchMe(client);
  await vi.advanceTimersByTimeAsync(86_400_000);
  expect(placeOf(client).cursor).toBe("first");
  vi.useRealTimers();
});

test("where nobody is signed in there is no place", async () => {
  server.push(Response.json({ errors: [] }, { status: 401 }));
  const client = new QueryClient();
  expect(await fetchMe(client)).toBeNull();
  expect(placeOf(client).cursor).toBeNull();
});

test("what was read for somebody else is forgotten with the first word of who is here now", async () => {
  const client = new QueryClient();
  client.setQueryData(ME, { id: "a" });
  client.setQueryData(["offer"], "of a");
  server.push(Response.json({ id: "a" }), Response.json({ id: "b" }, { headers: { "Live-Cursor": "of b" } }));
  await fetchMe(client);
  expect(client.getQueryData(["offer"])).toBe("of a");
  await fetchMe(client);
  expect(client.getQueryData(["offer"])).toBeUndefined();
  expect(placeOf(client).cursor).toBe("of b");
});
