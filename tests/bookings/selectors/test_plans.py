"""What is read every day finds its rows by an index of just those, however long the past is.

Plans are asked of a database that may not read a table from end to end, nor sort: where no index gives the rows in
order, the plan says so. How long it takes with a million rows behind them is ``make bench only=growth``.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors.clashes import asked_near
from passerelle.bookings.selectors.people import booked_around
from passerelle.bookings.selectors.sessions import When, when
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import asked_for_one_place, place_of

NOW, SOMEBODY = datetime(2026, 11, 23, 9, tzinfo=UTC), UUID(int=1)


@pytest.fixture(autouse=True)
def by_index_alone(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        for method in ("seqscan", "sort", "bitmapscan"):
            cursor.execute(f"SET LOCAL enable_{method} = off")
        yield


def plan(rows: "QuerySet[Session] | QuerySet[Shift] | QuerySet[Offer]") -> str:
    return rows.explain()


def test_what_is_to_come_is_found_without_walking_through_what_was() -> None:
    coming = when(Session.objects.all(), When.COMING, NOW).order_by("starts_at", "id")
    assert "bookings_sessions_open" in plan(coming)
    assert "bookings_open_of_agency" in plan(coming.filter(agency=SOMEBODY))


def test_what_somebody_holds_around_a_day_is_found_by_its_time() -> None:
    window = (datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
    assert "bookings_counted_by_block" in plan(booked_around([SOMEBODY], window))


def test_the_last_time_somebody_worked_is_the_first_row_of_an_index() -> None:
    worked = Shift.objects.filter(holder=SOMEBODY, state=ShiftState.WORKED).order_by("-block")
    for rows, index in ((worked, "bookings_worked_by_holder"), (worked.filter(group=SOMEBODY), "bookings_worked_with_group")):
        found = plan(rows[:1])
        assert index in found
        assert "Sort" not in found


def test_what_somebody_was_asked_beside_a_place_is_looked_for_among_what_lives() -> None:
    friday, (shirin,) = asked_for_one_place("Shirin")
    place = place_of(friday.session)
    _asked_long_ago(place, shirin)
    found = plan(asked_near([(place, shirin.id)]))
    assert "bookings_shifts_live" in found
    assert "bookings_offers_of_interpreter" not in found


def _asked_long_ago(like: Shift, person: Interpreter, *, times: int = 400) -> None:
    """So often, for places that are over: of who was asked but once, every index finds all there is as fast."""
    day = DateTimeTZRange(NOW - timedelta(days=365), NOW - timedelta(days=364))
    of = {"session_id": like.session_id, "group_id": like.group_id, "language": like.language, "pay": like.pay}
    over = [Shift(**of, block=day, state=ShiftState.UNFILLED) for _ in range(times)]
    Shift.objects.bulk_create(over)
    Offer.objects.bulk_create(Offer(shift=shift, interpreter=person, state=OfferState.STOOD_DOWN) for shift in over)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE bookings_shift, bookings_offer")


def test_places_that_still_live_have_an_index_of_their_own() -> None:
    assert "bookings_shifts_live" in plan(Shift.objects.filter(state__in=LIVE))
