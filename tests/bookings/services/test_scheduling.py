"""A requested session is put on a day, and gets its places."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.models import Shift
from passerelle.bookings.services import closing, moving
from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import PeopleNeed
from passerelle.domain.refusals import Code
from passerelle.domain.words import CancelReason, Language, Pay, Quality, Strength, Variety
from tests.factories.bookings import (
    NEXT_FRIDAY,
    Friday,
    a_confirmed_session,
    a_request,
    a_requested_session,
    a_scheduled_session,
    a_visit,
    an_ask,
    at,
    of,
    refusal,
)
from tests.factories.people import NOW
from tests.support.rows import changed, row
from tests.support.telling import telling

ARABIC = Place(Language.ARABIC, Pay.VOLUNTEER, Variety.SUDANESE, {Quality.WOMAN: Strength.WISHED}, ticket_paid=True)


def schedule(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``schedule_session`` takes."""
    usual = {"session_id": friday.session_id, "visit_id": friday.visit_id, "now": NOW, "actor": friday.coordinator}
    return usual | otherwise


def test_schedule_session_opens_a_paid_place_for_each_language_needed(db: None) -> None:
    needs = [PeopleNeed(Language.DARI, 5), PeopleNeed(Language.ARABIC, 2, Variety.SUDANESE)]
    friday = a_requested_session(an_ask(needs=needs))
    with changed() as rows, telling() as lines:
        moving.schedule_session(**schedule(friday))
    dari, arabic = (Shift.objects.get(language=language) for language in (Language.DARI, Language.ARABIC))
    assert rows == {
        friday.session_id: {"version": 2, "state": "scheduled", "visit_id": friday.visit_id},
        dari.id: row(dari),
        arabic.id: row(arabic),
    }
    for shift, language, variety in ((dari, "prs", ""), (arabic, "ar", "ar-SD")):
        assert row(shift) | {"block": None} == {
            "id": shift.id, "version": 1, "session_id": friday.session_id, "group_id": friday.group.id,
            "language": language, "variety": variety, "pay": "paid", "ticket_paid": False, "qualities": [],
            "named_id": None, "state": "open", "block": None,
            "holder_id": None, "promised_to_id": None, "promised_until": None, "pay_outcome": "none",
            "outcome_recorded_by_id": None,
        }  # fmt: skip
        assert (shift.block.lower, shift.block.upper) == (at(10, 45), at(12, 25))
    assert lines == {
        ("session", friday.session_id, "scheduled"),
        ("shift", dari.id, "open"),
        ("shift", arabic.id, "open"),
        ("visit", friday.visit_id, "counts"),
    }


def test_schedule_session_with_the_places_given(db: None) -> None:
    friday = a_requested_session()
    moving.schedule_session(**schedule(friday, shifts=[ARABIC]))
    shift = friday.shift
    assert (shift.language, shift.variety, shift.pay, shift.ticket_paid) == ("ar", "ar-SD", "volunteer", True)
    assert shift.qualities == [{"what": "woman", "strength": "wished"}]
    without = a_request_on(friday)
    moving.schedule_session(**schedule(without, shifts=[]))
    assert (without.session.state, Shift.objects.filter(session=without.session_id).count()) == ("scheduled", 0)


def a_request_on(friday: Friday) -> Friday:
    """One more request of the same group for the same day."""
    return of(friday, a_request(friday.group, friday.partner, an_ask(starts_at=at(16), ends_at=at(17))))


def test_schedule_session_refusals(db: None) -> None:
    friday = a_requested_session()
    act = moving.schedule_session
    assert refusal(act, **schedule(friday, visit_id=uuid4())) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **schedule(friday, session_id=uuid4())) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **schedule(friday, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    next_visit = a_visit(friday.coordinator, NEXT_FRIDAY)
    assert refusal(act, **schedule(friday, visit_id=next_visit.id)) == [(Code.WRONG_DAY, "starts_at")]
    closing.cancel_visit(visit_id=friday.visit_id, reason=CancelReason.OTHER, now=NOW, actor=friday.coordinator)
    assert refusal(act, **schedule(friday)) == [(Code.VISIT_CLOSED, "visit")]
    again = a_visit(friday.coordinator)
    moving.schedule_session(**schedule(friday, visit_id=again.id))
    assert refusal(act, **schedule(friday, visit_id=again.id)) == [(Code.WRONG_STATE, None)]


@pytest.mark.parametrize(("starts_at", "fits"), [(at(0), True), (at(23, 30), True), (at(0) - timedelta(minutes=1), False)])
def test_schedule_session_reckons_the_day_at_the_place(db: None, starts_at: datetime, fits: bool) -> None:
    """Half past eleven at night in Calais is still the Friday, though it is half past ten in London."""
    friday = a_requested_session(an_ask(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=20)))
    if fits:
        moving.schedule_session(**schedule(friday))
        assert friday.session.state == "scheduled"
    else:
        assert refusal(moving.schedule_session, **schedule(friday)) == [(Code.WRONG_DAY, "starts_at")]


MIXED_UP = Place(Language.DARI, Pay.PAID, Variety.SUDANESE)


def test_a_place_asks_for_no_variety_of_another_language(db: None) -> None:
    friday = a_requested_session()
    found = refusal(moving.schedule_session, **schedule(friday, shifts=[ARABIC, MIXED_UP]))
    assert found == [(Code.VARIETY_OF_ANOTHER, "variety")]
    moving.schedule_session(**schedule(friday))
    place = {"session_id": friday.session_id, "place": MIXED_UP, "now": NOW, "actor": friday.coordinator}
    assert refusal(moving.open_shift, **place) == [(Code.VARIETY_OF_ANOTHER, "variety")]


@pytest.mark.parametrize("confirmed", [False, True])
def test_open_shift_adds_a_place(db: None, confirmed: bool) -> None:
    friday = a_confirmed_session()[0] if confirmed else a_scheduled_session()
    with changed() as rows, telling() as lines:
        shift = moving.open_shift(session_id=friday.session_id, place=ARABIC, now=NOW, actor=friday.coordinator)
    assert rows == {shift.id: row(shift)}
    assert (shift.state, shift.block.lower, shift.block.upper) == ("open", at(10, 45), at(12, 25))
    assert lines == {
        ("shift", shift.id, "open"),
        ("session", friday.session_id, "cover"),
        ("visit", friday.visit_id, "counts"),
    }


def test_open_shift_refusals(db: None) -> None:
    friday = a_requested_session()
    place = {"session_id": friday.session_id, "place": ARABIC, "now": NOW}
    assert refusal(moving.open_shift, **place, actor=friday.coordinator) == [(Code.WRONG_STATE, None)]
    moving.schedule_session(**schedule(friday))
    assert refusal(moving.open_shift, **place, actor=friday.partner) == [(Code.NOT_ALLOWED, None)]
    assert refusal(moving.open_shift, **{**place, "session_id": uuid4()}, actor=friday.coordinator) == [(Code.NOT_FOUND, None)]
