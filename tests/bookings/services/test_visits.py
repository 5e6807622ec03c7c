"""The day: planned, staffed, confirmed in one act, and again for the rest."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from passerelle.bookings.models import Offer, Shift, Visit, VisitTherapist
from passerelle.bookings.services import closing, visits
from passerelle.bookings.services.moving import Place
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.roles import SYSTEM
from passerelle.domain.words import CancelReason, Language, Pay, TherapistAnswer
from tests.factories import days
from tests.factories.bookings import (
    NEXT_FRIDAY,
    Friday,
    a_confirmed_session,
    a_request,
    a_scheduled_session,
    a_visit,
    after,
    an_ask,
    another_session,
    asked,
    at,
    confirm,
    confirmation,
    offer_of,
    people,
    refusal,
    schedule,
    taken,
)
from tests.factories.people import NOW, acting, someone_of_the_team
from tests.support.rows import changed
from tests.support.telling import telling

FRENCH = Place(Language.FRENCH, Pay.VOLUNTEER)


def test_confirm_day_confirms_session_and_holder_and_tells_who_is_not_needed(db: None) -> None:
    friday = a_scheduled_session()
    reserve, silent = people("Amal", "Baran")
    holder = taken(friday, reserve)
    shift = friday.shift
    asked(shift, silent, by=friday.coordinator)
    with changed() as rows, telling() as lines:
        confirm(friday, now=after(60))
    assert rows == {
        friday.visit_id: {"version": 4, "state": "confirmed", "confirmed_at": after(60)},
        friday.session_id: {"version": 3, "state": "confirmed"},
        shift.id: {"version": shift.version + 1, "state": "confirmed"},
        offer_of(shift, silent).id: {"version": 2, "state": "stood_down"},
    }
    assert lines == {
        ("visit", friday.visit_id, "confirmed"),
        ("session", friday.session_id, "confirmed"),
        ("shift", shift.id, "confirmed"),
        *(("offer", offer_of(shift, person).id, "confirmed") for person in (holder, reserve, silent)),
    }


@pytest.mark.parametrize("sessions", [1, 5])
def test_confirm_day_sends_as_many_statements_however_many_sessions_there_are(
    db: None, sessions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    by = someone_of_the_team()
    visit = days.a_day(by=by)
    for number, hour in enumerate(range(9, 9 + sessions)):
        place = days.place_of(days.a_session_on(visit, by=by, hour=hour))
        holder, silent = people(f"Amal {number}", f"Baran {number}")
        days.asked(place, silent, by=by)
        days.held(place, holder, by=by)
    version = Visit.objects.get(pk=visit.id).version
    with django_assert_num_queries(20):
        visits.confirm_day(visit_id=visit.id, version=version, now=NOW, actor=by)
    assert set(Shift.objects.values_list("state", flat=True)) == {"confirmed"}
    assert Offer.objects.filter(state="stood_down").count() == sessions


def test_confirm_day_records_the_warnings_that_stood(db: None) -> None:
    ask = an_ask(notes="", contact_name="", contact_phone="", ends_at=at(12, 30))
    friday = a_scheduled_session(ask=ask)
    taken(friday)
    confirm(friday)
    assert friday.session.confirmed_with == ["empty_brief", "no_contact", "second_interpreter"]


def test_confirm_day_without_two_therapists_needs_a_reason(db: None) -> None:
    friday = a_scheduled_session()
    taken(friday)
    therapist = VisitTherapist.objects.filter(visit=friday.visit_id)[0]
    visits.record_therapist_answer(
        visit_id=friday.visit_id,
        member_id=therapist.member_id,
        answer=TherapistAnswer.NO,
        now=NOW,
        actor=friday.coordinator,
    )
    day: dict[str, Any] = {
        "visit_id": friday.visit_id,
        "version": friday.visit.version,
        "now": NOW,
        "actor": friday.coordinator,
    }
    for reason in ("", " \n"):
        found = refusal(visits.confirm_day, **day, therapists_reason=reason)
        assert found == [(Code.THERAPISTS_MISSING, "therapists_reason")]
    visits.confirm_day(**day, therapists_reason="Claire comes by train.")
    assert (friday.visit.state, friday.visit.therapists_reason) == ("confirmed", "Claire comes by train.")


def two_sessions(*, first_is_taken: bool = True) -> tuple[Friday, Friday]:
    """Two sessions of one day: the first with a holder, the second with an empty place."""
    first = a_scheduled_session()
    if first_is_taken:
        taken(first)
    other = another_session(first, an_ask(starts_at=at(14), ends_at=at(15)))
    return first, Friday(first.coordinator, first.partner, first.group, first.visit_id, other.id)


def test_confirm_day_leaves_a_session_with_an_empty_place_until_somebody_says_why(db: None) -> None:
    ready, gap = two_sessions()
    confirm(ready, gap_reasons={gap.session_id: " "})
    assert (ready.session.state, gap.session.state) == ("confirmed", "scheduled")
    confirm(ready, gap_reasons={gap.session_id: "A volunteer of theirs speaks Dari."})
    assert (gap.session.state, gap.session.gap_reason) == ("confirmed", "A volunteer of theirs speaks Dari.")
    assert gap.shift.state == "open"


CALL = "Call 06 12 34 56 78."


def test_confirm_day_keeps_numbers_out_of_its_reasons(db: None) -> None:
    friday = a_scheduled_session()
    day: dict[str, Any] = {
        "visit_id": friday.visit_id,
        "version": friday.visit.version,
        "now": NOW,
        "actor": friday.coordinator,
    }
    assert refusal(visits.confirm_day, **day, therapists_reason=CALL, gap_reasons={friday.session_id: CALL}) == [
        (Code.PHONE_IN_TEXT, "therapists_reason"),
        (Code.PHONE_IN_TEXT, "gap_reasons"),
    ]


def test_confirm_day_takes_a_reason_for_its_own_session_only(db: None) -> None:
    one, other = two_sessions(first_is_taken=False)
    confirm(one, gap_reasons={one.session_id: "They all speak French."})
    assert (one.session.state, other.session.state) == ("confirmed", "scheduled")
    assert other.session.gap_reason == ""


def test_confirm_the_rest_tells_the_newly_confirmed_and_nobody_else(db: None) -> None:
    early, late = two_sessions()
    confirm(early)
    newcomer = taken(late, holder=people("Amal")[0])
    with changed() as rows, telling() as lines:
        confirm(late, now=after(90))
    assert rows == {
        late.visit_id: {"version": 5},
        late.session_id: {"version": 3, "state": "confirmed"},
        late.shift.id: {"version": late.shift.version, "state": "confirmed"},
    }
    assert lines == {
        ("visit", late.visit_id, "confirmed_rest"),
        ("session", late.session_id, "confirmed"),
        ("shift", late.shift.id, "confirmed"),
        ("offer", offer_of(late.shift, newcomer).id, "confirmed"),
    }


def test_confirm_day_again_with_nothing_new(db: None) -> None:
    friday, _ = a_confirmed_session()
    again: dict[str, Any] = {
        "visit_id": friday.visit_id,
        "version": friday.visit.version,
        "now": NOW,
        "actor": friday.coordinator,
    }
    assert refusal(visits.confirm_day, **again) == [(Code.NOTHING_TO_CONFIRM, None)]


def test_confirm_day_of_a_day_without_a_ready_session(db: None) -> None:
    coordinator = someone_of_the_team()
    empty = a_visit(coordinator)
    day: dict[str, Any] = {
        "visit_id": empty.id,
        "version": Visit.objects.get(pk=empty.id).version,
        "now": NOW,
        "actor": coordinator,
    }
    assert refusal(visits.confirm_day, **day) == [(Code.NOTHING_TO_CONFIRM, None)]


def test_confirm_day_while_looking_at_an_older_version(db: None) -> None:
    friday = a_scheduled_session()
    taken(friday)
    with pytest.raises(Stale):
        visits.confirm_day(visit_id=friday.visit_id, version=friday.visit.version - 1, now=NOW, actor=friday.coordinator)


def test_confirm_day_is_the_teams_and_only_while_the_day_is_live(db: None) -> None:
    friday = a_scheduled_session()
    holder = taken(friday)
    for actor in (friday.partner, acting(holder), SYSTEM):
        assert refusal(visits.confirm_day, **confirmation(friday, actor=actor)) == [(Code.NOT_ALLOWED, None)]
    closing.cancel_visit(visit_id=friday.visit_id, reason=CancelReason.OTHER, now=NOW, actor=friday.coordinator)
    assert refusal(visits.confirm_day, **confirmation(friday)) == [(Code.WRONG_STATE, None)]


def test_confirm_day_confirms_what_is_scheduled_there_and_nothing_else(db: None) -> None:
    """A request for the day and a session of the next one stay as they are."""
    friday = a_scheduled_session()
    taken(friday)
    waiting = a_request(friday.group, friday.partner, an_ask(starts_at=at(14), ends_at=at(15)))
    next_visit = a_visit(friday.coordinator, NEXT_FRIDAY)
    week = timedelta(weeks=1)
    later = a_request(friday.group, friday.partner, an_ask(starts_at=at(11) + week, ends_at=at(12) + week))
    schedule(later, next_visit, friday.coordinator)
    with changed() as rows:
        confirm(friday)
    assert rows.keys() == {friday.visit_id, friday.session_id, friday.shift.id}
    assert waiting.state == "requested"
