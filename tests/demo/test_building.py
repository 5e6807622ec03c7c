"""The world can be built on any day, once, in an empty database."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.db.models import F

from passerelle.accounts.models import User
from passerelle.agencies.models import Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.timers import tend
from passerelle.demo.world.build import build_world
from passerelle.demo.world.calendar import calendar
from passerelle.demo.world.stages import A_MOMENT_AGO
from passerelle.domain.states.shift import WITH_HOLDER
from passerelle.domain.time import first_refusal_until
from passerelle.domain.words import PayStatus
from passerelle.journal.models import Change
from tests.demo.conftest import MONDAY
from tests.factories.people import a_user

PARIS = ZoneInfo("Europe/Paris")
type Snapshot = list[tuple[Any, ...]]


def snapshot() -> Snapshot:
    """Everything booked and every line of the journal, without the ids that differ each time."""
    by_what_it_is = ("shift__session__starts_at", "shift__session__group__name", "shift__language", "interpreter__first_name")
    answers = Offer.objects.order_by(*by_what_it_is)
    booked = Session.objects.order_by("starts_at", "group__name")
    lines = Counter(Change.objects.values_list("at", "entity", "kind", "version"))
    return [
        *answers.values_list(*by_what_it_is, "state", "asked_at", "answered_at", "answer_by"),
        *booked.values_list("group__name", "state", "starts_at", "ends_at", "requested_at", "needs", "proposed_change"),
        *sorted(lines.items()),
    ]


def told_from_the_hour(now: datetime) -> set[Any]:
    """The moments that are not the same all day long: the one act that happened a moment ago, and what it asks."""
    moment = now - A_MOMENT_AGO
    return {moment, first_refusal_until(now=moment, block_start=now + timedelta(days=30))}


def overlapping() -> list[tuple[UUID, UUID]]:
    held = Shift.objects.filter(state__in=WITH_HOLDER).order_by("id")
    return [
        (one.id, other.id)
        for one, other in combinations(held, 2)
        if one.holder_id == other.holder_id and one.block.lower < other.block.upper and other.block.lower < one.block.upper
    ]


def wrongly_paid() -> list[Shift]:
    fees = Shift.objects.filter(holder__pay_status=PayStatus.EXPENSES_ONLY, pay="paid")
    worked = Shift.objects.filter(state="worked")
    return [
        *fees,
        *worked.filter(pay="paid").exclude(pay_outcome="fee"),
        *worked.filter(pay="volunteer").exclude(pay_outcome="expenses"),
        *Shift.objects.exclude(state="worked").exclude(pay_outcome="none"),
    ]


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 26, 23, 59, tzinfo=PARIS),
        datetime(2026, 11, 27, 0, 1, tzinfo=PARIS),
        datetime(2026, 11, 27, 5, 59, tzinfo=PARIS),
        datetime(2026, 11, 27, 6, 0, tzinfo=PARIS),
        datetime(2026, 11, 28, 0, 1, tzinfo=PARIS),
        datetime(2026, 3, 29, 12, 0, tzinfo=PARIS),  # the clocks went forward this morning
        datetime(2026, 10, 25, 12, 0, tzinfo=PARIS),  # and back this morning
    ],
)
def test_the_world_is_sound_on_any_day(db: None, now: datetime) -> None:
    assert build_world(now=now)
    days = calendar(now)
    states = dict(Visit.objects.order_by("day").values_list("day", "state"))
    assert set(states) == {*days.past, *days.coming, days.past[7] - timedelta(days=1)}
    off = {days.past[6], days.past[7], days.coming[5]}
    assert {day for day, state in states.items() if state == "cancelled"} == off
    assert {state for day, state in states.items() if day < days.coming[0] and day not in off} == {"done"}
    assert [states[day] for day in days.coming if day not in off] == ["confirmed", *["planning"] * 6]
    assert overlapping() == []
    assert wrongly_paid() == []
    assert not Shift.objects.filter(state__in=["confirmed", "worked"], holder=None).exists()
    assert not Session.objects.filter(visit__isnull=False).exclude(visit__day=F("starts_at__date")).exists()
    assert not Change.objects.filter(at__gt=now).exists()
    assert tend(now=now) == 0, "nothing of a new world is overdue"


def test_the_world_is_the_same_all_day_long(db: None) -> None:
    """But for what happened a moment ago; and two worlds of one moment are equal in everything."""
    made: list[Snapshot] = []
    moments = [MONDAY.replace(hour=hour) for hour in (0, 22, 22)]
    for now in moments:
        with transaction.atomic():
            build_world(now=now)
            made.append(snapshot())
            transaction.set_rollback(True)
    morning, evening, again = made
    assert evening == again
    lately = told_from_the_hour(moments[0]) | told_from_the_hour(moments[1])
    stand_still = [[line for line in lines if not lately & set(flat(line))] for lines in (morning, evening)]
    assert stand_still[0] == stand_still[1]
    assert 3 <= len(morning) - len(stand_still[0]) <= 10


def flat(line: tuple[Any, ...]) -> list[Any]:
    """The values of a line that can be compared with a moment."""
    (first, *rest) = line
    return [value for value in (*(first if isinstance(first, tuple) else [first]), *rest) if isinstance(value, datetime)]


def test_nothing_is_built_where_anybody_exists(db: None) -> None:
    a_user()
    assert not build_world(now=MONDAY)
    assert (User.objects.count(), Group.objects.count()) == (1, 0)
