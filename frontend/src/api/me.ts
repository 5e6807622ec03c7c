import { type QueryClient, useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "./client";
import type { Place } from "../lib/live/socket";
import { ApiError } from "./errors";

export type Me = Schema["Me"];

export const ME = ["me"] as const;

const CURSOR = ["cursor"] as const;

/**
 * Where the live socket goes on from, known for as long as anything that was fetched is: signing in or out forgets both.
 * It is about what is in the cache, so a tab that leaves one desk for another does not begin anew.
 */
export function placeOf(client: QueryClient): Place {
  client.setQueryDefaults(CURSOR, { gcTime: Infinity });
  return {
    get cursor() {
      return client.getQueryData<string>(CURSOR) ?? null;
    },
    set cursor(cursor) {
      client.setQueryData(CURSOR, cursor);
    },
  };
}

/**
 * Who is signed in; null when nobody is. The first thing that is read, and before it the server reads where the journal
 * is: what is fetched after it needs no second fetch, since the socket tells what changed from there on.
 */
export async function fetchMe(client: QueryClient): Promise<Me | null> {
  try {
    const asked = api.GET("/api/v1/me");
    const found = await data(asked);
    // Only the first: what else is there by the second was told up to where the socket is, and no further.
    leaveTo(client, found);
    placeOf(client).cursor ??= (await asked).response.headers.get("Live-Cursor");
    return found;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Forget what was read and done by whoever was here. Who is here is left to say to the caller: the screens ask for it. */
export function forgetAll(client: QueryClient): void {
  client.getMutationCache().clear();
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
}

/** What was read for somebody else, also on an earlier day on this phone, is not shown to `me`. */
function leaveTo(client: QueryClient, me: Me): void {
  const before = client.getQueryData<Me | null>(ME);
  if (before && before.id !== me.id) forgetAll(client);
}

export function useMe() {
  return useQuery({ queryKey: ME, queryFn: ({ client }) => fetchMe(client) });
}
