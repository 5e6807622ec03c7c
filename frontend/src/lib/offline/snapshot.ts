import {
  dehydrate,
  type DehydratedState,
  hydrate,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import type { Schema } from "../../api/client";
import { type Me, ME } from "../../api/me";
import { KEPT, somethingKept } from "./kept";
import { onPhone } from "./place";
import { change, write } from "./shelf";

const NAME = "seen";
/** Milliseconds after which nothing that was seen is of use: the server forgets answers after that, too. */
export const TOO_OLD = 14 * 86_400_000;

/** What was seen, by whom and when. */
export interface Snapshot {
  person: string;
  at: number;
  state: DehydratedState;
}

type Pages = InfiniteData<{ results: Schema["OfferView"][] }>;
type Kept = DehydratedState["queries"][number];

/** Of who one is, what an interpreter's desk needs to open. */
const meOnPhone = (me: Me): Me => ({
  ...me,
  email: "",
  team_role: null,
  agencies: [],
  roles: ["interpreter"],
});

function isPages(found: unknown): found is Pages {
  return typeof found === "object" && found !== null && "pages" in found;
}

/** One answer as it may lie on a phone at `now`. */
function told({ queryKey, state, ...more }: Kept, now: number): Kept {
  let found = state.data;
  if (queryKey[0] === ME[0]) found = meOnPhone(found as Me);
  if (isPages(found))
    found = {
      ...found,
      pages: found.pages.map((page) => ({
        ...page,
        results: page.results.map((offer) => ({ ...offer, session: onPhone(offer.session, now) })),
      })),
    };
  // Read again as soon as it is shown: it is older than the page.
  return {
    ...more,
    queryKey,
    state: { ...state, data: found, error: null, isInvalidated: true, fetchStatus: "idle" },
  };
}

/** A snapshot as it may lie on a phone at `now`; nothing where it is too old to be of use. */
export function trimmed(before: Snapshot | undefined, now: number): Snapshot | undefined {
  if (!before || now - before.at > TOO_OLD) return undefined;
  return { ...before, state: { mutations: [], queries: before.state.queries.map((one) => told(one, now)) } };
}

/** What `client` knows that an interpreter's phone keeps; nothing where nobody of them is signed in. */
export function taken(client: QueryClient, now: number): Snapshot | undefined {
  const me = client.getQueryData<Me | null>(ME);
  if (!me?.roles.includes("interpreter")) return undefined;
  const state = dehydrate(client, {
    shouldDehydrateMutation: () => false,
    shouldDehydrateQuery: ({ state: { data }, meta, queryKey }) =>
      data !== undefined && (queryKey[0] === ME[0] || meta?.["kept"] === true),
  });
  return trimmed({ person: me.id, at: now, state }, now);
}

/** What is known now, and what the same person read before and this page has not read yet. */
export function together(before: Snapshot | undefined, now: Snapshot | undefined): Snapshot | undefined {
  if (!before || !now || before.person !== now.person) return now;
  const known = new Set(now.state.queries.map(({ queryHash }) => queryHash));
  const earlier = before.state.queries.filter(({ queryHash }) => !known.has(queryHash));
  return { ...now, state: { ...now.state, queries: [...now.state.queries, ...earlier] } };
}

/** Write down what is known. Who is signed in no more left it to nobody. */
export async function keep(client: QueryClient): Promise<void> {
  const kept = await change<Snapshot | undefined, boolean>(NAME, (before) => {
    const now = Date.now();
    const after = together(trimmed(before, now), taken(client, now));
    return [after, after !== undefined];
  });
  somethingKept("seen", kept);
}

/** Take off the phone what it may hold no longer. */
export const trim = (): Promise<Snapshot | undefined> =>
  change<Snapshot | undefined, Snapshot | undefined>(NAME, (before) => {
    const now = trimmed(before, Date.now());
    return [now, now];
  });

export async function forget(): Promise<void> {
  await write(NAME, undefined);
  somethingKept("seen", false);
}

/** Show what was last seen on this phone, until it is read again. */
export async function restore(client: QueryClient): Promise<void> {
  const found = await trim();
  if (found) hydrate(client, found.state, { defaultOptions: { queries: KEPT } });
}
