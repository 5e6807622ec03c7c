import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ME } from "../../api/me";
import { forgetActs, knownList, miss, put } from "./queue";
import { retry, startSending } from "./sender";

const DAY = 86_400_000;
const NOW = Date.parse("2027-03-04T12:00:00Z");
const client = new QueryClient();
const sent: string[] = [];
/** How many are told to try again. */
let busy = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.stubGlobal("fetch", async (path: string) => {
    if (path === "/api/v1/me") return Response.json({ id: "a" });
    sent.push(path);
    if (busy-- > 0)
      return Response.json({ errors: [{ code: "busy", message: "Try again." }] }, { status: 409 });
    return Response.json({ id: "a" });
  });
  sent.length = 0;
  busy = 0;
  client.setQueryData(ME, { id: "a" });
  await startSending(client);
});

afterEach(async () => {
  vi.useRealTimers();
  await forgetActs("a");
});

/** Done when the phone's clock showed `at`; it is sent now. */
async function waited(at: number) {
  vi.setSystemTime(at);
  await new Promise<void>((written) => {
    void put({ about: "day 1", said: "free", method: "PUT", path: "/1", body: {} }, "a", written);
  });
  await miss("a");
  vi.setSystemTime(NOW);
  retry();
}

test.each([
  ["not long ago", NOW - 12 * DAY],
  ["in 1970, by a clock that its battery had left", 5 * 60_000],
  ["on the day such a phone was made", Date.parse("2021-01-01T00:00:00Z")],
  ["tomorrow", NOW + DAY],
])("what was done %s is sent", async (_, at) => {
  await waited(at);
  await vi.waitFor(() => expect([sent, knownList()]).toEqual([["/1"], []]));
});

test("what somebody else held up is sent again", async () => {
  busy = 1;
  await waited(NOW - DAY);
  await vi.waitFor(() => expect(sent).toEqual(["/1"]));
  retry();
  await vi.waitFor(() => expect([sent, knownList()]).toEqual([["/1", "/1"], []]));
});

test("what has waited for too long is not", async () => {
  await waited(NOW - 14 * DAY);
  await vi.waitFor(() => expect(knownList()[0]?.refused?.status).toBe(410));
  expect(sent).toEqual([]);
});
