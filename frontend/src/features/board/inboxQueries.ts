import { useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";

export type InboxLine = Schema["InboxLine"];
export type WaitingPerson = Schema["WaitingPerson"];
export type WaitingPlace = Schema["WaitingPlace"];

export const inboxKeys = {
  inbox: ["visit+session+shift+interpreter", "inbox"] as const,
  waiting: ["session+shift+interpreter+travel_time", "waiting"] as const,
};

const EVERY_MINUTE = 60_000;

/** Asked again every minute too: what is late becomes so by the clock alone. */
export function useInbox() {
  return useQuery({
    queryKey: inboxKeys.inbox,
    queryFn: async () => (await data(api.GET("/api/v1/inbox"))).results,
    refetchInterval: EVERY_MINUTE,
  });
}

export function useWaiting() {
  return useQuery({
    queryKey: inboxKeys.waiting,
    queryFn: async () => (await data(api.GET("/api/v1/waiting"))).results,
    refetchInterval: EVERY_MINUTE,
  });
}
