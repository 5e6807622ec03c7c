"""A place changes hands: to the first reserve who can still come, with a deadline, one after the other."""

from datetime import datetime, timedelta

import pytest

from passerelle.bookings.models import Offer
from passerelle.bookings.selectors.candidates import candidates
from passerelle.bookings.services import answers, asking, timers
from passerelle.domain.refusals import Code
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_scheduled_session,
    after,
    an_ask,
    another_session,
    asked,
    at,
    of,
    offer_of,
    people,
    place_of,
    refusal,
    says,
    taken,
)
from tests.factories.people import NOW
from tests.support.rows import changed

HOUR = timedelta(hours=1)


def left(friday: Friday, holder: Interpreter, now: datetime = NOW) -> None:
    says(answers.withdraw_offer, friday.shift, holder, now=now)


def promised(friday: Friday) -> tuple[Interpreter | None, datetime | None]:
    return friday.shift.promised_to, friday.shift.promised_until


def states(friday: Friday, *who: Interpreter) -> list[str]:
    return [offer_of(friday.shift, person).state for person in who]


def test_the_first_reserve_is_asked_to_say_yes_again(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Zoya", "Amal")
    holder = taken(friday, first, second)
    shift = friday.shift
    with changed() as rows:
        left(friday, holder, after(60))
    deadline = after(60) + 12 * HOUR
    assert rows == {
        offer_of(shift, holder).id: {
            "version": 3, "state": "withdrawn", "answered_at": after(60), "undo_until": None
        },
        offer_of(shift, first).id: {
            "version": 3, "state": "asked", "asked_at": after(60), "answer_by": deadline, "answered_at": None,
            "reserved_at": None, "undo_until": None,
        },
        shift.id: {
            "version": 4, "state": "open", "holder_id": None, "promised_to_id": first.id, "promised_until": deadline,
        },
    }  # fmt: skip


def test_until_the_deadline_the_place_is_kept_for_them(db: None) -> None:
    friday = a_scheduled_session()
    first, second, asked_only = people("Amal", "Baran", "Zoya")
    holder = taken(friday, first, second)
    asked(friday.shift, asked_only, by=friday.coordinator)
    left(friday, holder)
    for person, code in ((asked_only, Code.PLACE_TAKEN), (second, Code.WRONG_STATE)):
        yes = {"answer": answers.accept_offer, "shift": friday.shift, "interpreter": person}
        assert refusal(says, **yes, now=after(12 * 60 - 1)) == [(code, None)]
    says(answers.stand_by_offer, friday.shift, asked_only, now=after(5))
    says(answers.accept_offer, friday.shift, first, now=after(12 * 60 - 1))
    assert (friday.shift.holder, promised(friday)) == (first, (None, None))
    assert states(friday, second, asked_only) == ["reserve", "reserve"]


def test_the_team_may_give_it_to_another_meanwhile(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Amal", "Baran")
    holder = taken(friday, first, second)
    left(friday, holder)
    asking.assign_interpreter(shift_id=friday.shift.id, interpreter_id=second.id, now=NOW, actor=friday.coordinator)
    assert (friday.shift.holder, promised(friday)) == (second, (None, None))
    assert states(friday, first, second) == ["asked", "accepted"]


def test_reserves_are_asked_in_the_order_of_their_answers_when_one_says_no(db: None) -> None:
    friday = a_scheduled_session()
    first, second, third = people("Zoya", "Amal", "Baran")
    holder = taken(friday, first, second, third)
    left(friday, holder, after(60))
    says(answers.decline_offer, friday.shift, first, now=after(70))
    assert promised(friday) == (second, after(70) + 12 * HOUR)
    says(answers.decline_offer, friday.shift, second, now=after(80))
    assert promised(friday) == (third, after(80) + 12 * HOUR)
    says(answers.decline_offer, friday.shift, third, now=after(90))
    assert promised(friday) == (None, None)
    assert (friday.shift.state, states(friday, first, second, third)) == ("open", ["declined"] * 3)


def test_a_place_nobody_is_kept_for_goes_to_whoever_says_yes(db: None) -> None:
    friday = a_scheduled_session()
    first, asked_only = people("Amal", "Zoya")
    holder = taken(friday, first)
    asked(friday.shift, asked_only, by=friday.coordinator)
    left(friday, holder)
    says(answers.decline_offer, friday.shift, first)
    says(answers.accept_offer, friday.shift, asked_only)
    assert friday.shift.holder == asked_only


def test_when_the_team_stands_down_whoever_it_is_kept_for_the_next_is_asked(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Amal", "Baran")
    left(friday, taken(friday, first, second))
    answers.stand_down_offer(offer_id=offer_of(friday.shift, first).id, now=after(5), actor=friday.coordinator)
    assert promised(friday) == (second, after(5) + 12 * HOUR)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(10, 45) - 48 * HOUR, at(10, 45) - 36 * HOUR),
        (at(10, 45) - 48 * HOUR + timedelta(seconds=1), at(10, 45) - 47 * HOUR + timedelta(seconds=1)),
        (at(10), at(10, 45)),
    ],
    ids=["two days before", "nearer", "shortly before"],
)
def test_the_deadline_is_short_when_the_day_is_near(db: None, now: datetime, until: datetime) -> None:
    friday = a_scheduled_session()
    (first,) = people("Amal")
    left(friday, taken(friday, first), now)
    assert promised(friday) == (first, until)


def test_nobody_is_asked_for_a_block_that_has_begun(db: None) -> None:
    """Ten minutes before the session, its brief is under way: the reserve hears nothing that could only lapse."""
    friday = a_scheduled_session()
    (first,) = people("Amal")
    left(friday, taken(friday, first), at(10, 50))
    assert (friday.shift.state, promised(friday), states(friday, first)) == ("open", (None, None), ["reserve"])


def busy(friday: Friday, who: Interpreter) -> Friday:
    """``who`` took a place that overlaps the one of ``friday`` since they said they would stand by."""
    other = another_session(friday, an_ask(starts_at=at(12), ends_at=at(13)))
    asked(place_of(other), who, by=friday.coordinator)
    says(answers.accept_offer, place_of(other), who)
    return of(friday, other)


def test_a_reserve_who_cannot_come_any_more_is_passed_over_and_stays_on_standby(db: None) -> None:
    friday = a_scheduled_session()
    first, second = people("Amal", "Baran")
    holder = taken(friday, first, second)
    busy(friday, first)
    left(friday, holder)
    assert (promised(friday)[0], states(friday, first, second)) == (second, ["reserve", "asked"])


def test_a_reserve_who_is_free_again_is_asked_for_the_place_that_waits(db: None) -> None:
    """They revive: passed over while they were busy, asked once they are not."""
    friday = a_scheduled_session()
    (first,) = people("Amal")
    holder = taken(friday, first)
    other = busy(friday, first)
    left(friday, holder)
    timers.tend(now=after(10))
    assert promised(friday) == (None, None)
    left(other, first, after(20))
    timers.tend(now=after(21))
    assert (promised(friday), states(friday, first)) == ((first, after(21) + 12 * HOUR), ["asked"])


def test_thursday_at_eleven_in_the_evening(db: None) -> None:
    """Morning 3: the holder leaves, the first reserve has an hour, and her yes is confirmed at once."""
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    night = at(23) - 24 * HOUR
    left(friday, holder, night)
    assert (friday.session.state, friday.shift.state) == ("confirmed", "open")
    assert promised(friday) == (reserve, night + HOUR)
    says(answers.accept_offer, friday.shift, reserve, now=night + timedelta(minutes=20))
    assert (friday.shift.state, friday.shift.holder) == ("confirmed", reserve)


def test_declining_ten_times_changes_no_rank(db: None) -> None:
    """Morning 10: the list of candidates is, to the letter, what it was."""
    friday = a_scheduled_session()
    everyone = people("Amal", "Baran", "Zoya")
    before = candidates(friday.shift.id, friday.coordinator)
    assert [line.interpreter.name for line in before.results] == ["Amal", "Baran", "Zoya"]
    for number in range(10):
        other = another_session(friday, an_ask(starts_at=at(14 + number % 3), ends_at=at(15 + number % 3)))
        asked(place_of(other), everyone[0], by=friday.coordinator)
        says(answers.decline_offer, place_of(other), everyone[0])
    assert Offer.objects.filter(interpreter=everyone[0], state="declined").count() == 10
    assert candidates(friday.shift.id, friday.coordinator) == before
