import { beforeEach, expect, test } from "vitest";
import { Cupboard } from "../../testing/cupboard";
import { alter, knownList, load, put } from "./queue";
import type { Telling } from "./waiting";

const said = (day: number): Telling => ({
  about: `day ${day}`,
  said: "free",
  method: "PUT",
  path: `/${day}`,
});
const about = () => knownList().map((one) => one.about);

/** Opened once, as the page does. */
const cupboard = Cupboard.install();

beforeEach(async () => {
  cupboard.fullFor = cupboard.closedFor = 0;
  await alter(() => [[], undefined]);
});

const written = (day: number) => new Promise<void>((then) => void put(said(day), "a", then));

test.each(["fullFor", "closedFor"] as const)(
  "an act that could not be written is not lost when the next one can: %s",
  async (fails) => {
    await written(1);
    cupboard[fails] = 1;
    await written(2);
    expect(about()).toEqual(["day 1", "day 2"]);
    await load();
    expect(about()).toEqual(["day 1", "day 2"]);
    expect(cupboard.values.get("waiting")).toEqual(knownList());
  },
);

test("what another window wrote in between stays", async () => {
  cupboard.fullFor = 1;
  await written(1);
  const [mine] = knownList();
  cupboard.values.set("waiting", [{ ...mine, key: "theirs", about: "day 2" }]);
  await written(3);
  expect(about()).toEqual(["day 2", "day 1", "day 3"]);
});

test("what was taken away while nothing could be written does not come back", async () => {
  await written(1);
  cupboard.fullFor = 1;
  await alter(() => [[], undefined]);
  await load();
  expect([about(), cupboard.values.get("waiting")]).toEqual([[], []]);
});

test("where nothing can ever be written, the page knows what was done on it", async () => {
  cupboard.closedFor = Infinity;
  await written(1);
  await load();
  expect(about()).toEqual(["day 1"]);
});
