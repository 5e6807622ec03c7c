import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refresher, shows } from "./queries";

const change = (type: string) => ({ type, id: "1", version: 1, kind: "any" });

/** How often each of three screens fetched, with what each shows. */
function screens(client: QueryClient) {
  const fetched: Record<string, number> = {};
  for (const key of ["session+shift", "offer", "visit+session"]) {
    fetched[key] = 0;
    const observer = new QueryObserver(client, {
      queryKey: [key, "list"],
      queryFn: () => {
        fetched[key] = (fetched[key] ?? 0) + 1;
        return key;
      },
    });
    observer.subscribe(() => {});
  }
  return fetched;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  [["session"], "session", true],
  [["session+shift+offer", "board", "v"], "offer", true],
  [["session+shift+offer", "board", "v"], "visit", false],
  [["sessions"], "session", false],
  [[{ session: true }], "session", false],
  [[], "session", false],
])("%j shows %s: %s", (key, type, expected) => {
  expect(shows(key, new Set([type]))).toBe(expected);
});

test("a burst of changes fetches what shows them once, and nothing else", async () => {
  const client = new QueryClient();
  const fetched = screens(client);
  await vi.advanceTimersByTimeAsync(1);
  const refresher = new Refresher(client);
  refresher.changed([change("session"), change("shift")]);
  refresher.changed([change("session")]);
  await vi.advanceTimersByTimeAsync(30);
  refresher.changed([change("shift")]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetched).toEqual({ "session+shift": 2, offer: 1, "visit+session": 2 });
});

test("a change of what the reader is, or may do, fetches everything again", async () => {
  const client = new QueryClient();
  const fetched = screens(client);
  await vi.advanceTimersByTimeAsync(1);
  new Refresher(client).changed([change("me")]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetched).toEqual({ "session+shift": 2, offer: 2, "visit+session": 2 });
});

test("a change after the burst fetches again", async () => {
  const client = new QueryClient();
  const fetched = screens(client);
  await vi.advanceTimersByTimeAsync(1);
  const refresher = new Refresher(client);
  refresher.changed([change("offer")]);
  await vi.advanceTimersByTimeAsync(1_000);
  refresher.changed([change("offer")]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetched).toEqual({ "session+shift": 1, offer: 3, "visit+session": 1 });
});

test("after a gap everything that is shown is fetched again", async () => {
  const client = new QueryClient();
  const fetched = screens(client);
  await vi.advanceTimersByTimeAsync(1);
  new Refresher(client).all();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetched).toEqual({ "session+shift": 2, offer: 2, "visit+session": 2 });
});

test("what is being fetched for the first time when it changes is fetched once more", async () => {
  const client = new QueryClient();
  const answers: ((said: string) => void)[] = [];
  const seen: unknown[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ["session", "list"],
    queryFn: () => new Promise<string>((answer) => answers.push(answer)),
  });
  observer.subscribe(({ data }) => seen.push(data));
  new Refresher(client).changed([change("session")]);
  await vi.advanceTimersByTimeAsync(1_000);
  answers[0]?.("as it was before the change");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answers).toHaveLength(2);
  answers[1]?.("as it is");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answers).toHaveLength(2);
  expect(seen.at(-1)).toBe("as it is");
});

test("changes that come faster than answers do not keep the screen from its answer", async () => {
  const client = new QueryClient();
  const answers: ((said: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ["session", "list"],
    initialData: "long ago",
    staleTime: Infinity,
    queryFn: () => new Promise<string>((answer) => answers.push(answer)),
  });
  observer.subscribe(() => {});
  const refresher = new Refresher(client);
  for (let n = 0; n < 5; n += 1) {
    refresher.changed([change("session")]);
    await vi.advanceTimersByTimeAsync(100);
  }
  answers[0]?.("a moment ago");
  await vi.advanceTimersByTimeAsync(100);
  expect(observer.getCurrentResult().data).toBe("a moment ago");
  expect(answers).toHaveLength(2);
  answers[1]?.("as it is");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(observer.getCurrentResult().data).toBe("as it is");
  expect(answers).toHaveLength(2);
});

test("where the socket goes on, only what could not be fetched meanwhile is fetched again", async () => {
  const client = new QueryClient();
  const fetched = screens(client);
  let reached = false;
  let failures = 0;
  const observer = new QueryObserver(client, {
    queryKey: ["visit", "one"],
    retry: false,
    queryFn: () => {
      failures += 1;
      return reached ? "there" : Promise.reject(new Error("away"));
    },
  });
  observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1);
  reached = true;
  new Refresher(client).failed();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetched).toEqual({ "session+shift": 1, offer: 1, "visit+session": 1 });
  expect([failures, observer.getCurrentResult().data]).toEqual([2, "there"]);
});
