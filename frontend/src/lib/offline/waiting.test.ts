import { expect, test } from "vitest";
import { added, begun, type List, missed, overtaken, unsentOf, type Waiting, without } from "./waiting";

let count = 0;

function item(said: string, more: Partial<Waiting> = {}): Waiting {
  count += 1;
  return {
    key: `key ${count}`,
    person: "a",
    at: 0,
    about: "offer 1",
    said,
    method: "POST",
    path: "/",
    tried: false,
    unsent: false,
    refused: null,
    ...more,
  };
}

const put = (list: List, ...items: Waiting[]) => items.reduce((so, one) => added(so, one)[0], list);
const saidIn = (list: List) => list.map(({ said }) => said);

test("what was never on its way is undone by taking it back", () => {
  const yes = item("accept");
  expect(added([yes], item("undo"))).toEqual([[], false]);
});

test("what may have arrived is undone by an act that follows it", () => {
  const [list] = begun([item("accept")], "a");
  expect(saidIn(added(list, item("undo"))[0])).toEqual(["accept", "undo"]);
});

test("the second tap of a double click on an undo does not take the undo back", () => {
  const [list] = begun([item("accept")], "a");
  expect(saidIn(put(list, item("undo"), item("undo")))).toEqual(["accept", "undo"]);
});

test("an undo of what was sent long ago waits by itself", () => {
  expect(saidIn(put([], item("undo")))).toEqual(["undo"]);
});

test("the same from two windows waits once", () => {
  const list = put([], item("accept"));
  const [after, sends] = added(list, item("accept"));
  expect([after.length, sends]).toEqual([1, false]);
});

test("a later word on a day takes the place of one that was not on its way, and follows one that was", () => {
  const day = { about: "day 1", method: "PUT" as const };
  const one = item("free", { ...day, body: { free: true } });
  const other = item("free", { ...day, body: { free: false } });
  expect(put([], one, other)).toEqual([other]);
  const [tried] = begun([one], "a");
  expect(put(tried, other)).toHaveLength(2);
});

test("they go in their order, each person's own", () => {
  const list = [item("accept", { person: "b" }), item("decline"), item("withdraw", { about: "offer 2" })];
  const [marked, first] = begun(list, "a");
  expect(first?.said).toBe("decline");
  expect(marked.map(({ tried }) => tried)).toEqual([false, true, false]);
  const [, next] = begun(without(marked, first?.key ?? ""), "a");
  expect(next?.said).toBe("withdraw");
});

test("what is overtaken stays and is not sent again; its undo is, and is gone where there was nothing to undo", () => {
  const [yes, undo] = [item("accept"), item("undo")];
  const why = { status: 409, words: "Taken." };
  const list = [{ ...yes, tried: true }, undo, item("free", { about: "day 1" })];
  const after = overtaken(list, yes.key, why);
  expect(saidIn(after)).toEqual(["accept", "undo", "free"]);
  expect(after[0]?.refused).toEqual(why);
  expect(begun(after, "a")[1]?.said).toBe("undo");
  expect(saidIn(overtaken(after, undo.key, why))).toEqual(["accept", "free"]);
  expect(saidIn(overtaken([undo], undo.key, why))).toEqual(["undo"]);
});

test("it looks unsent to whoever did it, once it is known not to be sent", () => {
  const list = [item("accept")];
  expect(unsentOf(list, "a", "offer 1")).toBeUndefined();
  expect(unsentOf(missed(list, "a"), "a", "offer 1")?.said).toBe("accept");
  expect(unsentOf(missed(list, "a"), "b", "offer 1")).toBeUndefined();
  expect(missed(list, "b")).toEqual(list);
});
