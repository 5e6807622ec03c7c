import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";
import { byPages, everyPage, from, rowsOf } from "../../api/pages";
import { utcDay } from "../../lib/time/utc";
import type { Option } from "../../desk/Chooser";
import { isolated } from "../../lib/names";

export type Session = Schema["SessionView"];
export type Group = Schema["GroupView"];
export type Visit = Schema["VisitView"];
export type Member = Schema["MemberView"];
export type Acquainted = Schema["AcquaintedInterpreter"];
export type HistoryLine = Schema["HistoryLine"];

export type Wanted = "coming" | "past";

const KEY = "session";

export const sessionKeys = {
  all: [KEY] as const,
  list: (when: Wanted) => [KEY, "list", when] as const,
  off: [KEY, "off"] as const,
  last: [KEY, "last"] as const,
  drafts: [KEY, "drafts"] as const,
  one: (id: string) => [KEY, "one", id] as const,
  history: (id: string) => [KEY, "history", id] as const,
  message: (id: string, language: string) => [`${KEY}+visit`, "message", id, language] as const,
};

export function useSessions(when: Wanted) {
  const order = when === "coming" ? ("soonest" as const) : ("latest" as const);
  return useInfiniteQuery({
    queryKey: sessionKeys.list(when),
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/sessions", { params: { query: { when, order, limit: 100, ...from(pageParam) } } }),
      ),
    select: rowsOf,
    ...byPages,
  });
}

/** What was to come and does not take place, the soonest first: said until its day is over. */
export function useCalledOff() {
  return useQuery({
    queryKey: sessionKeys.off,
    queryFn: () => {
      const query = {
        state: "cancelled,declined",
        order: "soonest" as const,
        from: utcDay(new Date()),
        limit: 100,
      };
      return everyPage((cursor) =>
        data(api.GET("/api/v1/sessions", { params: { query: { ...query, ...from(cursor) } } })),
      );
    },
  });
}

/** What is written and not sent: a partner's own, or what the reader began on a partner's behalf. */
export function useDrafts() {
  return useQuery({
    queryKey: sessionKeys.drafts,
    queryFn: () =>
      everyPage((cursor) =>
        data(
          api.GET("/api/v1/sessions", {
            params: { query: { state: "draft", limit: 100, ...from(cursor) } },
          }),
        ),
      ),
  });
}

/** What was asked for lately, the latest day first: what a partner can repeat. */
export function useLately() {
  return useQuery({
    queryKey: sessionKeys.last,
    queryFn: async () =>
      (await data(api.GET("/api/v1/sessions", { params: { query: { order: "latest", limit: 50 } } })))
        .results,
  });
}

export function fetchSession(id: string): Promise<Session> {
  return data(api.GET("/api/v1/sessions/{id}", { params: { path: { id } } }));
}

export function useSession(id: string | undefined) {
  return useQuery({
    queryKey: sessionKeys.one(id ?? ""),
    queryFn: () => fetchSession(id ?? ""),
    enabled: Boolean(id),
  });
}

export function useHistory(id: string) {
  return useInfiniteQuery({
    queryKey: sessionKeys.history(id),
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/sessions/{id}/history", {
          params: { path: { id }, query: { limit: 100, ...from(pageParam) } },
        }),
      ),
    select: rowsOf,
    ...byPages,
  });
}

export function useMessage(id: string, language: string) {
  return useQuery({
    queryKey: sessionKeys.message(id, language),
    queryFn: () =>
      data(
        api.GET("/api/v1/sessions/{id}/message", {
          params: { path: { id }, query: language ? { language } : {} },
        }),
      ),
  });
}

export function useGroups({ enabled = true } = {}) {
  return useQuery({
    queryKey: ["group", "all"],
    enabled,
    queryFn: () =>
      everyPage((cursor) =>
        data(api.GET("/api/v1/groups", { params: { query: { limit: 100, ...from(cursor) } } })),
      ),
  });
}

export const groupOption = ({ id, name, agency }: Group): Option => ({
  value: id,
  label: `${name} (${isolated(agency.name)})`,
});

/** The coming days the team goes. */
export function useComingVisits() {
  return useQuery({
    queryKey: ["visit", "coming"],
    queryFn: async () => {
      const today = utcDay(new Date());
      const found = await everyPage((cursor) =>
        data(api.GET("/api/v1/visits", { params: { query: { from: today, ...from(cursor) } } })),
      );
      return found.filter((visit) => visit.state === "planning" || visit.state === "confirmed");
    },
  });
}

/** Who asks on the agency's behalf. */
export function useMembers(agency: string | undefined) {
  return useQuery({
    queryKey: ["agency", "members", agency],
    queryFn: async () =>
      (await data(api.GET("/api/v1/agencies/{id}/members", { params: { path: { id: agency ?? "" } } })))
        .results,
    enabled: Boolean(agency),
  });
}

export function useAgencies() {
  return useQuery({
    queryKey: ["agency", "all"],
    queryFn: () =>
      everyPage((cursor) => data(api.GET("/api/v1/agencies", { params: { query: from(cursor) } }))),
  });
}

/** Interpreters the group's agency has worked with. */
export function useAcquainted(group: string) {
  return useQuery({
    queryKey: [`${KEY}+group`, "acquainted", group],
    queryFn: async () =>
      (await data(api.GET("/api/v1/groups/{id}/interpreters", { params: { path: { id: group } } }))).results,
    enabled: Boolean(group),
  });
}
