import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";

export type Profile = Schema["ProfileView"];
export type Limits = Schema["LimitsView"];
export type Wishes = Schema["ProfileInputRequest"];

const PROFILE = ["interpreter", "profile"] as const;
const PAIRINGS = ["pairing", "list"] as const;

const params = () => ({ header: actKey() });

export function useProfile() {
  return useQuery({ queryKey: PROFILE, queryFn: () => data(api.GET("/api/v1/profile")) });
}

export function useEditProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wishes: Wishes) => data(api.PUT("/api/v1/profile", { params: params(), body: wishes })),
    onSuccess: (profile) => client.setQueryData(PROFILE, profile),
  });
}

export function usePairings() {
  return useQuery({
    queryKey: PAIRINGS,
    queryFn: async () => (await data(api.GET("/api/v1/pairings"))).results,
  });
}

export function usePairingChoices() {
  return useQuery({
    queryKey: ["offer", "pairing-choices"] as const,
    queryFn: () => data(api.GET("/api/v1/pairings/choices")),
  });
}

/** Nobody else hears of a pairing: what depends on it on this device is fetched again at once. */
function useRuling<V>(rule: (said: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: rule, onSettled: () => client.invalidateQueries() });
}

export function useRuleOut() {
  return useRuling((whom: { group?: string; agency?: string }) =>
    data(api.POST("/api/v1/pairings", { params: params(), body: whom })),
  );
}

export function useAllow() {
  return useRuling((id: string) =>
    data(api.POST("/api/v1/pairings/{id}/allow", { params: { path: { id }, ...params() } })),
  );
}
