"""What time does by itself; safe to run twice."""

from datetime import datetime, timedelta

import pytest

from passerelle.bookings.models import Offer
from passerelle.bookings.services import answers, timers
from tests.factories.bookings import (
    DEADLINE,
    Friday,
    a_confirmed_session,
    a_scheduled_session,
    after,
    asked,
    asked_for_one_place,
    at,
    offer_of,
    people,
    says,
    taken,
)
from tests.factories.people import NOW, an_interpreter
from tests.support.rows import changed
from tests.support.telling import telling

A_LITTLE = timedelta(microseconds=1)


def test_tend_lapses_what_was_not_answered_in_time(db: None) -> None:
    friday, (silent, declined) = asked_for_one_place("Amal", "Baran")
    says(answers.decline_offer, friday.shift, declined)
    (later,) = people("Zoya")
    asked(friday.shift, later, by=friday.coordinator, answer_by=DEADLINE + A_LITTLE)
    assert timers.tend(now=DEADLINE - A_LITTLE) == 0
    with changed() as rows, telling() as lines:
        assert timers.tend(now=DEADLINE) == 1
    offer = offer_of(friday.shift, silent)
    assert rows == {offer.id: {"version": 2, "state": "lapsed"}}
    assert lines == {("offer", offer.id, "lapsed"), ("shift", friday.shift.id, "lapsed")}


def test_tend_leaves_who_was_given_no_deadline(db: None) -> None:
    friday = a_scheduled_session()
    asked(friday.shift, an_interpreter(), by=friday.coordinator)
    assert timers.tend(now=at(10, 59)) == 0


def test_whoever_was_silent_may_still_say_yes(db: None) -> None:
    friday, (silent,) = asked_for_one_place("Amal")
    timers.tend(now=DEADLINE)
    says(answers.accept_offer, friday.shift, silent, now=DEADLINE + A_LITTLE)
    assert friday.shift.holder == silent


def test_tend_passes_a_first_refusal_on(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Zoya", "Amal")
    holder = taken(friday, first, second)
    says(answers.withdraw_offer, friday.shift, holder)
    deadline = after(12 * 60)
    assert timers.tend(now=deadline - A_LITTLE) == 0
    with changed() as rows:
        timers.tend(now=deadline)
    again = deadline + timedelta(hours=12)
    shift = friday.shift
    assert rows == {
        offer_of(shift, first).id: {"version": 4, "state": "lapsed"},
        offer_of(shift, second).id: {
            "version": 3, "state": "asked", "asked_at": deadline, "answer_by": again, "answered_at": None,
            "reserved_at": None, "undo_until": None,
        },
        shift.id: {"version": shift.version, "promised_to_id": second.id, "promised_until": again},
    }  # fmt: skip
    timers.tend(now=again)
    assert (friday.shift.state, friday.shift.promised_to, friday.shift.promised_until) == ("open", None, None)


def test_tend_closes_a_place_whose_session_begins(db: None) -> None:
    friday, (silent, declined) = asked_for_one_place("Amal", "Baran")
    says(answers.decline_offer, friday.shift, declined)
    Offer.objects.update(answer_by=None)
    shift = friday.shift
    assert timers.tend(now=at(11) - A_LITTLE) == 0
    with changed() as rows, telling() as lines:
        assert timers.tend(now=at(11)) == 1
    assert rows == {
        shift.id: {"version": shift.version + 1, "state": "unfilled"},
        offer_of(shift, silent).id: {"version": 2, "state": "stood_down"},
    }
    assert lines == {
        ("shift", shift.id, "unfilled"),
        ("visit", friday.visit_id, "counts"),
        ("offer", offer_of(shift, silent).id, "stood_down"),
        ("offer", offer_of(shift, declined).id, "unfilled"),
    }


def test_tend_ends_a_promise_with_the_place(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    says(answers.withdraw_offer, friday.shift, holder, now=at(10))
    timers.tend(now=at(11))
    shift = friday.shift
    assert (shift.state, shift.promised_to, shift.promised_until) == ("unfilled", None, None)
    assert offer_of(shift, reserve).state == "lapsed"


def test_tend_touches_no_place_that_somebody_has(db: None) -> None:
    friday, _ = a_confirmed_session()
    with changed() as rows:
        assert timers.tend(now=at(18)) == 0
    assert rows == {}
    assert friday.shift.state == "confirmed"


def unanswered(_: None = None) -> Friday:
    friday, _people = asked_for_one_place("Amal", "Baran")
    return friday


def promised() -> Friday:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    says(answers.withdraw_offer, friday.shift, holder, now=NOW)
    return friday


@pytest.mark.parametrize("situation", [unanswered, promised])
@pytest.mark.parametrize("now", [DEADLINE, after(12 * 60), at(10, 45), at(11), at(20)])
def test_tend_a_second_time_does_nothing(db: None, situation: object, now: datetime) -> None:
    friday = situation()  # type: ignore[operator]
    timers.tend(now=now)
    with changed() as rows, telling() as lines:
        timers.tend(now=now)
        timers.tend_shift(shift_id=friday.shift.id, now=now)
    assert (rows, lines) == ({}, set())


def test_tend_after_a_long_pause_does_all_that_is_due(db: None) -> None:
    """The worker was down from before the deadline until after the session had begun."""
    friday, (first, second) = asked_for_one_place("Amal", "Baran")
    assert timers.tend(now=at(13)) == 1
    assert friday.shift.state == "unfilled"
    assert {offer_of(friday.shift, person).state for person in (first, second)} == {"lapsed"}
