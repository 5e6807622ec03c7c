import { createStore, type UseStore, update } from "idb-keyval";

const NAME = "passerelle";
let opened: UseStore | undefined;
/** Where a browser lends no shelf (a private window), things are kept as long as the page is open. */
const hand = new Map<string, unknown>();

/** The phone's own shelf: IndexedDB, one store, a value for each name. Every change of a value is one transaction. */
const shelf = () => (opened ??= createStore(NAME, "shelf"));

/** Changes what stands there, with nobody else between: also another tab waits. Returns what `how` tells. */
export async function change<T, R>(name: string, how: (before: T | undefined) => [T, R]): Promise<R> {
  let told: [T, R] | undefined;
  try {
    await update<T>(name, (before) => (told = how(before))[0], shelf());
  } catch {
    told = how(hand.get(name) as T | undefined);
    hand.set(name, told[0]);
  }
  if (!told) throw new Error("The shelf was not changed.");
  return told[1];
}

export const write = (name: string, value: unknown): Promise<void> =>
  change<unknown, void>(name, () => [value, undefined]);
