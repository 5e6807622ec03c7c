"""The world can be built on any day, once, in an empty database."""

from datetime import datetime
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
from passerelle.domain.states.shift import WITH_HOLDER
from passerelle.domain.words import PayStatus
from passerelle.journal.models import Change
from tests.demo.conftest import MONDAY
from tests.factories.people import a_user

PARIS = ZoneInfo("Europe/Paris")
type Snapshot = list[tuple[Any, ...]]


def snapshot() -> Snapshot:
    """Everything booked, without the ids that differ each time."""
    answers = Offer.objects.order_by("shift__session__starts_at", "shift__session__group__name", "interpreter__first_name")
    booked = Session.objects.order_by("starts_at", "group__name")
    return [
        *answers.values_list("shift__language", "interpreter__first_name", "state", "asked_at", "answered_at", "answer_by"),
        *booked.values_list("group__name", "state", "starts_at", "ends_at", "requested_at", "needs"),
    ]


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
        datetime(2026, 11, 27, 6, 0, tzinfo=PARIS),
        datetime(2026, 11, 28, 0, 1, tzinfo=PARIS),
        datetime(2026, 3, 29, 12, 0, tzinfo=PARIS),  # the clocks went forward this morning
        datetime(2026, 10, 25, 12, 0, tzinfo=PARIS),  # and back this morning
    ],
)
def test_the_world_is_sound_on_any_day(db: None, now: datetime) -> None:
    assert build_world(now=now)
    days = calendar(now)
    assert list(Visit.objects.order_by("day").values_list("day", "state")) == [
        *((day, "done") for day in days.past),
        *((day, "planning") for day in days.coming),
    ]
    assert overlapping() == []
    assert wrongly_paid() == []
    assert not Shift.objects.filter(state__in=["confirmed", "worked"], holder=None).exists()
    assert not Session.objects.filter(visit__isnull=False).exclude(visit__day=F("starts_at__date")).exists()
    assert not Change.objects.filter(at__gt=now).exists()
    assert tend(now=now) == 0, "nothing of a new world is overdue"


def test_the_world_is_the_same_all_day_long(db: None) -> None:
    made: list[Snapshot] = []
    for hour in (0, 22):
        with transaction.atomic():
            build_world(now=MONDAY.replace(hour=hour))
            made.append(snapshot())
            transaction.set_rollback(True)
    assert made[0] == made[1]
    assert made[0]


def test_a_second_building_changes_nothing(db: None) -> None:
    assert build_world(now=MONDAY)
    before, lines = snapshot(), Change.objects.count()
    assert not build_world(now=MONDAY)
    assert (snapshot(), Change.objects.count()) == (before, lines)


def test_nothing_is_built_where_anybody_exists(db: None) -> None:
    a_user()
    assert not build_world(now=MONDAY)
    assert (User.objects.count(), Group.objects.count()) == (1, 0)
