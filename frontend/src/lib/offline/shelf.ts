import { createStore, type UseStore, update } from "idb-keyval";
import { SHELF } from "./kept";

let opened: UseStore | undefined;

type How<T, R> = (before: T | undefined) => [T, R];

/** What stands there, as this page last knew it: all there is where a browser lends no shelf (a private window). */
const hand = new Map<string, unknown>();
/** Changes that could not be written, in their order: they are made with the next one of that name. */
const owed = new Map<string, How<unknown, unknown>[]>();

/** The phone's own shelf: IndexedDB, one store, a value for each name. Every change of a value is one transaction. */
const shelf = () => (opened ??= createStore(SHELF, "shelf"));

const owedTo = (name: string) => owed.get(name) ?? [];

/**
 * Changes what stands there, with nobody else between: also another tab waits. Returns what `how` tells. What is `lasting` and
 * cannot be written now is made once more on what stands there by then.
 */
export async function change<T, R>(name: string, how: How<T, R>, lasting = false): Promise<R> {
  let told: [T, R] | undefined;
  let made: unknown[] = [];
  const next = (before: T | undefined): T => {
    made = owedTo(name);
    told = how(owedTo(name).reduce<unknown>((so, one) => one(so)[0], before) as T | undefined);
    return told[0];
  };
  try {
    await update<T>(name, next, shelf());
    owed.set(name, owedTo(name).slice(made.length));
  } catch {
    told ??= how(hand.get(name) as T | undefined);
    if (lasting) owed.set(name, [...owedTo(name), how as How<unknown, unknown>]);
  }
  if (!told) throw new Error("The shelf was not changed.");
  hand.set(name, told[0]);
  return told[1];
}

export const write = (name: string, value: unknown): Promise<void> =>
  change<unknown, void>(name, () => [value, undefined]);
