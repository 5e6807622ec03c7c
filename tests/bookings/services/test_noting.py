"""A warning is dated by the change that caused it; what changes by itself is found by the minute's round."""

from datetime import date, datetime, timedelta

import pytest

from passerelle.bookings.models import DatedNote, Session
from passerelle.bookings.selectors.board import board
from passerelle.bookings.services.asking import record_override, release_holder
from passerelle.bookings.services.moving import open_shift
from passerelle.bookings.services.requests import accept_change, propose_change
from passerelle.bookings.services.timers import tend_notes
from passerelle.bookings.services.visits import record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import GroupKind, TherapistAnswer
from passerelle.interpreters.models import Credential
from passerelle.journal import audiences
from tests.factories.days import DARI, a_day, a_session_on, at, held, place_of
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

LATER = NOW + timedelta(hours=3)
LATEST = NOW + timedelta(days=1)


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def dated(session: Session, team: Actor) -> list[tuple[str, bool, datetime | None]]:
    assert session.visit_id is not None
    return [(w.code, w.hard, w.since) for w in board(session.visit_id, team, NOW).warnings]


def test_a_warning_is_dated_by_what_caused_it_and_forgotten_with_it(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, kind=GroupKind.FAMILIES)
    assert dated(session, team) == []
    shift = place_of(session)
    held(shift, an_interpreter(cleared=False), by=team, now=LATER)
    assert dated(session, team) == [("needs_override", True, LATER)]
    open_shift(session_id=session.id, place=DARI, now=LATEST, actor=team)
    assert dated(session, team) == [("needs_override", True, LATER)]
    release_holder(shift_id=shift.id, now=LATEST, actor=team)
    assert dated(session, team) == []
    assert not DatedNote.objects.filter(about=shift.id).exists()


def test_a_warning_that_ended_and_began_again_is_dated_anew(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, kind=GroupKind.FAMILIES)
    one = an_interpreter(cleared=False)
    held(place_of(session), one, by=team)
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    record_override(shift_id=place_of(session).id, interpreter_id=one.id, reason="Seen", now=LATER, actor=lead)
    assert dated(session, team) == []
    release_holder(shift_id=place_of(session).id, now=LATER, actor=team)
    held(place_of(session), an_interpreter(a_profile("Nadia"), cleared=False), by=team, now=LATEST)
    assert dated(session, team) == [("needs_override", True, LATEST)]


def test_a_change_that_waits_is_dated_by_its_proposal(team: Actor) -> None:
    agency = an_agency()
    session = a_session_on(a_day(by=team), by=team, agency=agency)
    propose_change(
        session_id=session.id,
        version=session.version,
        starts_at=at(15),
        ends_at=at(16),
        people_expected=6,
        now=LATER,
        actor=a_partner_of(agency),
    )
    assert dated(session, team) == [("change_waiting", False, LATER)]
    version = Session.objects.get(pk=session.id).version
    accept_change(session_id=session.id, version=version, now=LATEST, actor=team)
    assert dated(session, team) == []


def test_the_therapists_of_the_day_are_dated_too(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    member = visit.therapists.values_list("member_id", flat=True)[0]
    record_therapist_answer(visit_id=visit.id, member_id=member, answer=TherapistAnswer.NO, now=LATER, actor=team)
    assert dated(session, team) == [("therapists", False, LATER)]


def test_a_check_that_changes_by_itself_is_dated_by_the_minutes_round(committed_db: None) -> None:
    """Morning 6: a check turns out not to cover the day. No act on a booking says so."""
    team = someone_of_the_team()
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, kind=GroupKind.FAMILIES)
    one = an_interpreter()
    held(place_of(session), one, by=team)
    assert tend_notes(now=LATER) == 0
    Credential.objects.filter(interpreter=one).update(expires_on=date(2026, 12, 3))
    assert dated(session, team) == [("needs_override", True, None)]
    with told() as lines:
        assert tend_notes(now=LATEST) == 1
    assert [(line[0], line[1], line[3], line[4]) for line in lines] == [
        ("visit", visit.id, "notes", frozenset({audiences.TEAM}))
    ]
    assert dated(session, team) == [("needs_override", True, LATEST)]
    assert tend_notes(now=LATEST) == 0
