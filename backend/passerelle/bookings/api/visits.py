"""``/visits``: days, the team's board of one, and confirming it."""

from datetime import date
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.bookings.api import inputs
from passerelle.bookings.selectors import visibility
from passerelle.bookings.selectors.board import board, confirmation
from passerelle.bookings.selectors.days import day_modes
from passerelle.bookings.selectors.sheet import sheet
from passerelle.bookings.selectors.visits import visit_view, visit_views
from passerelle.bookings.services import closing, days, visits
from passerelle.bookings.shapes.day import DayModes, Sheet
from passerelle.bookings.shapes.visit import Board, ConfirmationPreview, VisitPage, VisitView
from passerelle.common.accesses import Record, note_read
from passerelle.common.inputs import query
from passerelle.common.pages import PAGING, page
from passerelle.common.permissions import actor_of
from passerelle.common.views import act_on, answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.refusals import Stale

FILTERS = [
    OpenApiParameter("from", date, description="This day or later."),
    OpenApiParameter("to", date, description="This day or earlier."),
    OpenApiParameter("order", str, enum=["soonest", "latest"], description="Soonest first unless told."),
]


class VisitsView(APIView):
    @documented("list_visits", VisitPage, parameters=[*FILTERS, *PAGING])
    def get(self, request: Request) -> Response:
        """Days. Everyone signed in sees them; what is on them is the team's."""
        actor, asked = actor_of(request), query(request, {"from", "to", "order"})
        rows = visibility.visits(actor).select_related("deputy__user")
        if first := asked.day("from"):
            rows = rows.filter(day__gte=first)
        if last := asked.day("to"):
            rows = rows.filter(day__lte=last)
        descending = asked.choice("order", ("soonest", "latest")) == "latest"
        found = page(rows, request, keys=("day", "id"), descending=descending)
        return answer(VisitPage(visit_views(found.rows, actor), found.next))

    @documented("plan_visit", VisitView, takes=inputs.NewVisit, status=201)
    def post(self, request: Request) -> HttpResponse:
        """A day the team means to go."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, object]) -> VisitView:
            made = visits.plan_visit(**given, now=moment, actor=actor)  # type: ignore[arg-type]
            return visit_view(made.id, actor, moment)

        return perform(request, takes=inputs.NewVisit, act=act, status=201)


class OneVisitView(APIView):
    @documented("get_visit", VisitView)
    def get(self, request: Request, pk: UUID) -> Response:
        return answer(visit_view(pk, actor_of(request), now()))


class BoardView(APIView):
    @documented("get_board", Board)
    def get(self, request: Request, pk: UUID) -> Response:
        """Every session, every place, every person of a day, and what to mind."""
        return answer(board(pk, actor_of(request), now()))


class ConfirmationView(APIView):
    @documented("preview_confirmation", ConfirmationPreview)
    def get(self, request: Request, pk: UUID) -> Response:
        """What confirming the day would do now."""
        return answer(confirmation(pk, actor_of(request), now()))


class TherapistView(APIView):
    @documented("record_therapist_answer", VisitView, takes=inputs.TherapistAnswerInput)
    def put(self, request: Request, pk: UUID, member: UUID) -> HttpResponse:
        """A therapist's yes or no to the day."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, object]) -> VisitView:
            visits.record_therapist_answer(visit_id=pk, member_id=member, **given, now=moment, actor=actor)  # type: ignore[arg-type]
            return visit_view(pk, actor, moment)

        return perform(request, takes=inputs.TherapistAnswerInput, act=act)


class DutyPhoneView(APIView):
    @documented("set_duty_phone", VisitView, takes=inputs.DutyPhone)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        """The number partners and interpreters call on the day."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, str]) -> VisitView:
            visits.set_duty_phone(visit_id=pk, **given, now=moment, actor=actor)
            return visit_view(pk, actor, moment)

        return perform(request, takes=inputs.DutyPhone, act=act)


class DayModesView(APIView):
    @documented("preview_modes", DayModes)
    def get(self, request: Request, pk: UUID) -> Response:
        """Who could keep a place, session by session, were the day held another way."""
        return answer(day_modes(pk, actor_of(request)))


class SheetView(APIView):
    @documented("get_sheet", Sheet)
    def get(self, request: Request, pk: UUID) -> Response:
        """The page the day is run from: sessions, people, numbers, checks, decisions."""
        found = sheet(pk, actor_of(request), now())
        note_read(request, AccessKind.SHEET, Record("visit", pk))
        return answer(found)


class MoveDayView(APIView):
    @documented("move_day", VisitView, takes=inputs.MoveDay)
    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Everything still ahead goes to another day; answers with the visit of that day."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, object]) -> VisitView:
            entered = days.move_day(visit_id=pk, **given, now=moment, actor=actor)  # type: ignore[arg-type]
            return visit_view(entered.id, actor, moment)

        try:
            return perform(request, takes=inputs.MoveDay, act=act)
        except Stale as stale:
            stale.current = visit_view(pk, actor, moment)
            raise


_act = partial(act_on, key="visit_id", shape=VisitView, show=visit_view)

ACTS = {
    "confirm": _act(operation="confirm_day", service=visits.confirm_day, takes=inputs.ConfirmDay),
    "edit": _act(operation="edit_visit", service=visits.edit_visit, takes=inputs.VisitEdit),
    "change-mode": _act(operation="change_mode_of_day", service=days.change_mode_of_day, takes=inputs.ChangeModeOfDay),
    "cancel": _act(operation="cancel_visit", service=closing.cancel_visit, takes=inputs.Cancel),
}
