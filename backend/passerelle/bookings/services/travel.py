"""How long the way between two areas takes. Here and not with the partners' sites: the cards of answers show it."""

from datetime import datetime

from django.db.models import Q

from passerelle.agencies.models import TravelTime
from passerelle.bookings.events import Changes
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Refusal, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.text import Label
from passerelle.domain.travel import MOST_MINUTES
from passerelle.journal import audiences
from passerelle.journal.services import Entry


@unit_of_work
def set_travel_time(*, area: str, other: str, minutes: int, now: datetime, actor: Actor) -> TravelTime:
    """``minutes`` from ``area`` to ``other`` and back. Saying the same again changes nothing."""
    require_team(actor)
    labels = [Label("area", area, of_a_place=True), Label("other", other, of_a_place=True)]
    found = [against for label in labels for against in label.against()]
    if not 1 <= minutes <= MOST_MINUTES:
        found.append(problem(Code.OVER_THE_LIMIT, at="minutes", most=str(MOST_MINUTES)))
    if found:
        raise Refusal(*found)
    first, second = sorted(label.clean for label in labels)
    if first == second:
        raise refuse(Code.SAME_AREA, at="other")
    changes = Changes(actor, now)
    with changes.clashes_of(Q(session__group__site__area__in=[first, second])):
        way, differs = _write(first, second, minutes)
    if differs:
        changes.note(Entry("travel_time", way.id, way.version, "travel", frozenset({audiences.TEAM})))
        changes.ways(first, second, "travel")
    changes.tell()
    return way


def _write(first: str, second: str, minutes: int) -> tuple[TravelTime, bool]:
    """The way, and whether it takes another time than it did."""
    way, made = TravelTime.objects.get_or_create(area=first, other=second, defaults={"minutes": minutes})
    if not made and way.minutes == minutes:
        return way, False
    if not made:
        way = TravelTime.objects.select_for_update(no_key=True).get(pk=way.pk)
        way.minutes = minutes
        way.changed("minutes")
    return way, True
