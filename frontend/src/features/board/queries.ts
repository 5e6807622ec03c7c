import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";

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
  board: (visit: string) => ["visit+session+shift", "board", visit] as const,
  confirmation: (visit: string) => ["visit+session+shift", "confirmation", visit] as const,
  candidates: (shift: string) => ["shift+free_day+interpreter", "candidates", shift] as const,
};

export function useVisits() {
  return useQuery({
    queryKey: boardKeys.visits,
    queryFn: async () =>
      (await data(api.GET("/api/v1/visits", { params: { query: { order: "latest", limit: 100 } } }))).results,
  });
}

export function useRequests() {
  return useQuery({
    queryKey: boardKeys.requests,
    queryFn: async () =>
      (await data(api.GET("/api/v1/sessions", { params: { query: { state: "requested", limit: 100 } } })))
        .results,
  });
}

export function useBoard(id: string) {
  return useQuery({
    queryKey: boardKeys.board(id),
    queryFn: () => data(api.GET("/api/v1/visits/{id}/board", { params: { path: { id } } })),
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

/** An act of the team: run it, then let every list say what is true now. */
export function useAct<V, R>(act: (given: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries() });
}

const path = (id: string) => ({ path: { id }, header: actKey() });

export const acts = {
  schedule: ({ id, ...body }: { id: string } & Schema["ScheduleRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/schedule", { params: path(id), body })),
  decline: ({ id, ...body }: { id: string } & Schema["DeclineRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/decline", { params: path(id), body })),
  acceptChange: (id: string) => data(api.POST("/api/v1/sessions/{id}/accept-change", { params: path(id) })),
  refuseChange: (id: string) => data(api.POST("/api/v1/sessions/{id}/refuse-change", { params: path(id) })),
  openShift: ({ id, ...body }: { id: string } & Schema["PlaceInputRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/open-shift", { params: path(id), body })),
  move: ({ id, ...body }: { id: string } & Schema["MoveRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/move", { params: path(id), body })),
  changeMode: ({ id, ...body }: { id: string } & Schema["ChangeModeRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/change-mode", { params: path(id), body })),
  cancelSession: ({ id, ...body }: { id: string } & Schema["CancelRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/cancel", { params: path(id), body })),
  closeOut: ({ id, ...body }: { id: string } & Schema["CloseOutRequest"]) =>
    data(api.POST("/api/v1/sessions/{id}/close", { params: path(id), body })),
  ask: ({ id, ...body }: { id: string } & Schema["AskInterpretersRequest"]) =>
    data(api.POST("/api/v1/shifts/{id}/ask", { params: path(id), body })),
  assign: ({ id, interpreter }: { id: string; interpreter: string }) =>
    data(api.POST("/api/v1/shifts/{id}/assign", { params: path(id), body: { interpreter } })),
  release: (id: string) => data(api.POST("/api/v1/shifts/{id}/release", { params: path(id) })),
  cancelShift: (id: string) => data(api.POST("/api/v1/shifts/{id}/cancel", { params: path(id) })),
  override: ({ id, ...body }: { id: string } & Schema["DecideRequest"]) =>
    data(api.POST("/api/v1/shifts/{id}/override", { params: path(id), body })),
  acceptFor: (id: string) => data(api.POST("/api/v1/offers/{id}/accept", { params: path(id) })),
  standByFor: (id: string) => data(api.POST("/api/v1/offers/{id}/stand-by", { params: path(id) })),
  declineFor: (id: string) => data(api.POST("/api/v1/offers/{id}/decline", { params: path(id) })),
  withdrawFor: (id: string) => data(api.POST("/api/v1/offers/{id}/withdraw", { params: path(id) })),
  standDown: (id: string) => data(api.POST("/api/v1/offers/{id}/stand-down", { params: path(id) })),
  confirm: ({ id, ...body }: { id: string } & Schema["ConfirmDayRequest"]) =>
    data(api.POST("/api/v1/visits/{id}/confirm", { params: path(id), body })),
  cancelVisit: ({ id, ...body }: { id: string } & Schema["CancelRequest"]) =>
    data(api.POST("/api/v1/visits/{id}/cancel", { params: path(id), body })),
  planVisit: (body: Schema["NewVisitRequest"]) =>
    data(api.POST("/api/v1/visits", { params: { header: actKey() }, body })),
  therapist: ({ id, member, answer }: { id: string; member: string; answer: Schema["TherapistAnswer"] }) =>
    data(
      api.PUT("/api/v1/visits/{id}/therapists/{member}", {
        params: { path: { id, member }, header: actKey() },
        body: { answer },
      }),
    ),
};
