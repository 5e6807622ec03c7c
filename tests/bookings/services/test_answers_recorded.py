"""What the team records for someone on the phone, and that nobody answers for somebody else."""

import pytest

from passerelle.bookings.models import Offer
from passerelle.bookings.services import answers, asking
from passerelle.domain.refusals import Code
from tests.factories.bookings import (
    a_scheduled_session,
    after,
    asked,
    asked_for_one_place,
    offer_of,
    people,
    refusal,
    says,
    taken,
)
from tests.factories.people import NOW, acting, an_interpreter
from tests.support.telling import telling


@pytest.mark.parametrize(
    ("answer", "state"),
    [(answers.accept_offer, "accepted"), (answers.decline_offer, "declined")],
)
def test_the_team_records_an_answer_and_is_named(db: None, answer: object, state: str) -> None:
    friday = a_scheduled_session()
    nasrin = an_interpreter(signs_in=False)
    (offer,) = asked(friday.shift, nasrin, by=friday.coordinator)
    answer(offer_id=offer.id, now=NOW, actor=friday.coordinator)  # type: ignore[operator]
    recorded = Offer.objects.get(pk=offer.id)
    assert (recorded.state, recorded.recorded_by_id) == (state, friday.coordinator.user_id)


def test_the_team_records_standing_by_and_leaving(db: None) -> None:
    friday = a_scheduled_session()
    nasrin = an_interpreter(signs_in=False)
    taken(friday)
    (offer,) = asked(friday.shift, nasrin, by=friday.coordinator)
    answers.stand_by_offer(offer_id=offer.id, now=NOW, actor=friday.coordinator)
    answers.withdraw_offer(offer_id=offer.id, now=NOW, actor=friday.coordinator)
    recorded = Offer.objects.get(pk=offer.id)
    assert (recorded.state, recorded.recorded_by_id) == ("withdrawn", friday.coordinator.user_id)


def test_not_me(db: None) -> None:
    """The team recorded a yes that she never gave: she takes it back, and it is hers now."""
    friday = a_scheduled_session()
    (shirin,) = people("Shirin")
    shift = friday.shift
    with telling() as lines:
        asking.assign_interpreter(shift_id=shift.id, interpreter_id=shirin.id, now=NOW, actor=friday.coordinator)
    recorded = offer_of(shift, shirin)
    assert recorded.recorded_by_id == friday.coordinator.user_id
    assert ("offer", recorded.id, "accepted") in lines
    says(answers.withdraw_offer, shift, shirin, now=after(60 * 24))
    taken_back = offer_of(shift, shirin)
    assert (taken_back.state, taken_back.recorded_by_id) == ("withdrawn", None)
    assert (friday.shift.state, friday.shift.holder) == ("open", None)


def test_nobody_answers_for_somebody_else(db: None) -> None:
    friday, (shirin, amal) = asked_for_one_place("Shirin", "Amal")
    offer = offer_of(friday.shift, shirin)
    every = [answers.accept_offer, answers.stand_by_offer, answers.decline_offer, answers.undo_answer]
    for answer in (*every, answers.withdraw_offer, answers.stand_down_offer):
        for actor in (acting(amal), friday.partner):
            assert refusal(answer, offer_id=offer.id, now=NOW, actor=actor) == [(Code.NOT_FOUND, None)]
    assert refusal(answers.stand_down_offer, offer_id=offer.id, now=NOW, actor=acting(shirin)) == [(Code.NOT_ALLOWED, None)]
