import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";
import { THINGS } from "../../desk/changes";
import { ownZone } from "../../lib/time/words";

export type Line = Schema["JournalLine"];

/** What of the journal is asked for, as the address holds it. */
export interface Filters {
  type?: string;
  kind?: string;
  who?: string;
  thing?: string;
  from?: string;
  to?: string;
}

export const FILTER_NAMES = ["type", "kind", "who", "thing", "from", "to"] as const;

/** Everything the journal tells of, so that it is fetched again with any of it. */
const TYPES = Object.keys(THINGS).join("+");

export function useJournal(filters: Filters) {
  const zone = ownZone();
  return useInfiniteQuery({
    queryKey: [TYPES, "journal", filters],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/journal", {
          params: { query: { ...filters, zone, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

export function useTeam() {
  return useQuery({
    queryKey: ["team_member", "all"],
    queryFn: async () => (await data(api.GET("/api/v1/team"))).results,
  });
}
