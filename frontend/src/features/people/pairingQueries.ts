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

/** Groups that meet, by a part of their name, or of their partner's: ``shown`` says what is kept of a page, in ``locale``. */
export function groupsFound<Shown>(
  search: string,
  locale: string,
  shown: (page: Schema["GroupPage"]) => Shown,
) {
  const query = { limit: 100, ...(search && { search }) };
  return {
    queryKey: ["group+agency", "choose", locale, search],
    queryFn: async () => shown(await data(api.GET("/api/v1/groups", { params: { query } }))),
  };
}

export const pairingActs = {
  ruleOut: (body: Schema["PairingInputRequest"], key: string) =>
    data(api.POST("/api/v1/pairings", { params: { header: once(key) }, body })),
  allow: (id: string, key: string) =>
    data(api.POST("/api/v1/pairings/{id}/allow", { params: onceAt(id, key) })),
};
