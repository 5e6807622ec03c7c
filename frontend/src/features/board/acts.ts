import { api, data, type Schema } from "../../api/client";

const once = (key: string) => ({ "Idempotency-Key": key });
const at = (id: string, key: string) => ({ path: { id }, header: once(key) });

/** Everything the team does on a day. `key` is the intent's: sent again with it, an act happens once. */
export const acts = {
  schedule: ({ id, ...body }: { id: string } & Schema["ScheduleRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/schedule", { params: at(id, key), body })),
  decline: ({ id, ...body }: { id: string } & Schema["DeclineRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/decline", { params: at(id, key), body })),
  acceptChange: (id: string, key: string) =>
    data(api.POST("/api/v1/sessions/{id}/accept-change", { params: at(id, key) })),
  refuseChange: (id: string, key: string) =>
    data(api.POST("/api/v1/sessions/{id}/refuse-change", { params: at(id, key) })),
  openShift: ({ id, ...body }: { id: string } & Schema["PlaceInputRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/open-shift", { params: at(id, key), body })),
  move: ({ id, ...body }: { id: string } & Schema["MoveRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/move", { params: at(id, key), body })),
  changeMode: ({ id, ...body }: { id: string } & Schema["ChangeModeRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/change-mode", { params: at(id, key), body })),
  cancelSession: ({ id, ...body }: { id: string } & Schema["CancelRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/cancel", { params: at(id, key), body })),
  closeOut: ({ id, ...body }: { id: string } & Schema["CloseOutRequest"], key: string) =>
    data(api.POST("/api/v1/sessions/{id}/close", { params: at(id, key), body })),
  ask: ({ id, ...body }: { id: string } & Schema["AskInterpretersRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/ask", { params: at(id, key), body })),
  assign: ({ id, interpreter }: { id: string; interpreter: string }, key: string) =>
    data(api.POST("/api/v1/shifts/{id}/assign", { params: at(id, key), body: { interpreter } })),
  release: (id: string, key: string) =>
    data(api.POST("/api/v1/shifts/{id}/release", { params: at(id, key) })),
  cancelShift: (id: string, key: string) =>
    data(api.POST("/api/v1/shifts/{id}/cancel", { params: at(id, key) })),
  override: ({ id, ...body }: { id: string } & Schema["DecideRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/override", { params: at(id, key), body })),
  acceptFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/accept", { params: at(id, key) })),
  standByFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/stand-by", { params: at(id, key) })),
  declineFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/decline", { params: at(id, key) })),
  withdrawFor: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/withdraw", { params: at(id, key) })),
  standDown: (id: string, key: string) =>
    data(api.POST("/api/v1/offers/{id}/stand-down", { params: at(id, key) })),
  confirm: ({ id, ...body }: { id: string } & Schema["ConfirmDayRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/confirm", { params: at(id, key), body })),
  cancelVisit: ({ id, ...body }: { id: string } & Schema["CancelRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/cancel", { params: at(id, key), body })),
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
    data(api.PUT("/api/v1/visits/{id}/duty-phone", { params: at(id, key), body })),
  ticket: ({ id, ...body }: { id: string } & Schema["TicketRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/ticket", { params: at(id, key), body })),
  editVisit: ({ id, ...body }: { id: string } & Schema["VisitEditRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/edit", { params: at(id, key), body })),
  changeModes: ({ id, ...body }: { id: string } & Schema["ChangeModeOfDayRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/change-mode", { params: at(id, key), body })),
  moveDay: ({ id, ...body }: { id: string } & Schema["MoveDayRequest"], key: string) =>
    data(api.POST("/api/v1/visits/{id}/move", { params: at(id, key), body })),
  editShift: ({ id, ...body }: { id: string } & Schema["PlaceEditRequest"], key: string) =>
    data(api.POST("/api/v1/shifts/{id}/edit", { params: at(id, key), body })),
};
