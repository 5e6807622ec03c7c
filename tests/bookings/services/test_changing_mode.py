"""In person, remote, partner-led: who can work that way keeps the place, to be confirmed anew."""

from typing import Any

import pytest

from passerelle.bookings.services import moving
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.words import Mode, Place
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_requested_session,
    a_scheduled_session,
    confirm,
    offer_of,
    people,
    place_of,
    refusal,
    taken,
)
from tests.factories.people import NOW
from tests.support.rows import changed
from tests.support.telling import telling


def to(mode: Mode, friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``change_mode`` takes."""
    usual = {
        "session_id": friday.session_id,
        "version": friday.session.version,
        "mode": mode,
        "now": NOW,
        "actor": friday.coordinator,
    }
    return usual | otherwise


def working(person: Interpreter, *places: Place) -> None:
    Interpreter.objects.filter(pk=person.pk).update(places=list(places))


def test_change_mode_keeps_who_can_work_that_way_and_is_confirmed_anew(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    shift = friday.shift
    with changed() as rows, telling() as lines:
        moving.change_mode(**to(Mode.REMOTE, friday))
    assert rows == {
        friday.session_id: {"version": 4, "state": "scheduled", "mode": "remote"},
        shift.id: {"version": shift.version + 1, "state": "taken"},
    }
    assert lines == {
        ("session", friday.session_id, "mode_changed"),
        ("shift", shift.id, "mode_changed"),
        ("visit", friday.visit_id, "counts"),
        *(("offer", offer_of(shift, person).id, "mode_changed") for person in (holder, reserve)),
    }
    confirm(friday)
    assert (friday.session.state, friday.shift.state, friday.shift.holder) == ("confirmed", "confirmed", holder)


def test_held_as_it_is_already_nothing_changes_and_nobody_is_told(db: None) -> None:
    friday, _holder = a_confirmed_session()
    with changed() as rows, telling() as lines:
        moving.change_mode(**to(Mode.IN_PERSON, friday))
    assert (rows, lines) == ({}, set())


def test_change_mode_lets_go_who_cannot_and_asks_the_first_reserve_who_can(db: None) -> None:
    first, second = people("Amal", "Baran")
    friday, holder = a_confirmed_session(first, second)
    for person in (holder, first):
        working(person, Place.FRANCE)
    shift = friday.shift
    moving.change_mode(**to(Mode.REMOTE, friday))
    assert [offer_of(shift, person).state for person in (holder, first, second)] == ["stood_down", "stood_down", "asked"]
    assert (friday.shift.state, friday.shift.holder, friday.shift.promised_to) == ("open", None, second)


def test_change_mode_before_the_day_is_confirmed(db: None) -> None:
    friday = a_scheduled_session()
    taken(friday)
    with changed() as rows:
        moving.change_mode(**to(Mode.PARTNER_LED, friday))
    assert rows == {friday.session_id: {"version": 3, "mode": "partner_led"}}


@pytest.mark.parametrize("mode", [Mode.REMOTE, Mode.PARTNER_LED])
def test_change_mode_leaves_the_confirmed_day_confirmed(db: None, mode: Mode) -> None:
    """The database refuses a confirmed session on a day that is not; the session goes back, the day stays."""
    friday, _ = a_confirmed_session()
    moving.change_mode(**to(mode, friday))
    assert (friday.visit.state, friday.session.state, place_of(friday.session).state) == ("confirmed", "scheduled", "taken")


def test_change_mode_refusals(db: None) -> None:
    friday = a_requested_session()
    assert refusal(moving.change_mode, **to(Mode.REMOTE, friday)) == [(Code.WRONG_STATE, None)]
    assert refusal(moving.change_mode, **to(Mode.REMOTE, friday, actor=friday.partner)) == [(Code.WRONG_STATE, None)]
    moving.schedule_session(session_id=friday.session_id, visit_id=friday.visit_id, now=NOW, actor=friday.coordinator)
    assert refusal(moving.change_mode, **to(Mode.REMOTE, friday, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    with pytest.raises(Stale):
        moving.change_mode(**to(Mode.REMOTE, friday, version=1))
