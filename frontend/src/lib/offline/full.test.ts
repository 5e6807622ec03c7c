import { onlineManager, QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import { ME } from "../../api/me";
import { Cupboard } from "../../testing/cupboard";

const SAID = { about: "day 1", said: "free", method: "PUT", path: "/1", body: {} } as const;
const LOOKS = () => true;

let cupboard: Cupboard;
let client: QueryClient;
let sent: string[];

/** The page, opened anew: it knows what lies on the phone, and nothing else. */
async function page() {
  vi.resetModules();
  return {
    ...(await import("./sender")),
    ...(await import("./leaving")),
    ...(await import("./snapshot")),
    ...(await import("./queue")),
  };
}

const refused = () => {
  throw new DOMException("not in a private window", "SecurityError");
};

/** A phone on which nothing more can be marked. */
beforeEach(() => {
  localStorage.clear();
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  onlineManager.setOnline(true);
  cupboard = Cupboard.install();
  client = new QueryClient();
  client.setQueryData(ME, { id: "a", name: "Shirin", roles: ["interpreter"] });
  sent = [];
  vi.stubGlobal("fetch", async (path: string) => {
    sent.push(path);
    return Response.json({ id: "a" });
  });
});

test("an answer given on a full phone arrives", async () => {
  const { tell } = await page();
  expect(await tell(client, SAID, LOOKS)).toEqual({ id: "a" });
  await vi.waitFor(() => expect([sent, cupboard.values.get("waiting")]).toEqual([["/1"], []]));
});

test("given without a signal it waits, and is sent by a later page", async () => {
  const first = await page();
  onlineManager.setOnline(false);
  expect(await first.tell(client, SAID, LOOKS)).toBeUndefined();
  expect(first.knownList()).toMatchObject([{ about: "day 1", unsent: true }]);
  const later = await page();
  onlineManager.setOnline(true);
  await later.startSending(client);
  await vi.waitFor(() => expect([sent, later.knownList()]).toEqual([["/api/v1/me", "/1"], []]));
});

test("who leaves a full phone is told what would be lost, and leaves nothing on it", async () => {
  const first = await page();
  onlineManager.setOnline(false);
  await first.tell(client, SAID, LOOKS);
  await first.keep(client);
  expect(cupboard.values.get("seen")).toMatchObject({ person: "a" });
  const later = await page();
  expect(Object.keys(localStorage)).toEqual([]);
  expect(await later.unsentBy("a")).toBe(1);
  await later.emptyPhone("a");
  expect(Object.fromEntries(cupboard.values)).toEqual({ seen: undefined, waiting: [] });
});

test("where there is no shelf either, the page knows what would be lost with it", async () => {
  vi.stubGlobal("indexedDB", { open: refused, databases: async () => [] });
  const { tell, unsentBy, emptyPhone } = await page();
  onlineManager.setOnline(false);
  expect(await tell(client, SAID, LOOKS)).toBeUndefined();
  expect(await unsentBy("a")).toBe(1);
  await emptyPhone("a");
  expect(await unsentBy("a")).toBe(0);
});

test("who kept nothing here opens no shelf when they leave", async () => {
  const { emptyPhone, unsentBy } = await page();
  expect(await unsentBy("a")).toBe(0);
  await emptyPhone("a");
  expect(await indexedDB.databases()).toEqual([]);
});

test("what could not be begun is begun by the next who asks for it", async () => {
  const { knownList, retry, startSending, tell, watch } = await page();
  const stop = watch(() => {
    throw new Error("not now");
  });
  await expect(startSending(client)).rejects.toThrow("not now");
  stop();
  expect(await tell(client, SAID, LOOKS)).toEqual({ id: "a" });
  retry();
  await vi.waitFor(() => expect([sent, knownList()]).toEqual([["/1"], []]));
});
