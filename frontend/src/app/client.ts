import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/errors";
import { ME } from "../api/me";
import { isSomethingKept, mayBeKept } from "../lib/offline/kept";
import { deskAt } from "./first";

const TRIES_OFFLINE = 3;
const TRIES_AWAY = 8;

/**
 * A refusal is an answer; only what never arrived is asked again, and what the server could not look up just now. That for
 * longer: the socket may be there all the while, and nothing would tell when the rest is.
 */
function isAskedAgain(count: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  return count < (error.isAway ? TRIES_AWAY : error.isOffline ? TRIES_OFFLINE : 0);
}

export function makeClient(): QueryClient {
  // Nobody is signed in any more: whoever is shown as such has to know.
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) void client.invalidateQueries({ queryKey: ME });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: isAskedAgain,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return client;
}

/** Milliseconds that a phone may take to find what it kept: without it the screens are read as everywhere. */
const PATIENCE = 2_000;

async function recall(client: QueryClient): Promise<void> {
  if (await mayBeKept("seen")) await (await import("../lib/offline/snapshot")).restore(client);
}

/** What an interpreter last saw on this phone is there before anything is drawn. */
export async function remembered(client: QueryClient): Promise<void> {
  const { pathname } = window.location;
  if (pathname !== "/" && deskAt(pathname) !== "interpreter") return;
  // Without a signal there is nothing else to show, and so it is looked for also where there is no mark.
  if (!isSomethingKept("seen") && navigator.onLine) return;
  const found = recall(client);
  await Promise.race([found.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
