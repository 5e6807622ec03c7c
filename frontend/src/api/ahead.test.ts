import { expect, test, vi } from "vitest";
import { askAhead, forgetAhead, takeAhead } from "./ahead";

const ME = "/api/v1/me";
const read = (address: string, method = "GET") =>
  takeAhead(new Request(`${window.location.origin}${address}`, { method }));

function answering(answer: () => Promise<Response>) {
  const asked = vi.fn<typeof fetch>(answer);
  vi.stubGlobal("fetch", asked);
  return asked;
}

test("an answer is asked for in the reader's language and is taken once", async () => {
  const asked = answering(async () => new Response("me"));
  askAhead([ME], "ps");
  expect(asked).toHaveBeenCalledExactlyOnceWith(ME, {
    credentials: "same-origin",
    headers: { "Accept-Language": "ps" },
  });
  expect(await (await read(ME))?.text()).toBe("me");
  expect(await read(ME)).toBeUndefined();
});

test("only the same address has the answer", async () => {
  answering(async () => new Response("mine"));
  askAhead(["/api/v1/offers?show=mine"], "en");
  expect(await read("/api/v1/offers?show=asked")).toBeUndefined();
  expect(await (await read("/api/v1/offers?show=mine"))?.text()).toBe("mine");
});

test("what the screen shows is read after what says from where the socket goes on", async () => {
  const waiting: ((answer: Response) => void)[] = [];
  const asked = answering(() => new Promise((resolve) => void waiting.push(resolve)));
  askAhead([ME, "/api/v1/offers?show=mine"], "en");
  const mine = read("/api/v1/offers?show=mine");
  expect(asked.mock.calls.map(([address]) => address)).toEqual([ME]);
  waiting[0]?.(new Response("me"));
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  waiting[1]?.(new Response("mine"));
  expect(await (await mine)?.text()).toBe("mine");
});

test("who is not signed in reads no more", async () => {
  const asked = answering(async () => new Response("", { status: 401 }));
  askAhead([ME, "/api/v1/offers?show=mine"], "en");
  expect(await read("/api/v1/offers?show=mine")).toBeUndefined();
  expect((await read(ME))?.status).toBe(401);
  expect(asked).toHaveBeenCalledTimes(1);
});

test("an act has no answer that was asked for ahead, and what it changes is read anew", async () => {
  answering(async () => new Response("me"));
  askAhead([ME], "en");
  expect(await read(ME, "PATCH")).toBeUndefined();
  expect(await read(ME)).toBeUndefined();
});

test("what did not arrive is asked for again by whoever reads it", async () => {
  answering(() => Promise.reject(new TypeError("Failed to fetch")));
  askAhead([ME], "en");
  expect(await read(ME)).toBeUndefined();
});

test("once changes are heard of, nothing older is taken", async () => {
  answering(async () => new Response("me"));
  askAhead([ME], "en");
  forgetAhead();
  expect(await read(ME)).toBeUndefined();
});

test("where nothing was asked ahead, everything is read in the ordinary way", async () => {
  delete window.passerelleAhead;
  expect(await read(ME)).toBeUndefined();
});
