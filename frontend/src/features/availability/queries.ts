import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";
import { KEPT } from "../../lib/offline/kept";
import type { Free } from "../../ui/Choice";

export type FreeDays = Schema["FreeDayList"];
export type Day = Schema["FreeDayView"];

/** Days are drawn from visits: a change of either shows here. */
const KEY = ["free_day+visit", "coming"] as const;

export function useFreeDays() {
  return useQuery({ queryKey: KEY, queryFn: () => data(api.GET("/api/v1/free-days")), ...KEPT });
}

function useSaying<V>(say: (said: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: say, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

const params = () => ({ header: actKey() });

export function useSayDay() {
  return useSaying(({ day, free }: { day: string; free: Free }) =>
    data(api.PUT("/api/v1/free-days/{day}", { params: { path: { day }, ...params() }, body: { free } })),
  );
}

export function useSayUsual() {
  return useSaying(({ weekday, free }: { weekday: number; free: Free }) =>
    data(api.PUT("/api/v1/free-days/usual", { params: params(), body: { weekday, free } })),
  );
}

export function useSayAsBefore() {
  return useSaying(() => data(api.POST("/api/v1/free-days/as-before", { params: params() })));
}

export function useBreak() {
  return useSaying((until: string | null) =>
    data(api.PUT("/api/v1/free-days/break", { params: params(), body: { until } })),
  );
}
