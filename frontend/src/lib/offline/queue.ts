import type { ApiError } from "../../api/errors";
import { somethingKept } from "./kept";
import { change } from "./shelf";
import { added, type List, missed, type Telling, type Waiting, without } from "./waiting";

/** The list on this phone, as every tab of it sees it. */
const NAME = "waiting";

export type Outcome = { found: unknown } | { error: ApiError } | "waits";
type Awaiting = { hear: (outcome: Outcome) => void; looks: () => boolean };
type News = { key: string; found: unknown } | "changed";

let known: List = [];
const watchers = new Set<() => void>();
/** Those in this tab who wait for what becomes of an act, by its key. */
const awaited = new Map<string, Awaiting>();
const others = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("passerelle");

function spread(news: News): void {
  // To the other tabs of this address, the only ones that hear it.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  others?.postMessage(news);
}

export const knownList = (): List => known;

export function watch(told: () => void): () => void {
  watchers.add(told);
  return () => void watchers.delete(told);
}

function show(list: List): void {
  known = list;
  somethingKept("waiting", list.length > 0);
  for (const told of watchers) told();
}

/** Read what another tab, or this one at an earlier time, left. */
export const load = async (): Promise<void> =>
  show(await change<List, List>(NAME, (before = []) => [before, before]));

/** Change the list, with no other tab between. It is shown after `first`, if that takes its time. */
export async function alter<R>(
  how: (list: List) => [List, R],
  first?: (told: R) => Promise<void>,
): Promise<R> {
  const [list, told] = await change<List, [List, R]>(
    NAME,
    (before = []) => {
      const after = how(before);
      return [after[0], after];
    },
    true,
  );
  if (first) {
    await first(told);
    // More may have been changed meanwhile.
    await load();
  } else show(list);
  spread("changed");
  return told;
}

/** Tell whoever waits in this tab, if anybody does. */
export function settle(key: string, outcome: Outcome): boolean {
  const told = awaited.get(key);
  awaited.delete(key);
  told?.hear(outcome);
  return told !== undefined;
}

/** Tell whoever still looks at where it was done that it is refused; whether anybody does. */
export function refuse(key: string, error: ApiError): boolean {
  const seen = awaited.get(key)?.looks() ?? false;
  settle(key, seen ? { error } : "waits");
  return seen;
}

/** Tell who waits, in whatever tab, what came of it. */
export function answeredWith(key: string, found: unknown): boolean {
  spread({ key, found });
  return settle(key, { found });
}

others?.addEventListener("message", ({ data: news }: MessageEvent<News>) => {
  if (news === "changed") void load();
  else settle(news.key, { found: news.found });
});

/** Put something on the list, and say when it is `written`; what becomes of it, as far as that is known while somebody `looks`. */
export async function put(
  telling: Telling,
  person: string,
  written: () => void,
  looks = () => true,
): Promise<Outcome> {
  const item: Waiting = {
    ...telling,
    key: crypto.randomUUID(),
    person,
    at: Date.now(),
    tried: false,
    unsent: false,
    refused: null,
  };
  const heard = new Promise<Outcome>((hear) => awaited.set(item.key, { hear, looks }));
  let gone: List = [];
  const sends = await alter((list) => {
    const [after, sent] = added(list, item);
    gone = list.filter((one) => !after.includes(one));
    return [after, sent];
  });
  for (const { key } of sends ? gone : [...gone, item]) settle(key, "waits");
  written();
  return heard;
}

/** It is not answered: it looks unsent, and nobody waits for it any longer. */
export async function miss(person: string): Promise<void> {
  if (known.some((one) => one.person === person && one.refused === null && !one.unsent))
    await alter((list) => [missed(list, person), undefined]);
  for (const { key } of known) settle(key, "waits");
}

/** Somebody has read that it was overtaken. */
export const dismiss = (key: string): Promise<void> => alter((list) => [without(list, key), undefined]);

/** Who leaves this phone takes along what they did on it. */
export const forgetActs = (person: string): Promise<void> =>
  alter((list) => [list.filter((one) => one.person !== person), undefined]);
