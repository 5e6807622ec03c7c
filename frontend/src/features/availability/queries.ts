import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";
import { KEPT } from "../../lib/offline/kept";
import { useTell } from "../../lib/offline/useWaiting";
import type { Telling } from "../../lib/offline/waiting";
import type { Free } from "../../ui/Choice";

export type FreeDays = Schema["FreeDayList"];
export type Day = Schema["FreeDayView"];

/** Days are drawn from visits: a change of either shows here. */
const KEY = ["free_day+visit", "coming"] as const;

export function useFreeDays() {
  return useQuery({ queryKey: KEY, queryFn: () => data(api.GET("/api/v1/free-days")), ...KEPT });
}

export const ABOUT = { usual: "usual", asBefore: "as before", onBreak: "break" };
export const aboutDay = (day: string) => `day ${day}`;
export const aboutUsual = (weekday: number) => `${ABOUT.usual} ${weekday}`;

/** What is said waits on the phone until there is a signal. */
function useSaying<V>(as: (said: V) => Telling) {
  const client = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (said: V) => tell(as(said)),
    onSettled: async (found, error) => {
      if (found || error) await client.invalidateQueries({ queryKey: KEY });
    },
  });
}

const PATH = "/api/v1/free-days";

export const useSayDay = () =>
  useSaying(({ day, free }: { day: string; free: Free }) => ({
    about: aboutDay(day),
    said: "free",
    method: "PUT",
    path: `${PATH}/${day}`,
    body: { free },
    day,
  }));

export const useSayUsual = () =>
  useSaying(({ weekday, free }: { weekday: number; free: Free }) => ({
    about: aboutUsual(weekday),
    said: "usual",
    method: "PUT",
    path: `${PATH}/usual`,
    body: { weekday, free },
  }));

export const useSayAsBefore = () =>
  useSaying<void>(() => ({
    about: ABOUT.asBefore,
    said: "as-before",
    method: "POST",
    path: `${PATH}/as-before`,
  }));

export const useBreak = () =>
  useSaying((until: string | null) => ({
    about: ABOUT.onBreak,
    said: "break",
    method: "PUT",
    path: `${PATH}/break`,
    body: { until },
  }));
