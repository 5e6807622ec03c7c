import { afterEach, expect, test, vi } from "vitest";
import { alter, answeredWith, dismiss, forgetActs, knownList, miss, put } from "./queue";
import { begun, type Telling } from "./waiting";

const say = (free: boolean): Telling => ({
  about: "day 1",
  said: "free",
  method: "PUT",
  path: "/api/v1/free-days/1",
  body: { free },
});

const keys = () => knownList().map(({ key }) => key);

afterEach(() => forgetActs("a"));

/** Put it on the list, and be told of it once it stands there. */
async function waiting(telling: Telling, person = "a") {
  const heard: { outcome?: unknown } = {};
  await new Promise<void>((written) => {
    void put(telling, person, written).then((outcome) => (heard.outcome = outcome));
  });
  return heard;
}

test("whoever waits for an act hears what the server found", async () => {
  const heard = await waiting(say(true));
  const [key] = keys();
  answeredWith(key ?? "", { day: "1" });
  await vi.waitFor(() => expect(heard.outcome).toEqual({ found: { day: "1" } }));
});

test("whoever waits for what was not sent is told that it waits, and it looks so", async () => {
  const heard = await waiting(say(true));
  await miss("a");
  await vi.waitFor(() => expect(heard.outcome).toBe("waits"));
  expect(knownList()[0]?.unsent).toBe(true);
});

test("nobody is left waiting for an act whose place a later one took", async () => {
  const heard = await waiting(say(true));
  await waiting(say(false));
  await vi.waitFor(() => expect(heard.outcome).toBe("waits"));
  expect(knownList().map(({ body }) => body)).toEqual([{ free: false }]);
});

test("what was on its way keeps its key, and its place before what came later", async () => {
  await waiting(say(true));
  const [first] = keys();
  await alter((list) => begun(list, "a"));
  await waiting(say(false));
  expect(keys()).toHaveLength(2);
  expect(keys()[0]).toBe(first);
});

test("what was taken away while an act was being shown does not come back", async () => {
  await waiting(say(true));
  await waiting(say(true), "b");
  const [mine, theirs] = keys();
  let isShown: (() => void) | undefined;
  const showing = new Promise<void>((resolve) => (isShown = resolve));
  const sent = alter(
    (list) => [list.filter(({ key }) => key !== mine), undefined],
    () => showing,
  );
  await dismiss(theirs ?? "");
  isShown?.();
  await sent;
  expect(knownList()).toEqual([]);
});

test("who leaves takes along their own, and what was read is gone", async () => {
  await waiting(say(true));
  await waiting(say(true), "b");
  await forgetActs("a");
  expect(knownList().map(({ person }) => person)).toEqual(["b"]);
  await dismiss(keys()[0] ?? "");
  expect(knownList()).toEqual([]);
});
