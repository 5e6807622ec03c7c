import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";
import { byPages, everyPage, from, rowsOf } from "../../api/pages";
import { untilNextStart } from "./starts";

export type Board = Schema["Board"];
export type Session = Schema["SessionView"];
export type Shift = Schema["ShiftView"];
export type Visit = Schema["VisitView"];
export type Asked = Schema["AskedView"];
export type Candidate = Schema["CandidateView"];

/** A key begins with the types it shows: a change of any of them fetches it again (`lib/live/queries`). */
export const boardKeys = {
  visits: ["visit+session+shift", "list"] as const,
  requests: ["session", "requests"] as const,
  board: (visit: string) => ["visit+session+shift+interpreter", "board", visit] as const,
  calledOff: (visit: string) => ["session", "called-off", visit] as const,
  session: (id: string) => ["visit+session+shift+interpreter", "one", id] as const,
  confirmation: (visit: string) => ["visit+session+shift+interpreter", "confirmation", visit] as const,
  modes: (visit: string) => ["visit+session+shift+interpreter", "modes", visit] as const,
  sheet: (visit: string) => ["visit+session+shift+interpreter", "sheet", visit] as const,
  visit: (visit: string) => ["visit+session+shift", "visit", visit] as const,
  meaning: (shift: string, edit: object) => ["shift+interpreter", "meaning", shift, edit] as const,
  candidates: (shift: string) =>
    ["session+shift+free_day+interpreter+travel_time", "candidates", shift] as const,
};

/** The days, the latest first: those to come, and page by page those that were. */
export function useVisits() {
  return useInfiniteQuery({
    queryKey: boardKeys.visits,
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/visits", {
          params: { query: { order: "latest", limit: 100, ...from(pageParam) } },
        }),
      ),
    select: rowsOf,
    ...byPages,
  });
}

export function useRequests() {
  return useInfiniteQuery({
    queryKey: boardKeys.requests,
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/sessions", {
          params: { query: { state: "requested", limit: 100, ...from(pageParam) } },
        }),
      ),
    select: rowsOf,
    ...byPages,
  });
}

/** Asked again when the next session begins too: from then on it can be closed, by the clock alone. */
export function useBoard(id: string) {
  return useQuery({
    queryKey: boardKeys.board(id),
    queryFn: () => data(api.GET("/api/v1/visits/{id}/board", { params: { path: { id } } })),
    refetchInterval: ({ state }) => untilNextStart(state.data?.sessions ?? [], Date.now()),
  });
}

/** What was on the day and does not take place, or was taken back. */
export function useCalledOff(visit: string) {
  return useQuery({
    queryKey: boardKeys.calledOff(visit),
    queryFn: () =>
      everyPage((cursor) =>
        data(
          api.GET("/api/v1/sessions", {
            params: { query: { visit, state: "cancelled,withdrawn", limit: 100, ...from(cursor) } },
          }),
        ),
      ),
  });
}

/** One session with its places in full. */
export function useOneSession(id: string) {
  return useQuery({
    queryKey: boardKeys.session(id),
    queryFn: () => data(api.GET("/api/v1/sessions/{id}", { params: { path: { id } } })),
  });
}

export function useConfirmation(id: string) {
  return useQuery({
    queryKey: boardKeys.confirmation(id),
    queryFn: () => data(api.GET("/api/v1/visits/{id}/confirmation", { params: { path: { id } } })),
  });
}

export function useCandidates(id: string) {
  return useQuery({
    queryKey: boardKeys.candidates(id),
    queryFn: async () =>
      (await data(api.GET("/api/v1/shifts/{id}/candidates", { params: { path: { id } } }))).results,
  });
}

export function useModes(id: string) {
  return useQuery({
    queryKey: boardKeys.modes(id),
    queryFn: () => data(api.GET("/api/v1/visits/{id}/modes", { params: { path: { id } } })),
  });
}

export function useSheet(id: string) {
  return useQuery({
    queryKey: boardKeys.sheet(id),
    queryFn: () => data(api.GET("/api/v1/visits/{id}/sheet", { params: { path: { id } } })),
  });
}

export function useTeam() {
  return useQuery({
    queryKey: ["team_member", "all"],
    queryFn: async () => (await data(api.GET("/api/v1/team"))).results,
  });
}

/** What an edit of a place would mean, before it is done. */
export function useMeaning(id: string, edit: Schema["PlaceInputRequest"]) {
  const qualities = edit.qualities ?? [];
  const of = (strength: Schema["Strength"]) =>
    qualities
      .filter((line) => line.strength === strength)
      .map(({ what }) => what)
      .join(",");
  const query = {
    language: edit.language,
    pay: edit.pay,
    required: of("required"),
    wished: of("wished"),
    ...(edit.variety ? { variety: edit.variety } : {}),
    ...(edit.named ? { named: edit.named } : {}),
  };
  return useQuery({
    queryKey: boardKeys.meaning(id, query),
    queryFn: () => data(api.GET("/api/v1/shifts/{id}/edit-meaning", { params: { path: { id }, query } })),
    placeholderData: (shown) => shown,
  });
}
