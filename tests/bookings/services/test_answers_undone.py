"""An answer taken back: within its window, as if it had not been given."""

from datetime import timedelta

import pytest

from passerelle.bookings.services import answers
from passerelle.domain.refusals import Code
from passerelle.domain.roles import SYSTEM
from tests.factories.bookings import (
    a_confirmed_session,
    after,
    asked_for_one_place,
    offer_of,
    refusal,
    says,
)
from tests.factories.people import NOW
from tests.support.rows import changed

UNDO = timedelta(minutes=15)


@pytest.mark.parametrize("answer", [answers.accept_offer, answers.decline_offer])
def test_undo_leaves_everything_as_before_the_answer(db: None, answer: object) -> None:
    """But for versions: also the deadline is what it was."""
    friday, (shirin,) = asked_for_one_place("Shirin")
    with changed() as rows:
        says(answer, friday.shift, shirin)  # type: ignore[arg-type]
        says(answers.undo_answer, friday.shift, shirin, now=NOW + UNDO)
    for columns in rows.values():
        assert columns is not None
        assert columns.keys() == {"version"}
    assert offer_of(friday.shift, shirin).id in rows


def test_undo_of_standing_by(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    says(answers.accept_offer, friday.shift, shirin)
    with changed() as rows:
        says(answers.stand_by_offer, friday.shift, amal)
        says(answers.undo_answer, friday.shift, amal, now=NOW + UNDO)
    assert rows == {offer_of(friday.shift, amal).id: {"version": 3}}


def test_undo_of_a_yes_asks_the_first_reserve(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    says(answers.accept_offer, friday.shift, shirin)
    says(answers.stand_by_offer, friday.shift, amal)
    says(answers.undo_answer, friday.shift, shirin, now=after(15))
    assert (friday.shift.state, friday.shift.promised_to) == ("open", amal)


def test_undo_ends_with_its_window(db: None) -> None:
    friday, (shirin,) = asked_for_one_place("Shirin")
    says(answers.accept_offer, friday.shift, shirin)
    late = {"answer": answers.undo_answer, "shift": friday.shift, "interpreter": shirin}
    assert refusal(says, **late, now=NOW + UNDO + timedelta(microseconds=1)) == [(Code.TOO_LATE_TO_UNDO, None)]


def test_undo_of_a_confirmed_yes_is_too_late_within_its_window(db: None) -> None:
    friday, holder = a_confirmed_session()
    found = refusal(says, answer=answers.undo_answer, shift=friday.shift, interpreter=holder)
    assert found == [(Code.TOO_LATE_TO_UNDO, None)]


def test_undo_is_the_interpreters_alone(db: None) -> None:
    friday, (shirin,) = asked_for_one_place("Shirin")
    offer = says(answers.accept_offer, friday.shift, shirin)
    for actor in (friday.coordinator, SYSTEM):
        assert refusal(answers.undo_answer, offer_id=offer.id, now=NOW, actor=actor) == [(Code.NOT_ALLOWED, None)]
