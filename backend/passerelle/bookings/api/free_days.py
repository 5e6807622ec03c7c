"""``/free-days``: one tap for each coming visit. Here and not with availability, which knows days but no visits."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.availability import services
from passerelle.bookings.selectors import free_days
from passerelle.bookings.shapes.free_day import FreeDayList, FreeDayView
from passerelle.common.permissions import InterpreterOnly, actor_of
from passerelle.common.views import Nothing, answer, documented, now, perform
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor


@dataclass(frozen=True)
class FreeDayInput:
    """Free, not free, or null: not said."""

    free: bool | None


@dataclass(frozen=True)
class UsualDayInput:
    """Usually free on that day of the week, usually not, or null: not said. Monday is 0."""

    weekday: int
    free: bool | None

    LIMITS: ClassVar = {"weekday": {"min_value": 0, "max_value": 6}}


@dataclass(frozen=True)
class BreakInput:
    """The last day of a break, or null: no break."""

    until: date | None


class FreeDaysView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("list_free_days", FreeDayList)
    def get(self, request: Request) -> Response:
        """The coming visits, each with the reader's own answer, what is usual and whether they are on a break."""
        return answer(free_days.coming(actor_of(request), now()))


class OneFreeDayView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("set_free_day", FreeDayView, takes=FreeDayInput)
    def put(self, request: Request, day: date) -> HttpResponse:
        """Say whether a day is free; null takes it back."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, bool | None]) -> FreeDayView:
            services.set_free_day(interpreter_id=_own(actor), day=day, **given, now=moment, actor=actor)
            return free_days.one(actor, day)

        return perform(request, takes=FreeDayInput, act=act)


class UsualDaysView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("set_usual_day", FreeDayList, takes=UsualDayInput)
    def put(self, request: Request) -> HttpResponse:
        """Say whether a day of the week is usually free; an answer for one day beats it."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, int | None]) -> FreeDayList:
            services.set_usual_day(interpreter_id=_own(actor), **given, now=moment, actor=actor)  # type: ignore[arg-type]
            return free_days.coming(actor, moment)

        return perform(request, takes=UsualDayInput, act=act)


class AsBeforeView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("say_as_before", FreeDayList, takes=Nothing)
    def post(self, request: Request) -> HttpResponse:
        """Same as last time: each coming day without an answer gets the one before it."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, object]) -> FreeDayList:
            days = [line.day for line in free_days.coming(actor, moment).results]
            services.say_as_before(interpreter_id=_own(actor), days=days, now=moment, actor=actor)
            return free_days.coming(actor, moment)

        return perform(request, takes=Nothing, act=act)


class BreakView(APIView):
    permission_classes = [InterpreterOnly]

    @documented("take_break", FreeDayList, takes=BreakInput)
    def put(self, request: Request) -> HttpResponse:
        """Take a break until a day, that day included; null ends it."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, date | None]) -> FreeDayList:
            services.take_break(interpreter_id=_own(actor), **given, now=moment, actor=actor)
            return free_days.coming(actor, moment)

        return perform(request, takes=BreakInput, act=act)


def _own(actor: Actor) -> UUID:
    if actor.interpreter_id is None:
        raise Missing(problem(Code.NOT_FOUND))
    return actor.interpreter_id
