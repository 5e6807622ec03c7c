import { api, data, once, onceAt, type Schema } from "../../api/client";

/** Everything the team does on a day. `key` is the intent's: sent again with it, an act happens once. */
export const acts = {
  schedule: ({ id, ...body }: { id: string } & Schema["ScheduleRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/schedule", { params: onceAt(id, key), body })),
  decline: ({ id, ...body }: { id: string } & Schema["DeclineRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/decline", { params: onceAt(id, key), body })),
  acceptChange: ({ id, ...body }: { id: string } & Schema["AnswerChangeRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/accept-change", { params: onceAt(id, key), body })),
  refuseChange: ({ id, ...body }: { id: string } & Schema["AnswerChangeRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/refuse-change", { params: onceAt(id, key), body })),
  openShift: ({ id, ...body }: { id: string } & Schema["PlaceInputRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/open-shift", { params: onceAt(id, key), body })),
  move: ({ id, ...body }: { id: string } & Schema["MoveRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/move", { params: onceAt(id, key), body })),
  changeMode: ({ id, ...body }: { id: string } & Schema["ChangeModeRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/change-mode", { params: onceAt(id, key), body })),
  cancelSession: ({ id, ...body }: { id: string } & Schema["CancelRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/cancel", { params: onceAt(id, key), body })),
  closeOut: ({ id, ...body }: { id: string } & Schema["CloseOutRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/close", { params: onceAt(id, key), body })),
  ask: ({ id, ...body }: { id: string } & Schema["AskInterpretersRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/ask", { params: onceAt(id, key), body })),
  assign: ({ id, interpreter }: { id: string; interpreter: string }, key: string) =>
    data(api.POST("/api/v1/shifts/{id}/assign", { params: onceAt(id, key), body: { interpreter } })),
  release: (id: string, key: string) =>
    data(api.POST("/api/v1/shifts/{id}/release", { params: onceAt(id, key) })),
  cancelShift: (id: string, key: string) =>
    data(api.POST("/api/v1/shifts/{id}/cancel", { params: onceAt(id, key) })),
  override: ({ id, ...body }: { id: string } & Schema["DecideRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/override", { params: onceAt(id, key), body })),
  acceptFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/accept", { params: onceAt(id, key) })),
  standByFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/stand-by", { params: onceAt(id, key) })),
  declineFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/decline", { params: onceAt(id, key) })),
  withdrawFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/withdraw", { params: onceAt(id, key) })),
  standDown: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/stand-down", { params: onceAt(id, key) })),
  confirm: ({ id, ...body }: { id: string } & Schema["ConfirmDayRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/confirm", { params: onceAt(id, key), body })),
  cancelVisit: ({ id, ...body }: { id: string } & Schema["CancelRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/cancel", { params: onceAt(id, key), body })),
  planVisit: (body: Schema["NewVisitRequest"], key: string) =>
    data(api.POST("/api/v1/visits", { params: { header: once(key) }, body })),
  therapist: (
    { id, member, answer }: { id: string; member: string; answer: Schema["TherapistAnswer"] },
    key: string,
  ) =>
    data(
      api.PUT("/api/v1/visits/{id}/therapists/{member}", {
        params: { path: { id, member }, header: once(key) },
        body: { answer },
      }),
    ),
  dutyPhone: ({ id, ...body }: { id: string } & Schema["DutyPhoneRequest"], key: string) =>
    data(api.PUT("/api/v1/visits/{id}/duty-phone", { params: onceAt(id, key), body })),
  ticket: ({ id, ...body }: { id: string } & Schema["TicketRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/ticket", { params: onceAt(id, key), body })),
  editVisit: ({ id, ...body }: { id: string } & Schema["VisitEditRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/edit", { params: onceAt(id, key), body })),
  changeModes: ({ id, ...body }: { id: string } & Schema["ChangeModeOfDayRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/change-mode", { params: onceAt(id, key), body })),
  moveDay: ({ id, ...body }: { id: string } & Schema["MoveDayRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/move", { params: onceAt(id, key), body })),
  editShift: ({ id, ...body }: { id: string } & Schema["PlaceEditRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/edit", { params: onceAt(id, key), body })),
};
