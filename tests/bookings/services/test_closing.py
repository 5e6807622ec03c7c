"""A session ends: cancelled with its reason, or held and closed out, place by place; and with the last one, the day."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from passerelle.bookings.models import Shift
from passerelle.bookings.services import answers, closing, moving
from passerelle.bookings.services.moving import Place
from passerelle.domain.refusals import Code
from passerelle.domain.words import CancelReason, Language, Pay, ShiftOutcome
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import (
    DARI,
    Friday,
    a_confirmed_session,
    a_scheduled_session,
    an_ask,
    another_session,
    asked,
    at,
    confirm,
    of,
    offer_of,
    people,
    refusal,
    says,
    taken,
)
from tests.factories.people import NOW, acting
from tests.support.rows import changed
from tests.support.telling import telling

CAME, MISSED, LET_GO = ShiftOutcome.WORKED, ShiftOutcome.MISSED, ShiftOutcome.LET_GO
AFTERWARDS = at(12, 30)
VOLUNTEER = Place(Language.DARI, Pay.VOLUNTEER)


def close_out(friday: Friday, outcome: ShiftOutcome | None = None, **otherwise: Any) -> dict[str, Any]:
    """What ``close_session`` takes; ``outcome`` for the one place of the session."""
    usual = {
        "session_id": friday.session_id,
        "outcomes": {friday.shift.id: outcome} if outcome else {},
        "now": AFTERWARDS,
        "actor": friday.coordinator,
    }
    return usual | otherwise


def cancel(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``cancel_session`` takes."""
    usual = {"session_id": friday.session_id, "reason": CancelReason.NOBODY_CAME, "now": NOW, "actor": friday.coordinator}
    return usual | otherwise


@pytest.mark.parametrize(
    ("place", "outcome", "closed"),
    [
        (DARI, CAME, {"state": "worked", "pay_outcome": "fee"}),
        (DARI, MISSED, {"state": "missed"}),
        (VOLUNTEER, CAME, {"state": "worked", "pay_outcome": "expenses"}),
    ],
)
def test_close_session_records_whether_each_came_and_what_it_means_for_pay(
    db: None, place: Place, outcome: ShiftOutcome, closed: dict[str, str]
) -> None:
    friday = a_scheduled_session(place)
    (reserve,) = people("Amal")
    holder = taken(friday, reserve)
    confirm(friday)
    shift, visit = friday.shift, friday.visit
    with changed() as rows, telling() as lines:
        closing.close_session(**close_out(friday, outcome))
    assert rows == {
        friday.session_id: {"version": 4, "state": "held"},
        friday.visit_id: {"version": visit.version + 1, "state": "done"},
        shift.id: closed | {"version": shift.version + 1, "outcome_recorded_by_id": friday.coordinator.user_id},
        offer_of(shift, reserve).id: {"version": 3, "state": "stood_down", "undo_until": None, "reserved_at": None},
    }
    assert lines == {
        ("session", friday.session_id, "held"),
        ("shift", shift.id, closed["state"]),
        ("visit", friday.visit_id, "done"),
        ("offer", offer_of(shift, holder).id, "held"),
        ("offer", offer_of(shift, reserve).id, "stood_down"),
    }
    assert shift.holder == holder


def test_close_session_keeps_the_answer_of_whoever_missed_it(db: None) -> None:
    friday, holder = a_confirmed_session()
    closing.close_session(**close_out(friday, MISSED))
    assert offer_of(friday.shift, holder).state == "accepted"


@pytest.mark.parametrize("place", [DARI, VOLUNTEER])
def test_close_session_lets_go_without_holding_it_against_anybody(db: None, place: Place) -> None:
    friday = a_scheduled_session(place)
    holder = taken(friday)
    confirm(friday)
    closing.close_session(**close_out(friday, LET_GO))
    shift = friday.shift
    assert (shift.state, shift.holder, shift.pay_outcome) == ("cancelled", None, "none")
    assert offer_of(shift, holder).state == "stood_down"


def test_close_session_never_records_a_volunteer_as_missing(db: None) -> None:
    friday = a_scheduled_session(VOLUNTEER)
    taken(friday)
    confirm(friday)
    found = refusal(closing.close_session, **close_out(friday, MISSED))
    assert found == [(Code.VOLUNTEER_NEVER_MISSED, "shifts")]


def two_places() -> tuple[Friday, Shift, Shift]:
    """Confirmed with a holder and, for a reason, with a second place that stayed empty."""
    friday = a_scheduled_session(DARI, VOLUNTEER)
    first, second = Shift.objects.filter(session=friday.session_id).order_by("pay")
    (shirin,) = people("Shirin")
    asked(first, shirin, by=friday.coordinator)
    says(answers.accept_offer, first, shirin)
    confirm(friday, gap_reasons={friday.session_id: "One is enough."})
    return friday, Shift.objects.get(pk=first.pk), second


def test_close_session_needs_an_outcome_for_every_confirmed_place_and_for_no_other(db: None) -> None:
    friday, first, empty = two_places()
    act = closing.close_session
    wrong: list[dict[UUID, ShiftOutcome]] = [{}, {empty.id: CAME}, {first.id: CAME, empty.id: CAME}, {uuid4(): CAME}]
    for outcomes in wrong:
        assert refusal(act, **close_out_of(friday, outcomes)) == [(Code.OUTCOMES_MISSING, "shifts")]
    closing.close_session(**close_out_of(friday, {first.id: CAME}))
    assert [Shift.objects.get(pk=pk).state for pk in (first.id, empty.id)] == ["worked", "unfilled"]


def close_out_of(friday: Friday, outcomes: dict[UUID, ShiftOutcome]) -> dict[str, Any]:
    return {"session_id": friday.session_id, "outcomes": outcomes, "now": AFTERWARDS, "actor": friday.coordinator}


def test_close_session_ends_a_promise_and_everyone_who_waited(db: None) -> None:
    """The holder left in the night; nobody else came, and the timer did not run."""
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    says(answers.withdraw_offer, friday.shift, holder, now=at(9))
    shift = friday.shift
    assert shift.promised_to == reserve
    with changed() as rows:
        closing.close_session(**close_out(friday))
    assert rows[shift.id] == {
        "version": shift.version + 1, "state": "unfilled", "promised_to_id": None, "promised_until": None
    }  # fmt: skip
    assert offer_of(shift, reserve).state == "stood_down"


def test_close_session_lets_go_of_a_place_that_was_never_confirmed(db: None) -> None:
    """A hard rule stood against the holder until the end: nobody can say that they worked."""
    friday, _ = a_confirmed_session()
    shift = moving.open_shift(session_id=friday.session_id, place=DARI, now=NOW, actor=friday.coordinator)
    (amal,) = people("Amal")
    Shift.objects.filter(pk=shift.pk).update(state="taken", holder=amal)
    (confirmed,) = Shift.objects.filter(session=friday.session_id, state="confirmed")
    closing.close_session(**close_out_of(friday, {confirmed.id: CAME}))
    assert Shift.objects.get(pk=shift.pk).state == "cancelled"


def test_close_session_refusals(db: None) -> None:
    friday = a_scheduled_session()
    holder = taken(friday)
    act = closing.close_session
    assert refusal(act, **close_out(friday)) == [(Code.WRONG_STATE, None)]
    confirm(friday)
    assert refusal(act, **close_out(friday, CAME, now=at(10, 59))) == [(Code.NOT_OVER_YET, None)]
    assert refusal(act, **close_out(friday, CAME, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    assert refusal(act, **close_out(friday, CAME, actor=acting(holder))) == [(Code.NOT_FOUND, None)]
    closing.close_session(**close_out(friday, CAME, now=at(11)))
    assert refusal(act, **close_out(friday, CAME)) == [(Code.WRONG_STATE, None)]


def a_day_with_two_confirmed_sessions() -> tuple[Friday, Friday, Interpreter, Interpreter]:
    friday = a_scheduled_session()
    other = of(friday, another_session(friday, an_ask(starts_at=at(14), ends_at=at(15))))
    shirin, amal = people("Shirin", "Amal")
    taken(friday, holder=shirin)
    taken(other, holder=amal)
    confirm(friday)
    return friday, other, shirin, amal


def test_the_day_is_done_with_its_last_session(db: None) -> None:
    friday, other, _, _ = a_day_with_two_confirmed_sessions()
    closing.close_session(**close_out(friday, CAME))
    assert friday.visit.state == "confirmed"
    closing.cancel_session(**cancel(other, now=at(14)))
    assert friday.visit.state == "done"
