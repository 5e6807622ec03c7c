import { useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";
import { everyPage, from } from "../../api/pages";

export type Pairing = Schema["PairingView"];

/** What the reader has ruled out: the server tells nobody else's. */
export function usePairings() {
  return useQuery({
    queryKey: ["pairing", "list"] as const,
    queryFn: async () => (await data(api.GET("/api/v1/pairings"))).results,
  });
}

/** Every group that meets: one of them is to be chosen. */
export function useGroups() {
  return useQuery({
    queryKey: ["group+agency", "all"] as const,
    queryFn: () =>
      everyPage((cursor) =>
        data(api.GET("/api/v1/groups", { params: { query: { limit: 100, ...from(cursor) } } })),
      ),
  });
}

export const pairingActs = {
  ruleOut: (body: Schema["PairingInputRequest"], key: string) =>
    data(api.POST("/api/v1/pairings", { params: { header: once(key) }, body })),
  allow: (id: string, key: string) =>
    data(api.POST("/api/v1/pairings/{id}/allow", { params: onceAt(id, key) })),
};
