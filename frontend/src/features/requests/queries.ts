import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";

export type Session = Schema["SessionView"];
export type Group = Schema["GroupView"];
export type Ask = Schema["NewSessionRequest"];

const KEY = "session";

export const sessionKeys = {
  all: [KEY] as const,
  mine: [KEY, "mine"] as const,
};

export function useMySessions() {
  return useQuery({
    queryKey: sessionKeys.mine,
    queryFn: async () =>
      (await data(api.GET("/api/v1/sessions", { params: { query: { order: "latest", limit: 100 } } })))
        .results,
  });
}

export function useGroups() {
  return useQuery({
    queryKey: ["group", "all"],
    queryFn: async () =>
      (await data(api.GET("/api/v1/groups", { params: { query: { limit: 100 } } }))).results,
  });
}

/** The coming days the team goes. */
export function useComingVisits() {
  return useQuery({
    queryKey: ["visit", "coming"],
    queryFn: async () => {
      const from = new Date().toISOString().slice(0, 10);
      const found = await data(api.GET("/api/v1/visits", { params: { query: { from } } }));
      return found.results.filter((visit) => visit.state === "planning" || visit.state === "confirmed");
    },
  });
}

export function useSend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ask, key }: { ask: Ask; key: { "Idempotency-Key": string } }) =>
      data(api.POST("/api/v1/sessions", { body: ask, params: { header: key } })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKeys.all }),
  });
}

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      data(
        api.POST("/api/v1/sessions/{id}/withdraw", {
          params: { path: { id }, header: actKey() },
          body: { note: "" },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKeys.all }),
  });
}

export function usePropose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: Schema["ProposeChangeRequest"] }) =>
      data(
        api.POST("/api/v1/sessions/{id}/propose-change", {
          params: { path: { id }, header: actKey() },
          body: change,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKeys.all }),
  });
}
