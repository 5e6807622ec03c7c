from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.models import Visit, VisitTherapist
from passerelle.bookings.services.closing import cancel_session
from passerelle.bookings.services.visits import edit_visit, plan_visit
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal, Stale
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import CancelReason
from passerelle.journal import audiences
from tests.factories.days import FRIDAY, ZONE, a_day, a_session_on, confirmed, held, place_of
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, an_agency, an_interpreter, someone_of_the_team

TEAM = frozenset({audiences.TEAM})
EVERYONE = frozenset({audiences.TEAM, audiences.EVERYONE})


def as_it_is(visit: Visit, **other: Any) -> dict[str, Any]:
    """The arguments that change nothing, but for ``other``."""
    row = Visit.objects.get(pk=visit.id)
    down = VisitTherapist.objects.filter(visit=visit).values_list("member_id", flat=True)
    given = {"version": row.version, "day": row.day, "therapist_ids": list(down), "deputy_id": row.deputy_id}
    return {"visit_id": row.id, "team_cannot_travel": row.team_cannot_travel, **given, **other}


def answers(visit: Visit) -> dict[Any, str]:
    return dict(VisitTherapist.objects.filter(visit=visit).values_list("member_id", "answer"))


def a_member(role: TeamRole = TeamRole.THERAPIST) -> Any:
    return someone_of_the_team(role).team_member_id


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def test_edit_visit_keeps_the_answers_of_those_who_stay(team: Actor) -> None:
    visit = a_day(by=team)
    stays, goes = answers(visit)
    new = a_member()
    edit_visit(**as_it_is(visit, therapist_ids=[stays, new]), now=NOW, actor=team)
    assert answers(visit) == {stays: "yes", new: "asked"}
    assert goes not in answers(visit)


def test_edit_visit_on_another_day_asks_everyone_anew(team: Actor) -> None:
    visit = a_day(by=team)
    other = FRIDAY + timedelta(days=7)
    edit_visit(**as_it_is(visit, day=other), now=NOW, actor=team)
    assert Visit.objects.get(pk=visit.id).day == other
    assert set(answers(visit).values()) == {"asked"}


def test_edit_visit_tells_the_team_of_travel_and_everyone_of_the_day(committed_db: None) -> None:
    team = someone_of_the_team()
    visit = a_day(by=team)
    with told() as travel:
        edit_visit(**as_it_is(visit, team_cannot_travel=True), now=NOW, actor=team)
    with told() as moved:
        edit_visit(**as_it_is(visit, day=FRIDAY + timedelta(days=1)), now=NOW, actor=team)
    version = Visit.objects.get(pk=visit.id).version
    assert travel == [("visit", visit.id, version - 1, "edited", TEAM)]
    assert moved == [("visit", visit.id, version, "edited", EVERYONE)]


def test_edit_visit_tells_the_partner_when_a_therapist_who_goes_is_taken_off(committed_db: None) -> None:
    """Who comes is on a confirmed session's card."""
    team = someone_of_the_team()
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    held(place_of(session), an_interpreter(), by=team)
    confirmed(visit, by=team)
    stays, _goes = answers(visit)
    with told() as lines:
        edit_visit(**as_it_is(visit, therapist_ids=[stays]), now=NOW, actor=team)
    seen_by = frozenset({audiences.TEAM, audiences.agency(session.agency_id)})
    assert [line[4] for line in lines if line[:2] == ("session", session.id)] == [seen_by]
    with told() as lines:
        edit_visit(**as_it_is(visit, team_cannot_travel=True), now=NOW, actor=team)
    assert [line for line in lines if line[0] == "session"] == []


def test_edit_visit_tells_of_the_places_when_the_deputy_changes(committed_db: None) -> None:
    """Who may decide on a hard rule is on every place: the screens of both deputies change."""
    team = someone_of_the_team()
    visit = a_day(by=team)
    shift = place_of(a_session_on(visit, by=team))
    with told() as lines:
        edit_visit(**as_it_is(visit, deputy_id=a_member()), now=NOW, actor=team)
    assert ("shift", shift.id, shift.version, "deputy", TEAM) in lines


def test_edit_visit_refuses_an_older_version(team: Actor) -> None:
    visit = a_day(by=team)
    with pytest.raises(Stale):
        edit_visit(**as_it_is(visit, version=visit.version - 1), now=NOW, actor=team)


def test_edit_visit_refuses_another_day_while_sessions_are_on_it(team: Actor) -> None:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team)
    other = as_it_is(visit, day=FRIDAY + timedelta(days=7))
    with pytest.raises(Refusal) as refused:
        edit_visit(**other, now=NOW, actor=team)
    assert refused.value.code is Code.DAY_HAS_SESSIONS
    cancel_session(session_id=session.id, reason=CancelReason.OTHER, now=NOW, actor=team)
    edit_visit(**as_it_is(visit, day=FRIDAY + timedelta(days=7)), now=NOW, actor=team)


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 11, 22), Code.IN_THE_PAST), (FRIDAY + timedelta(days=7), Code.DAY_TAKEN)]
)
def test_edit_visit_refuses_a_day_that_cannot_be(team: Actor, day: date, code: Code) -> None:
    visit = a_day(by=team)
    a_day(by=team, day=FRIDAY + timedelta(days=7))
    with pytest.raises(Refusal) as refused:
        edit_visit(**as_it_is(visit, day=day), now=NOW, actor=team)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(code, "day")]


@pytest.mark.parametrize(("given", "field"), [("therapist_ids", "therapists"), ("deputy_id", "deputy")])
def test_edit_visit_refuses_who_is_not_in_the_team(team: Actor, given: str, field: str) -> None:
    visit = a_day(by=team)
    stranger = uuid4()
    with pytest.raises(Missing) as missing:
        edit_visit(**as_it_is(visit, **{given: stranger if given == "deputy_id" else [stranger]}), now=NOW, actor=team)
    assert missing.value.problems[0].field == field


def test_edit_visit_refuses_a_partner(team: Actor) -> None:
    visit = a_day(by=team)
    with pytest.raises(Forbidden):
        edit_visit(**as_it_is(visit), now=NOW, actor=a_partner_of(an_agency()))


def test_plan_visit_refuses_a_deputy_who_is_not_in_the_team(team: Actor) -> None:
    with pytest.raises(Missing) as missing:
        plan_visit(day=FRIDAY, time_zone=ZONE, deputy_id=uuid4(), now=NOW, actor=team)
    assert missing.value.problems[0].field == "deputy"


@pytest.mark.parametrize(
    ("given", "code"),
    [({"time_zone": "CET"}, Code.ZONE_UNKNOWN), ({"day": date(2026, 11, 22)}, Code.IN_THE_PAST)],
)
def test_plan_visit_refuses_a_zone_or_a_day_that_cannot_be(team: Actor, given: dict[str, Any], code: Code) -> None:
    with pytest.raises(Refusal) as refused:
        plan_visit(**{"day": FRIDAY, "time_zone": ZONE, **given}, now=NOW, actor=team)
    assert refused.value.code is code
