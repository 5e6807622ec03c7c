"""A day is planned and staffed with therapists."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.accounts.models import TeamMember
from passerelle.accounts.services import deactivate_team_member
from passerelle.bookings.models import VisitTherapist
from passerelle.bookings.services import closing, visits
from passerelle.bookings.services.moving import Place
from passerelle.domain.refusals import Code, Forbidden
from passerelle.domain.roles import SYSTEM, TeamRole
from passerelle.domain.words import CancelReason, Language, Pay, TherapistAnswer
from tests.factories.bookings import (
    FRIDAY,
    a_requested_session,
    a_visit,
    refusal,
)
from tests.factories.people import NOW, a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.support.rows import changed
from tests.support.telling import telling

PLAN: dict[str, Any] = {"day": FRIDAY, "time_zone": "Europe/Paris", "now": NOW}
FRENCH = Place(Language.FRENCH, Pay.VOLUNTEER)


def test_plan_visit_asks_the_therapists(db: None) -> None:
    coordinator = someone_of_the_team()
    one, other, deputy = (someone_of_the_team(TeamRole.THERAPIST).team_member_id for _ in range(3))
    assert one
    assert other
    with changed() as rows, telling() as lines:
        visit = visits.plan_visit(**PLAN, therapist_ids=[one, other], deputy_id=deputy, actor=coordinator)
    therapists = {line.member_id: line for line in VisitTherapist.objects.filter(visit=visit)}
    assert rows == {
        visit.id: {
            "id": visit.id,
            "version": 1,
            "day": FRIDAY,
            "time_zone": "Europe/Paris",
            "state": "planning",
            "team_cannot_travel": False,
            "deputy_id": deputy,
            "therapists_reason": "",
            "duty_phone": "",
            "cancel_reason": "",
            "cancel_note": "",
            "confirmed_at": None,
        },
        **{
            therapists[member].id: {
                "id": therapists[member].id, "visit_id": visit.id, "member_id": member, "answer": "asked"
            }
            for member in (one, other)
        },
    }  # fmt: skip
    assert lines == {("visit", visit.id, "planned")}


def test_plan_visit_is_the_teams(db: None) -> None:
    for actor in (a_partner_of(an_agency()), acting(an_interpreter())):
        with pytest.raises(Forbidden):
            visits.plan_visit(**PLAN, actor=actor)
    assert visits.plan_visit(**PLAN, actor=SYSTEM).state == "planning"


def test_plan_visit_plans_no_day_more_than_a_year_ahead(db: None) -> None:
    far = PLAN | {"day": NOW.date() + timedelta(days=367), "actor": someone_of_the_team()}
    assert refusal(visits.plan_visit, **far) == [(Code.DAY_TOO_FAR, "day")]


def test_plan_visit_takes_a_day_once_until_it_is_cancelled(db: None) -> None:
    coordinator = someone_of_the_team()
    visit = visits.plan_visit(**PLAN, actor=coordinator)
    assert refusal(visits.plan_visit, **PLAN, actor=coordinator) == [(Code.DAY_TAKEN, "day")]
    closing.cancel_visit(visit_id=visit.id, reason=CancelReason.OTHER, now=NOW, actor=coordinator)
    assert visits.plan_visit(**PLAN, actor=coordinator).id != visit.id


def test_plan_visit_with_people_who_are_not_of_the_team(db: None) -> None:
    coordinator, gone = someone_of_the_team(), someone_of_the_team(TeamRole.THERAPIST)
    assert gone.team_member_id
    deactivate_team_member(member_id=gone.team_member_id, now=NOW, actor=SYSTEM)
    for stranger in (uuid4(), gone.team_member_id):
        plan = {**PLAN, "actor": coordinator}
        assert refusal(visits.plan_visit, **plan, therapist_ids=[stranger]) == [(Code.NOT_FOUND, "therapists")]
        assert refusal(visits.plan_visit, **plan, deputy_id=stranger) == [(Code.NOT_FOUND, "deputy")]


@pytest.mark.parametrize("role", [role for role in TeamRole if role is not TeamRole.SAFEGUARDING_LEAD])
def test_plan_visit_names_nobody_their_own_deputy(db: None, role: TeamRole) -> None:
    """The deputy overrides hard rules: who books cannot give themselves that."""
    own = someone_of_the_team(role)
    found = refusal(visits.plan_visit, **PLAN, deputy_id=own.team_member_id, actor=own)
    assert found == [(Code.NOT_OWN_DEPUTY, "deputy")]


def test_plan_visit_with_the_lead_as_deputy(db: None) -> None:
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    assert visits.plan_visit(**PLAN, deputy_id=lead.team_member_id, actor=lead).deputy_id == lead.team_member_id


def test_record_therapist_answer_changes_the_plan_and_tells_the_team(db: None) -> None:
    coordinator = someone_of_the_team()
    visit = a_visit(coordinator, therapists=1)
    (line,) = VisitTherapist.objects.filter(visit=visit)
    with changed() as rows, telling() as lines:
        visits.record_therapist_answer(
            visit_id=visit.id, member_id=line.member_id, answer=TherapistAnswer.NO, now=NOW, actor=coordinator
        )
    assert rows == {visit.id: {"version": 3}, line.id: {"answer": "no"}}
    assert lines == {("visit", visit.id, "therapists")}


def test_record_therapist_answer_of_someone_who_was_not_asked(db: None) -> None:
    therapist = someone_of_the_team(TeamRole.THERAPIST)
    visit = a_visit(therapist, therapists=0)
    assert therapist.team_member_id
    visits.record_therapist_answer(
        visit_id=visit.id, member_id=therapist.team_member_id, answer=TherapistAnswer.YES, now=NOW, actor=therapist
    )
    lines = VisitTherapist.objects.filter(visit=visit).values_list("member_id", "answer")
    assert list(lines) == [(therapist.team_member_id, "yes")]


def test_record_therapist_answer_refusals(db: None) -> None:
    friday = a_requested_session()
    member = TeamMember.objects.filter(role=TeamRole.THERAPIST)[0]
    answer: dict[str, Any] = {"visit_id": friday.visit_id, "answer": TherapistAnswer.NO, "now": NOW}
    record = visits.record_therapist_answer
    assert refusal(record, **answer, member_id=uuid4(), actor=friday.coordinator) == [(Code.NOT_FOUND, "therapist")]
    assert refusal(record, **{**answer, "visit_id": uuid4()}, member_id=member.id, actor=friday.coordinator) == [
        (Code.NOT_FOUND, None)
    ]
    assert refusal(record, **answer, member_id=member.id, actor=friday.partner) == [(Code.NOT_ALLOWED, None)]
    closing.cancel_visit(visit_id=friday.visit_id, reason=CancelReason.OTHER, now=NOW, actor=friday.coordinator)
    assert refusal(record, **answer, member_id=member.id, actor=friday.coordinator) == [(Code.WRONG_STATE, None)]
