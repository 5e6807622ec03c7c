"""Two mechanisms keep each promise, the lock and the constraint: either alone is enough, and without both it breaks.

The interleaving is forced: both acts have read and checked before either writes.
"""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from django.db import connection

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services.answers import accept_offer
from tests.factories.people import NOW, a_group_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.races.friday import a_session, a_visit, asked, place_of
from tests.races.invariants import faults
from tests.races.mechanisms import both_before_either_writes, without_constraint, without_locks_on
from tests.races.test_one_place import TAKEN
from tests.support.crew import Act, Crew, Outcome

CLASH = Outcome(status=409, errors=(("clash", "This overlaps with another booking of the same person."),))


def one_person_two_places() -> list[Act]:
    """One interpreter says yes to two places whose times overlap."""
    coordinator = someone_of_the_team()
    visit, group, interpreter = a_visit(by=coordinator), a_group_of(an_agency()), an_interpreter()
    shifts = [place_of(a_session(group, visit, hour=hour, minutes=90, by=coordinator)) for hour in (14, 15)]
    offers = [offer for shift in shifts for offer in asked(shift, [interpreter], by=coordinator)]
    return [partial(accept_offer, offer_id=offer.id, now=NOW, actor=acting(interpreter)) for offer in offers]


def two_people_one_place() -> list[Act]:
    """Two interpreters say yes to one place."""
    coordinator = someone_of_the_team()
    shift = place_of(a_session(a_group_of(an_agency()), a_visit(by=coordinator), by=coordinator))
    interpreters = [an_interpreter(), an_interpreter()]
    offers = asked(shift, interpreters, by=coordinator)
    pairs = zip(offers, interpreters, strict=True)
    return [partial(accept_offer, offer_id=offer.id, now=NOW, actor=acting(one)) for offer, one in pairs]


@dataclass(frozen=True)
class Promise:
    """What is promised, who tries to break it, and what keeps it: a lock on ``table`` and the named constraint."""

    arrange: Callable[[], list[Act]]
    refused: Outcome
    table: str
    model: type[Any]
    constraint: str


PROMISES = {
    "nobody is booked twice": Promise(
        one_person_two_places, CLASH, "interpreters_interpreter", Shift, "bookings_no_double_booking"
    ),
    "one place has one holder": Promise(two_people_one_place, TAKEN, "bookings_shift", Offer, "bookings_one_yes_a_shift"),
}


def broken(promise: Promise, crew: Crew, *, lock: bool, constraint: bool) -> tuple[list[Outcome], list[str]]:
    """The forced race with those mechanisms in place: how both ended, and what is wrong afterwards."""
    with ExitStack() as removed:
        if not constraint:
            removed.enter_context(without_constraint(promise.model, promise.constraint))
        weaken = (lambda act: act) if lock else without_locks_on(promise.table)
        outcomes = both_before_either_writes(crew, *map(weaken, promise.arrange()))
        return outcomes, faults()


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
@pytest.mark.parametrize(
    ("lock", "constraint"),
    [
        pytest.param(True, True, id="lock and constraint"),
        pytest.param(True, False, id="the lock alone"),
        pytest.param(False, True, id="the constraint alone"),
    ],
)
def test_either_mechanism_keeps_the_promise(crew: Crew, promise: Promise, lock: bool, constraint: bool) -> None:
    outcomes, wrong = broken(promise, crew, lock=lock, constraint=constraint)
    assert wrong == []
    assert sorted(outcome == promise.refused for outcome in outcomes) == [False, True]


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_without_both_it_breaks_and_is_noticed(crew: Crew, promise: Promise) -> None:
    outcomes, wrong = broken(promise, crew, lock=False, constraint=False)
    assert [outcome.status for outcome in outcomes] == [200, 200]
    assert len(wrong) == 1


GUARDS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '{0}'::regclass
UNION SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = '{0}'::regclass
ORDER BY 1, 2
"""


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_the_constraint_is_back_even_when_the_test_fails(committed_db: None, promise: Promise) -> None:
    def guards() -> list[tuple[str, str]]:
        with connection.cursor() as cursor:
            cursor.execute(GUARDS.format(promise.model._meta.db_table))
            return list(cursor.fetchall())

    before = guards()
    with suppress(ZeroDivisionError), without_constraint(promise.model, promise.constraint):
        assert set(before) - set(guards())
        raise ZeroDivisionError
    assert guards() == before
