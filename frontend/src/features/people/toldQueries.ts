import { useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";
import type { Free } from "../../ui/Choice";
import type { Limits } from "../../ui/LimitFields";

export type Told = Schema["FreeDayList"];
export type ToldLimits = Schema["ToldLimitsView"];
export type ToldDay = Schema["FreeDayView"];

/** Days are drawn from visits, and are gone with the person: a change of any of them shows here. */
export function useToldDays(id: string) {
  return useQuery({
    queryKey: ["free_day+visit+interpreter", "told", id] as const,
    queryFn: () => data(api.GET("/api/v1/interpreters/{id}/free-days", { params: { path: { id } } })),
  });
}

export function useToldLimits(id: string) {
  return useQuery({
    queryKey: ["interpreter", "limits", id] as const,
    queryFn: () => data(api.GET("/api/v1/interpreters/{id}/limits", { params: { path: { id } } })),
  });
}

export const toldActs = {
  day: ({ id, day, free }: { id: string; day: string; free: Free }, key: string) =>
    data(
      api.PUT("/api/v1/interpreters/{id}/free-days/{day}", {
        params: { path: { id, day }, header: once(key) },
        body: { free },
      }),
    ),
  usual: ({ id, ...body }: { id: string; weekday: number; free: Free }, key: string) =>
    data(api.PUT("/api/v1/interpreters/{id}/free-days/usual", { params: onceAt(id, key), body })),
  break: ({ id, until }: { id: string; until: string | null }, key: string) =>
    data(api.PUT("/api/v1/interpreters/{id}/free-days/break", { params: onceAt(id, key), body: { until } })),
  limits: ({ id, ...body }: { id: string; version: number; limits: Limits }, key: string) =>
    data(api.PUT("/api/v1/interpreters/{id}/limits", { params: onceAt(id, key), body })),
};
