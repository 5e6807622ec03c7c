"""``/travel-times``: minutes between areas, for the team."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from passerelle.agencies.models import TravelTime
from passerelle.agencies.travel import known_areas
from passerelle.bookings.services.travel import set_travel_time
from passerelle.common.permissions import TeamOnly, actor_of
from passerelle.common.views import answer, documented, now, perform


@dataclass(frozen=True)
class TravelTimeInput:
    """Minutes between two areas, the same both ways."""

    area: str
    other: str
    minutes: int

    LIMITS: ClassVar = {"minutes": {"min_value": 1, "max_value": 600}}


@dataclass(frozen=True, slots=True)
class TravelTimeView:
    """The same both ways."""

    area: str
    other: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TravelTimeList:
    """``areas``: every area that is known, of sites and of ways."""

    areas: list[str]
    results: list[TravelTimeView]


class TravelTimesView(APIView):
    permission_classes = [TeamOnly]

    @documented("list_travel_times", TravelTimeList)
    def get(self, request: Request) -> Response:
        """Every known way."""
        return answer(_table())

    @documented("set_travel_time", TravelTimeList, takes=TravelTimeInput)
    def put(self, request: Request) -> HttpResponse:
        """Say how long the way between two areas takes."""
        actor, moment = actor_of(request), now()

        def act(given: dict[str, Any]) -> TravelTimeList:
            set_travel_time(**given, now=moment, actor=actor)
            return _table()

        return perform(request, takes=TravelTimeInput, act=act)


def _table() -> TravelTimeList:
    rows = TravelTime.objects.order_by("area", "other")
    return TravelTimeList(known_areas(), [TravelTimeView(row.area, row.other, row.minutes) for row in rows])
