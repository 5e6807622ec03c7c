"""``/interpreters/{id}/free-days``, ``/limits``: what somebody told the team by phone of when, and how much, they can.

Each of the team reads back what they recorded themselves, and no more.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.availability import services
from passerelle.bookings.api.free_days import BreakInput, FreeDayInput, UsualDayInput
from passerelle.bookings.api.profile import LimitsInput
from passerelle.bookings.selectors import free_days
from passerelle.bookings.shapes.free_day import FreeDayList, FreeDayView
from passerelle.common.accesses import Record, note_read
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented, now, perform
from passerelle.domain.accesses import AccessKind
from passerelle.domain.refusals import Stale
from passerelle.interpreters.selectors import told_limits
from passerelle.interpreters.shapes import ToldLimitsView
from passerelle.interpreters.wishes import record_limits


@dataclass(frozen=True)
class ToldLimitsInput:
    """All of them anew; null: none of their own. ``version``: as it was read."""

    version: int
    limits: LimitsInput = field(default_factory=LimitsInput)

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "limits": self.limits.limits()}


class ToldFreeDaysView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_told_free_days", FreeDayList)
    def get(self, request: Request, pk: UUID) -> Response:
        """The coming visits, each with what the reader recorded of this interpreter, and whether they are on a break."""
        found = free_days.told(pk, actor_of(request), now())
        note_read(request, AccessKind.TOLD, Record("interpreter", pk))
        return answer(found)


class ToldFreeDayView(APIView):
    permission_classes = [TeamOnly]

    @documented("record_free_day", FreeDayView, takes=FreeDayInput)
    def put(self, request: Request, pk: UUID, day: date) -> HttpResponse:
        """Record whether they are free that day; null takes back what the reader recorded."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, bool | None]) -> FreeDayView:
            services.set_free_day(interpreter_id=pk, day=day, **given, now=moment, actor=actor)
            return free_days.one(actor, day, of=pk)

        return perform(request, takes=FreeDayInput, act=act)


class ToldUsualDaysView(APIView):
    permission_classes = [TeamOnly]

    @documented("record_usual_day", FreeDayList, takes=UsualDayInput)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        """Record whether a day of the week is usually free; null takes back what the reader recorded."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> FreeDayList:
            services.set_usual_day(interpreter_id=pk, **given, now=moment, actor=actor)
            return free_days.told(pk, actor, moment)

        return perform(request, takes=UsualDayInput, act=act)


class ToldBreakView(APIView):
    permission_classes = [TeamOnly]

    @documented("record_break", FreeDayList, takes=BreakInput)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        """Record a break until a day, that day included; null ends it."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, date | None]) -> FreeDayList:
            services.take_break(interpreter_id=pk, **given, now=moment, actor=actor)
            return free_days.told(pk, actor, moment)

        return perform(request, takes=BreakInput, act=act)


class ToldLimitsOfView(APIView):
    permission_classes = [TeamOnly]

    @documented("get_told_limits", ToldLimitsView)
    def get(self, request: Request, pk: UUID) -> Response:
        """Their own limits, if the reader recorded them, and everyone's."""
        found = told_limits(pk, actor_of(request))
        note_read(request, AccessKind.TOLD, Record("interpreter", pk))
        return answer(found)

    @documented("record_limits", ToldLimitsView, takes=ToldLimitsInput)
    def put(self, request: Request, pk: UUID) -> HttpResponse:
        """Record the limits of somebody without an account; whoever has one keeps their own.

        Where limits were recorded since they were read, the answer is what the reader reads of them now (412).
        """
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> ToldLimitsView:
            record_limits(interpreter_id=pk, **given, now=moment, actor=actor)
            return told_limits(pk, actor)

        try:
            return perform(request, takes=ToldLimitsInput, act=act)
        except Stale as stale:
            stale.current = told_limits(pk, actor)
            raise
