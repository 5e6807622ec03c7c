import { useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";

export type Profile = Schema["ProfileView"];
export type Limits = Schema["LimitsView"];
export type Wishes = Schema["ProfileInputRequest"];

const PROFILE = ["interpreter", "profile"] as const;
const PAIRINGS = ["pairing", "list"] as const;

export function useProfile() {
  return useQuery({ queryKey: PROFILE, queryFn: () => data(api.GET("/api/v1/profile")) });
}

export const useEditProfile = () =>
  useAct((wishes: Wishes, key) =>
    data(api.PUT("/api/v1/profile", { params: { header: once(key) }, body: wishes })),
  );

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

export const useRuleOut = () =>
  useAct((whom: { group?: string; agency?: string }, key) =>
    data(api.POST("/api/v1/pairings", { params: { header: once(key) }, body: whom })),
  );

export const useAllow = () =>
  useAct((id: string, key) => data(api.POST("/api/v1/pairings/{id}/allow", { params: onceAt(id, key) })));
