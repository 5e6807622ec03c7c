import { useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";

export type Pairing = Schema["PairingView"];

/** What the reader has ruled out: the server tells nobody else's. */
export function usePairings() {
  return useQuery({
    queryKey: ["pairing", "list"] as const,
    queryFn: async () => (await data(api.GET("/api/v1/pairings"))).results,
  });
}

/** Every group that meets, page by page: one of them is to be chosen. */
export function useGroups() {
  return useQuery({
    queryKey: ["group+agency", "all"] as const,
    queryFn: async () => {
      const found: Schema["GroupView"][] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor && { cursor }) };
        const page: Schema["GroupPage"] = await data(api.GET("/api/v1/groups", { params: { query } }));
        found.push(...page.results);
        cursor = page.next;
      }
      return found;
    },
  });
}

export const pairingActs = {
  ruleOut: (body: Schema["PairingInputRequest"], key: string) =>
    data(api.POST("/api/v1/pairings", { params: { header: once(key) }, body })),
  allow: (id: string, key: string) =>
    data(api.POST("/api/v1/pairings/{id}/allow", { params: onceAt(id, key) })),
};
