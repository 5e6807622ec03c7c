"""A session is cancelled, or the whole day with everything on it."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services import answers, asking, closing, moving, timers
from passerelle.bookings.services.visits import plan_visit
from passerelle.domain.refusals import Code
from passerelle.domain.words import CancelReason, ShiftOutcome
from passerelle.interpreters.models import Interpreter
from tests.factories import days
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_request,
    a_requested_session,
    a_scheduled_session,
    an_ask,
    another_session,
    asked,
    at,
    confirm,
    of,
    offer_of,
    people,
    place_of,
    refusal,
    says,
    taken,
)
from tests.factories.people import NOW, acting, an_interpreter, someone_of_the_team
from tests.support.rows import changed
from tests.support.telling import telling

CAME = ShiftOutcome.WORKED
AFTERWARDS = at(12, 30)


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


def cancel_day(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``cancel_visit`` takes."""
    usual = {"visit_id": friday.visit_id, "reason": CancelReason.NO_CROSSING, "now": NOW, "actor": friday.coordinator}
    return usual | otherwise


def test_cancel_session_cancels_its_places_and_tells_everyone_why(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    shift = friday.shift
    with changed() as rows, telling() as lines:
        closing.cancel_session(**cancel(friday, note="The tents were cleared."))
    assert rows == {
        friday.session_id: {
            "version": 4,
            "state": "cancelled",
            "reason_code": "nobody_came",
            "reason_note": "The tents were cleared.",
        },
        shift.id: {"version": shift.version + 1, "state": "cancelled", "holder_id": None},
        offer_of(shift, holder).id: {"version": 3, "state": "stood_down", "undo_until": None},
        offer_of(shift, reserve).id: {"version": 3, "state": "stood_down", "undo_until": None, "reserved_at": None},
    }
    assert lines == {
        ("session", friday.session_id, "cancelled"),
        ("shift", shift.id, "cancelled"),
        ("visit", friday.visit_id, "counts"),
        *(("offer", offer_of(shift, person).id, "cancelled") for person in (holder, reserve)),
    }


def test_cancel_session_leaves_what_is_over_as_it_was(db: None) -> None:
    """A place cancelled before, and answers that no longer stand."""
    friday = a_scheduled_session()
    (declined,) = people("Amal")
    asked(friday.shift, declined, by=friday.coordinator)
    says(answers.decline_offer, friday.shift, declined)
    asking.cancel_shift(shift_id=friday.shift.id, now=NOW, actor=friday.coordinator)
    with changed() as rows:
        closing.cancel_session(**cancel(friday))
    assert rows.keys() == {friday.session_id}


def test_cancel_session_drops_a_change_that_waited(db: None) -> None:
    friday = a_scheduled_session()
    Session.objects.filter(pk=friday.session_id).update(proposed_change={"note": ""})
    closing.cancel_session(**cancel(friday))
    assert friday.session.proposed_change is None


def test_cancel_session_refusals(db: None) -> None:
    friday = a_requested_session()
    assert refusal(closing.cancel_session, **cancel(friday)) == [(Code.WRONG_STATE, None)]
    moving.schedule_session(session_id=friday.session_id, visit_id=friday.visit_id, now=NOW, actor=friday.coordinator)
    assert refusal(closing.cancel_session, **cancel(friday, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    assert refusal(closing.cancel_session, **cancel(friday, session_id=uuid4())) == [(Code.NOT_FOUND, None)]
    found = refusal(closing.cancel_session, **cancel(friday, note="Ask Ines: 06 12 34 56 78"))
    assert found == [(Code.PHONE_IN_TEXT, "note")]


def a_day_with_two_confirmed_sessions() -> tuple[Friday, Friday, Interpreter, Interpreter]:
    friday = a_scheduled_session()
    other = of(friday, another_session(friday, an_ask(starts_at=at(14), ends_at=at(15))))
    shirin, amal = people("Shirin", "Amal")
    taken(friday, holder=shirin)
    taken(other, holder=amal)
    confirm(friday)
    return friday, other, shirin, amal


def test_a_day_on_which_nothing_was_held_is_not_done(db: None) -> None:
    friday, _ = a_confirmed_session()
    closing.cancel_session(**cancel(friday))
    assert friday.visit.state == "confirmed"
    closing.cancel_visit(**cancel_day(friday))
    assert friday.visit.state == "cancelled"


def test_cancel_visit_cancels_every_session_and_place_and_then_the_day(db: None) -> None:
    friday, other, shirin, amal = a_day_with_two_confirmed_sessions()
    gone = of(friday, another_session(friday, an_ask(starts_at=at(16), ends_at=at(17))))
    closing.cancel_session(**cancel(gone))
    waiting = a_request(friday.group, friday.partner, an_ask(starts_at=at(18), ends_at=at(19)))
    visit = friday.visit
    with changed() as rows, telling() as lines:
        closing.cancel_visit(**cancel_day(friday, note="No ferry."))
    why = {"reason_code": "no_crossing", "reason_note": "No ferry."}
    expected: dict[UUID, dict[str, Any]] = {
        visit.id: {
            "version": visit.version + 1, "state": "cancelled", "cancel_reason": "no_crossing", "cancel_note": "No ferry."
        }
    }  # fmt: skip
    for held, person in ((friday, shirin), (other, amal)):
        expected[held.session_id] = why | {"version": held.session.version, "state": "cancelled"}
        expected[held.shift.id] = {"version": held.shift.version, "state": "cancelled", "holder_id": None}
        expected[offer_of(held.shift, person).id] = {"version": 3, "state": "stood_down", "undo_until": None}
    assert rows == expected
    assert ("visit", visit.id, "cancelled") in lines
    assert waiting.state == "requested"
    assert timers.tend(now=at(20)) == 0


@pytest.mark.parametrize("sessions", [1, 5])
def test_cancel_visit_sends_as_many_statements_however_many_sessions_there_are(
    db: None, sessions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Each has a holder, who was asked for a place elsewhere at that hour too, somebody on standby and one silent."""
    by = someone_of_the_team()
    visit = days.a_day(by=by)
    elsewhere = plan_visit(day=days.FRIDAY, time_zone="Europe/London", now=NOW, actor=by)
    revived = []
    for number, hour in enumerate(range(8, 8 + sessions)):
        holder, reserve, silent = people(f"Amal {number}", f"Baran {number}", f"Shirin {number}")
        revived += days.asked(days.place_of(days.a_session_on(elsewhere, by=by, hour=hour)), holder, by=by)
        place = days.place_of(days.a_session_on(visit, by=by, hour=hour))
        days.held(place, holder, by=by)
        days.standing_by(place, reserve, by=by)
        days.asked(place, silent, by=by)
    days.confirmed(visit, by=by)
    with telling() as lines, django_assert_num_queries(21):
        closing.cancel_visit(visit_id=visit.id, reason=CancelReason.NO_CROSSING, now=NOW, actor=by)
    places = Shift.objects.filter(session__visit=visit)
    assert list(places.values_list("state", flat=True)) == ["cancelled"] * sessions
    assert {line for line in lines if line[2] == "revived" and line[0] == "offer"} == {
        ("offer", offer.id, "revived") for offer in revived
    }


def test_cancel_visit_where_something_was_held_ends_the_day_as_done(db: None) -> None:
    """The morning was held; the afternoon cannot be. It is no cancelled day."""
    friday, other, _, _ = a_day_with_two_confirmed_sessions()
    closing.close_session(**close_out(friday, CAME))
    closing.cancel_visit(**cancel_day(friday, now=at(13)))
    assert [friday.session.state, other.session.state, friday.visit.state] == ["held", "cancelled", "done"]
    assert (friday.visit.cancel_reason, friday.visit.cancel_note) == ("", "")


def test_cancel_visit_leaves_its_people_free_for_another_place(db: None) -> None:
    friday, holder = a_confirmed_session()
    closing.cancel_visit(**cancel_day(friday))
    again = a_scheduled_session()
    taken(again, holder=holder)
    assert place_of(again.session).holder == holder


def test_cancel_visit_refusals(db: None) -> None:
    friday, holder = a_confirmed_session()
    act = closing.cancel_visit
    for actor in (friday.partner, acting(holder), acting(an_interpreter())):
        assert refusal(act, **cancel_day(friday, actor=actor)) == [(Code.NOT_ALLOWED, None)]
    assert refusal(act, **cancel_day(friday, visit_id=uuid4())) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **cancel_day(friday, note="Ask 06 12 34 56 78")) == [(Code.PHONE_IN_TEXT, "note")]
    closing.cancel_visit(**cancel_day(friday))
    assert refusal(act, **cancel_day(friday)) == [(Code.WRONG_STATE, None)]
