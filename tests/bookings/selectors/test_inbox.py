"""The one list of what needs an answer of the team."""

from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors.inbox import inbox
from passerelle.bookings.services.answers import accept_offer, stand_by_offer, withdraw_offer
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.requests import propose_change, withdraw_session
from passerelle.bookings.shapes.team import InboxKind
from passerelle.domain.refusals import Forbidden
from passerelle.domain.words import Gender, GroupKind, Language
from tests.factories.partners import FRIDAY, NEXT_FRIDAY, a_day, a_request, local, put_on
from tests.factories.people import NOW, a_group_of, a_partner_of, a_profile, an_agency, an_interpreter, someone_of_the_team

LATER = NOW + timedelta(hours=1)


def test_a_request_until_it_is_answered_and_late_when_it_was_not(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    partner = a_partner_of(agency)
    session = a_request(a_group_of(agency), partner)
    a_request(a_group_of(agency), partner, draft=True)
    (line,) = inbox(team, LATER).results
    assert (line.kind, line.id, line.by, line.overdue) == (InboxKind.REQUEST, session.id, NOW + timedelta(days=3), False)
    assert [(found.kind, found.overdue) for found in inbox(team, NOW + timedelta(days=3)).results] == [
        (InboxKind.REQUEST, True)
    ]
    withdraw_session(session_id=session.id, now=LATER, actor=partner)
    assert inbox(team, LATER).results == []


def test_a_change_waits_beside_the_place_that_nobody_holds(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    partner = a_partner_of(agency)
    session = put_on(a_request(a_group_of(agency), partner), a_day(team), team)
    propose_change(
        session_id=session.id,
        version=session.version,
        starts_at=session.starts_at + timedelta(hours=1),
        ends_at=session.ends_at + timedelta(hours=1),
        people_expected=6,
        note="",
        now=LATER,
        actor=partner,
    )
    shift = Shift.objects.get(session=session)
    ask_interpreters(shift_id=shift.id, interpreter_ids=[an_interpreter().id], now=NOW, actor=team)
    change, place = inbox(team, LATER).results
    assert (change.kind, change.id, change.by) == (InboxKind.CHANGE, session.id, LATER + timedelta(days=3))
    assert (place.kind, place.id, place.by, place.unanswered) == (
        InboxKind.EMPTY_PLACE,
        shift.id,
        local(FRIDAY, 13, 45),
        1,
    )
    assert (place.language, place.visit and place.visit.day) == (Language.DARI, FRIDAY)
    assert [line.kind for line in inbox(team, session.starts_at).results] == [InboxKind.CHANGE]


def test_a_place_kept_for_one_person_tells_for_whom_and_until_when(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    session = put_on(a_request(a_group_of(agency), a_partner_of(agency)), a_day(team), team)
    shift, holder, reserve = Shift.objects.get(session=session), an_interpreter(), an_interpreter(a_profile("Parwana"))
    ask_interpreters(shift_id=shift.id, interpreter_ids=[holder.id, reserve.id], now=NOW, actor=team)
    yes, standby = Offer.objects.get(interpreter=holder), Offer.objects.get(interpreter=reserve)
    accept_offer(offer_id=yes.id, now=NOW, actor=team)
    stand_by_offer(offer_id=standby.id, now=NOW, actor=team)
    assert inbox(team, LATER).results == []
    withdraw_offer(offer_id=yes.id, now=LATER, actor=team)
    (line,) = inbox(team, LATER).results
    assert (line.kind, line.by, line.who and line.who.name) == (
        InboxKind.FIRST_REFUSAL,
        LATER + timedelta(hours=12),
        "Parwana",
    )
    assert [line.kind for line in inbox(team, LATER + timedelta(hours=12)).results] == [InboxKind.EMPTY_PLACE]


def test_a_hard_rule_waits_for_the_lead(db: None) -> None:
    team, agency = someone_of_the_team(), an_agency()
    group = a_group_of(agency, GroupKind.UNACCOMPANIED_YOUNG_PEOPLE)
    session = put_on(a_request(group, a_partner_of(agency)), a_day(team), team)
    shift = Shift.objects.get(session=session)
    unchecked = an_interpreter(a_profile("Karim", gender=Gender.MAN), cleared=False)
    (offer,) = _asked_despite(shift, unchecked.id)
    accept_offer(offer_id=offer.id, now=NOW, actor=team)
    (line,) = inbox(team, LATER).results
    assert (line.kind, line.id, line.who and line.who.name, len(line.reasons)) == (InboxKind.HARD_RULE, shift.id, "Karim", 2)


def _asked_despite(shift: Shift, interpreter_id: UUID) -> list[Offer]:
    """A yes by phone begins with a question nobody sent."""
    return [Offer.objects.create(shift=shift, interpreter_id=interpreter_id)]


def test_the_queries_do_not_grow_with_what_waits(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    team, agency = someone_of_the_team(), an_agency()
    partner, visit = a_partner_of(agency), a_day(team)
    put_on(a_request(a_group_of(agency), partner), visit, team)
    a_request(a_group_of(agency), partner)
    with django_assert_num_queries(3):
        assert len(inbox(team, LATER).results) == 2
    for _ in range(2):
        put_on(a_request(a_group_of(agency), partner), visit, team)
        a_request(a_group_of(agency), partner, starts_at=local(NEXT_FRIDAY, 9), ends_at=local(NEXT_FRIDAY, 10))
    with django_assert_num_queries(3):
        found = inbox(team, LATER).results
    assert len(found) == Session.objects.count()


def test_for_nobody_but_the_team(db: None) -> None:
    with pytest.raises(Forbidden):
        inbox(a_partner_of(an_agency()), NOW)
