"""The past that is measured goes through every constraint and trigger, and is one that could have been."""

from collections import Counter
from datetime import UTC, date, datetime, time

import pytest
from django.db import connection

from bench.world.cast import Cast, take_on
from bench.world.history import days_of, write
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.domain.states.shift import WITH_HOLDER
from passerelle.journal.models import Change
from passerelle.journal.models import Counter as Numbers

TODAY = date(2026, 11, 27)


@pytest.fixture
def cast(committed_db: None) -> Cast:
    days = days_of(1000, until=TODAY)
    found = take_on(now=datetime.combine(days[0], time(), UTC))
    connection.ensure_connection()
    write(connection.connection, found, days)
    return found


def test_days_are_the_ones_before_the_oldest_first() -> None:
    assert days_of(80, until=TODAY) == [date(2026, 11, 25), date(2026, 11, 26)]


def test_places_that_do_not_fill_whole_days_are_refused() -> None:
    with pytest.raises(ValueError, match="41 places do not fill whole days"):
        days_of(41, until=TODAY)


def test_a_past_of_a_thousand_places_stands_with_every_constraint_on(cast: Cast) -> None:
    assert Visit.objects.count() == 25
    assert Counter(Session.objects.values_list("state", flat=True)) == {"held": 454, "cancelled": 46, "declined": 25}
    assert Shift.objects.count() == 1000
    first = cast.speakers[next(iter(cast.speakers))][0].interpreter
    assert Offer.objects.filter(interpreter=first).count() > 200
    numbers = list(Change.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, Numbers.objects.get().last + 1))


def test_nobody_was_in_two_places_at_once(cast: Cast) -> None:
    """No constraint speaks of places that are over, so this does."""
    held = Shift.objects.filter(state__in=WITH_HOLDER).values_list("holder_id", "block")
    together = Counter((holder, block.lower) for holder, block in held)
    assert set(together.values()) == {1}
    assert {block.lower.hour * 60 + block.lower.minute for _holder, block in held} == {465, 585, 705, 825, 945}
    assert {block.upper - block.lower for _holder, block in held} == {held[0][1].upper - held[0][1].lower}
    assert (held[0][1].upper - held[0][1].lower).total_seconds() < 2 * 3600
