import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/errors";
import { ME } from "../api/me";
import { isSomethingKept } from "../lib/offline/kept";
import { deskAt } from "./first";

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
        // A refusal is an answer; only what never arrived is asked again.
        retry: (count, error) => error instanceof ApiError && error.isOffline && count < 3,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return client;
}

/** Milliseconds that a phone may take to find what it kept: without it the screens are read as everywhere. */
const PATIENCE = 2_000;

/** What an interpreter last saw on this phone is there before anything is drawn. */
export async function remembered(client: QueryClient): Promise<void> {
  const { pathname } = window.location;
  if (!isSomethingKept("seen") || (pathname !== "/" && deskAt(pathname) !== "interpreter")) return;
  const found = import("../lib/offline/snapshot").then(({ restore }) => restore(client));
  await Promise.race([found.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
