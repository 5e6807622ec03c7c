import { createStore, get, set, update, type UseStore } from "idb-keyval";

const NAME = "passerelle";
let opened: UseStore | undefined;

/** The phone's own shelf: IndexedDB, one store, a value for each name. Every change of a value is one transaction. */
const shelf = () => (opened ??= createStore(NAME, "shelf"));

export const read = <T>(name: string): Promise<T | undefined> => get<T>(name, shelf());
export const write = (name: string, value: unknown): Promise<void> => set(name, value, shelf());

/** Changes what stands there, with nobody else between: also another tab waits. Returns what `change` tells. */
export async function change<T, R>(name: string, how: (before: T | undefined) => [T, R]): Promise<R> {
  let told: [T, R] | undefined;
  await update<T>(name, (before) => (told = how(before))[0], shelf());
  if (!told) throw new Error("The shelf was not changed.");
  return told[1];
}
