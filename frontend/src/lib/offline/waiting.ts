/** What somebody did and the server has not answered yet, in the order it was done. Pure: the list in, the list out. */

export interface Telling {
  /** What it is about, such as an offer or a day: of two about the same the later one may take the place of the earlier. */
  about: string;
  /** What was chosen, in the words of the API. */
  said: string;
  method: "POST" | "PUT";
  path: string;
  body?: unknown;
  /** The day it is about, so that it can be said when nothing else of it is there any more. */
  day?: { starts_at: string; time_zone: string } | string;
}

/** Why it did not happen: what the server said, or that it waited too long (0). */
export interface Refusal {
  status: number;
  words: string;
}

export interface Waiting extends Telling {
  /** The same for every attempt: whatever reaches the server, it happens once. */
  key: string;
  person: string;
  at: number;
  /** It was on its way once: it may have arrived. */
  tried: boolean;
  /** It is known not to have been answered at once, and looks so. */
  unsent: boolean;
  refused: Refusal | null;
}

export type List = Waiting[];

/** After so long the server has forgotten the key, and the day is over. */
const TOO_LATE = 13 * 86_400_000;
/** Nothing was done here before this day: a phone whose clock said so had lost the time, as after its battery was empty. */
const FIRST_DAY = Date.UTC(2026, 10, 1);

const UNDO = "undo";

const sameAs = (one: Waiting, other: Waiting) => one.person === other.person && one.about === other.about;
const open = ({ refused }: Waiting) => refused === null;

/** What `item` is added to, and whether anything is to be sent for it. */
export function added(list: List, item: Waiting): [List, boolean] {
  const before = list.filter((one) => open(one) && sameAs(one, item));
  const last = before.at(-1);
  if (item.said === UNDO && last && last.said !== UNDO && !last.tried)
    return [list.filter((one) => one !== last), false];
  // Two windows, or two taps: it waits already.
  if (last?.said === item.said && JSON.stringify(last.body) === JSON.stringify(item.body))
    return [list, false];
  const taken = item.method === "PUT" ? before.filter(({ tried }) => !tried) : [];
  return [[...list.filter((one) => !taken.includes(one)), item], true];
}

/** The first of `person` that is to be sent, marked as on its way. */
export function begun(list: List, person: string): [List, Waiting | undefined] {
  const first = list.find((one) => open(one) && one.person === person);
  if (!first) return [list, undefined];
  return [list.map((one) => (one === first ? { ...one, tried: true } : one)), first];
}

/** It has waited too long to be sent. When something was done by a clock that was wrong nobody knows: the server judges it. */
export const isTooLate = ({ at }: Waiting, now: number): boolean => at >= FIRST_DAY && now - at > TOO_LATE;

/** Not answered: everything of `person` that waits looks so from now on. */
export const missed = (list: List, person: string): List =>
  list.map((one) => (one.person === person && open(one) && !one.unsent ? { ...one, unsent: true } : one));

export const without = (list: List, key: string): List => list.filter((one) => one.key !== key);

/**
 * Overtaken: it stays to be read. What undoes it is sent all the same, since it may have been done by an earlier act; where
 * that is refused too there was nothing to undo, and nothing more to read.
 */
export function overtaken(list: List, key: string, refused: Refusal): List {
  const at = list.findIndex((one) => one.key === key);
  const gone = list[at];
  if (!gone) return list;
  const read = list.some((one, n) => n < at && !open(one) && sameAs(one, gone));
  if (gone.said === UNDO && read) return list.toSpliced(at, 1);
  return list.with(at, { ...gone, unsent: true, refused });
}

/** What of `about` looks unsent to `person`: the last word on it. */
export const unsentOf = (list: List, person: string | undefined, about: string): Waiting | undefined =>
  list.findLast((one) => one.person === person && one.about === about && open(one) && one.unsent);
