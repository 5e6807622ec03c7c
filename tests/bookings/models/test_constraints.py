"""What the database refuses by itself, whatever a service overlooks; and that it is each guard that does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from passerelle.bookings.models import DatedNote, Move, Offer, Override, Session, SessionTold, Shift, Visit, VisitTherapist
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.states.visit import VisitState
from passerelle.domain.words import Quality, Strength
from tests.factories.bookings import (
    a_confirmed_session,
    a_requested_session,
    a_scheduled_session,
    an_ask,
    another_session,
    asked,
    at,
    people,
    place_of,
    taken,
)
from tests.factories.people import NOW, a_group_of, a_user, an_agency, an_interpreter
from tests.support.constraints import Write, refused_by, triggers, updating, without

type Situation = Callable[[], Write]
"""Brings rows about that may stand, and returns the write that must not."""


def unknown(field: str, thing: Callable[[], Any]) -> Situation:
    return lambda: updating(thing(), **{field: "no such"})


def a_session() -> Session:
    return a_requested_session().session


def a_place() -> Shift:
    return a_scheduled_session().shift


def a_therapist() -> VisitTherapist:
    return VisitTherapist.objects.filter(visit=a_requested_session().visit)[0]


def an_offer() -> Offer:
    friday = a_scheduled_session()
    return asked(friday.shift, an_interpreter(), by=friday.coordinator)[0]


def a_warning_dated_twice() -> Write:
    row = {"about": a_place().id, "code": "needs_override", "since": NOW}
    DatedNote.objects.create(**row)
    return lambda: DatedNote.objects.create(**row)


def a_second_visit_on_one_day() -> Write:
    visit = a_requested_session().visit
    return lambda: Visit.objects.create(day=visit.day, time_zone=visit.time_zone)


def a_therapist_twice() -> Write:
    there = a_therapist()
    return lambda: VisitTherapist.objects.create(visit=there.visit, member=there.member)


def a_session_that_ends_as_it_starts() -> Write:
    session = a_session()
    return updating(session, ends_at=session.starts_at)


def a_move_from_no_time() -> Write:
    session = a_session()
    times = {"starts_at": session.starts_at, "ends_at": session.starts_at}
    return lambda: Move.objects.create(session=session, at=NOW, **times)


def a_scheduled_session_without_a_day() -> Write:
    return updating(a_session(), state=SessionState.SCHEDULED)


def two_overlapping_places_of_one_holder() -> Write:
    friday = a_scheduled_session()
    holder, other = taken(friday), place_of(another_session(friday, an_ask(starts_at=at(12), ends_at=at(13))))
    return updating(other, state=ShiftState.TAKEN, holder=holder)


def a_taken_place_without_a_holder() -> Write:
    return updating(a_place(), state=ShiftState.TAKEN)


def an_empty_block() -> Write:
    place = a_place()
    return updating(place, block=DateTimeTZRange(place.block.lower, place.block.lower, "[)"))


def a_place_of_another_group() -> Write:
    return updating(a_place(), group=a_group_of(an_agency()))


def a_decision_twice() -> Write:
    place, person, lead = a_place(), an_interpreter(), a_user()
    Override.objects.create(shift=place, interpreter=person, reason="Seen.", by=lead, at=NOW)
    return lambda: Override.objects.create(shift=place, interpreter=person, reason="Again.", by=lead, at=NOW)


def one_person_asked_twice() -> Write:
    offer = an_offer()
    return lambda: Offer.objects.create(shift=offer.shift, interpreter=offer.interpreter)


def two_standing_yeses() -> Write:
    friday = a_scheduled_session()
    (reserve,) = people("Amal")
    taken(friday, reserve)
    return updating(Offer.objects.get(interpreter=reserve), state=OfferState.ACCEPTED)


def a_confirmed_session_on_a_planned_day() -> Write:
    return updating(a_scheduled_session().session, state=SessionState.CONFIRMED)


def a_confirmed_day_back_in_planning() -> Write:
    friday, _ = a_confirmed_session()
    return updating(friday.visit, state=VisitState.PLANNING)


def somebody_told_twice() -> Write:
    session = a_session()
    told = SessionTold.objects.filter(session=session)[0]
    return lambda: SessionTold.objects.create(session=session, member=told.member)


def nobody_named(thing: Callable[[], Any], field: str) -> Situation:
    return lambda: updating(thing(), **{field: [{"what": Quality.NAMED, "strength": Strength.WISHED}]})


FILLS = frozenset({"bookings_shift_takes_group"})
"""Triggers that refuse nothing: they write what follows from another column."""
IN_SQL = frozenset({"bookings_shift_group_of_session"})
"""Guards that Django has no words for, and no trigger keeps."""
REFUSED: dict[str, Situation] = {
    "bookings_visit_state_known": unknown("state", lambda: a_requested_session().visit),
    "bookings_one_visit_a_day": a_second_visit_on_one_day,
    "bookings_therapist_once": a_therapist_twice,
    "bookings_therapist_answer_known": unknown("answer", a_therapist),
    "bookings_session_state_known": unknown("state", a_session),
    "bookings_session_mode_known": unknown("mode", a_session),
    "bookings_session_theme_known": unknown("theme", a_session),
    "bookings_session_ends_after_start": a_session_that_ends_as_it_starts,
    "bookings_move_ends_after_start": a_move_from_no_time,
    "bookings_session_named_says_who": nobody_named(a_session, "requirements"),
    "bookings_told_once": somebody_told_twice,
    "bookings_session_on_a_visit": a_scheduled_session_without_a_day,
    "bookings_shift_state_known": unknown("state", a_place),
    "bookings_shift_language_known": unknown("language", a_place),
    "bookings_shift_pay_known": unknown("pay", a_place),
    "bookings_no_double_booking": two_overlapping_places_of_one_holder,
    "bookings_shift_named_says_who": nobody_named(a_place, "qualities"),
    "bookings_shift_taken_means_held": a_taken_place_without_a_holder,
    "bookings_shift_block_is_bounded": an_empty_block,
    "bookings_shift_group_of_session": a_place_of_another_group,
    "bookings_override_once": a_decision_twice,
    "bookings_note_once": a_warning_dated_twice,
    "bookings_offer_state_known": unknown("state", an_offer),
    "bookings_asked_once": one_person_asked_twice,
    "bookings_one_yes_a_shift": two_standing_yeses,
    "bookings_confirmed_on_confirmed": a_confirmed_session_on_a_planned_day,
    "bookings_visit_keeps_confirmed": a_confirmed_day_back_in_planning,
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_guard_refuses_what_it_should_and_nothing_else_would(db: None, name: str) -> None:
    write = REFUSED[name]()
    assert refused_by(write) == name
    with without(name):
        assert refused_by(write) is None
    assert refused_by(write) == name


def test_every_guard_of_the_schema_is_tried(db: None) -> None:
    declared = {guard.name for model in apps.get_app_config("bookings").get_models() for guard in model._meta.constraints}
    assert declared | IN_SQL | (triggers("bookings_") - FILLS) == set(REFUSED)
