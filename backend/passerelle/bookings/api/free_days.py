"""``/free-days``: one tap for each coming visit. Here and not with availability, which knows days but no visits."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.availability.models import FreeDay
from passerelle.availability.services import set_free_day
from passerelle.bookings.models import Visit
from passerelle.common.permissions import InterpreterOnly, actor_of
from passerelle.common.views import answer, documented, now, perform
from passerelle.domain.roles import Actor
from passerelle.domain.states.visit import LIVE, VisitState

COMING = 8


@dataclass(frozen=True)
class FreeDayInput:
    """Free, not free, or null: not said."""

    free: bool | None


@dataclass(frozen=True, slots=True)
class FreeDayView:
    day: date
    visit: UUID | None
    visit_state: VisitState | None
    free: bool | None


@dataclass(frozen=True, slots=True)
class FreeDayList:
    results: list[FreeDayView]


def coming(actor: Actor, today: date) -> FreeDayList:
    """The next visits and what the interpreter said for each."""
    visits = list(Visit.objects.filter(day__gte=today, state__in=LIVE).order_by("day", "id")[:COMING])
    said = dict(
        FreeDay.objects.filter(interpreter=actor.interpreter_id, day__in=[v.day for v in visits]).values_list("day", "free")
    )
    return FreeDayList([FreeDayView(v.day, v.id, VisitState(v.state), said.get(v.day)) for v in visits])


class FreeDaysView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("list_free_days", FreeDayList)
    def get(self, request: Request) -> Response:
        """The coming visits, each with the reader's own answer."""
        return answer(coming(actor_of(request), now().date()))


class OneFreeDayView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("set_free_day", FreeDayView, takes=FreeDayInput)
    def put(self, request: Request, day: date) -> HttpResponse:
        """Say whether a day is free; null takes it back."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, bool | None]) -> FreeDayView:
            if actor.interpreter_id is not None:
                set_free_day(interpreter_id=actor.interpreter_id, day=day, **given, now=moment, actor=actor)
            visit = Visit.objects.filter(day=day, state__in=LIVE).first()
            state = VisitState(visit.state) if visit else None
            return FreeDayView(day, visit.id if visit else None, state, given["free"])

        return perform(request, takes=FreeDayInput, act=act)
