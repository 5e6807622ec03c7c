import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";
import { THINGS } from "../../desk/changes";
import { ownZone } from "../../lib/time/words";
import type { AuditFilters } from "./accesses";

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

/** Read anew whenever it is opened: nothing tells of who looks. */
export function useAudit(filters: AuditFilters) {
  const zone = ownZone();
  return useInfiniteQuery({
    queryKey: ["audit", filters],
    staleTime: 0,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/audit", {
          params: {
            query: { ...asked(filters), zone, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

/** The address may hold any word: what is none of ours is asked for as it stands, and refused by the server. */
function asked(filters: AuditFilters) {
  return filters as Omit<AuditFilters, "show"> & { show?: "all" | "changes" | "accesses" };
}

export function useTeam() {
  return useQuery({
    queryKey: ["team_member", "all"],
    queryFn: async () => (await data(api.GET("/api/v1/team"))).results,
  });
}
