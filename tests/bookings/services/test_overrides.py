"""Who decides that a hard rule may be set aside, for whom, and what that changes."""

from datetime import timedelta

import pytest

from passerelle.bookings.models import Override
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import answers, asking, moving, visits
from passerelle.domain.eligibility.checks import ReasonCode
from passerelle.domain.refusals import Code
from passerelle.domain.roles import SYSTEM, TeamRole
from passerelle.domain.words import GroupKind
from passerelle.interpreters.models import Credential
from tests.factories.bookings import (
    FRIDAY,
    NEXT_FRIDAY,
    Friday,
    a_scheduled_session,
    a_visit,
    an_ask,
    another_session,
    asked,
    at,
    confirm,
    confirmation,
    offer_of,
    place_of,
    refusal,
    says,
    taken,
)
from tests.factories.hard_rules import (
    THURSDAY,
    Situation,
    assigned,
    broken,
    confirmed_and_left,
    decided,
    with_papers_until,
    with_under_18s,
    women_only,
)
from tests.factories.people import NOW, a_man, a_partner_of, acting, an_agency, someone_of_the_team
from tests.support.rows import changed
from tests.support.telling import telling

RULES = {women_only: ["women_only"], with_under_18s: ["check_for_under_18s", "training_for_under_18s"]}
"""What is decided on: the rules broken, and no other."""


@broken
def test_with_the_leads_decision_the_day_is_confirmed(db: None, situation: Situation) -> None:
    friday, who = situation()
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    assigned(friday, who)
    shift = friday.shift
    with changed() as rows, telling() as lines:
        decided(friday, who, lead)
    override = Override.objects.get(shift=shift)
    assert rows == {
        override.id: {
            "id": override.id,
            "shift_id": shift.id,
            "interpreter_id": who.id,
            "reason": "I know his work with them.",
            "rules": RULES[situation],
            "by_id": lead.user_id,
            "at": NOW,
        },
        shift.id: {"version": shift.version + 1},
    }
    assert lines == {("shift", shift.id, "override")}
    confirm(friday)
    assert (friday.session.state, friday.shift.state) == ("confirmed", "confirmed")


@broken
def test_the_leads_decision_confirms_at_once_where_the_session_is(db: None, situation: Situation) -> None:
    friday, who = confirmed_and_left(situation)
    assigned(friday, who)
    with telling() as lines:
        decided(friday, who, someone_of_the_team(TeamRole.SAFEGUARDING_LEAD))
    assert friday.shift.state == "confirmed"
    assert ("offer", offer_of(friday.shift, who).id, "confirmed") in lines


@broken
def test_with_the_leads_decision_they_are_asked_like_anybody(db: None, situation: Situation) -> None:
    friday, who = situation()
    decided(friday, who, someone_of_the_team(TeamRole.SAFEGUARDING_LEAD))
    asked(friday.shift, who, by=friday.coordinator)
    says(answers.accept_offer, friday.shift, who)
    confirm(friday)
    assert friday.shift.state == "confirmed"


@broken
def test_the_decision_is_for_one_person_and_one_place(db: None, situation: Situation) -> None:
    friday, who = situation()
    another = a_man("Baryal", cleared=False)
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    decided(friday, another, lead)
    other = another_session(friday, an_ask(starts_at=at(14), ends_at=at(15)))
    asking.record_override(shift_id=place_of(other).id, interpreter_id=who.id, reason="Known.", now=NOW, actor=lead)
    assigned(friday, who)
    assert refusal(visits.confirm_day, **confirmation(friday)) == [(Code.NOTHING_TO_CONFIRM, None)]


@pytest.mark.parametrize("role", [role for role in TeamRole if role is not TeamRole.SAFEGUARDING_LEAD])
def test_nobody_else_of_the_team_decides(db: None, role: TeamRole) -> None:
    friday, who = women_only()
    assigned(friday, who)
    decision = {"shift_id": friday.shift.id, "interpreter_id": who.id, "reason": "Known.", "now": NOW}
    found = refusal(asking.record_override, **decision, actor=someone_of_the_team(role))
    assert found == [(Code.NOT_THE_LEAD, None)]


def test_nobody_outside_the_team_decides(db: None) -> None:
    friday, who = women_only()
    decision = {"shift_id": friday.shift.id, "interpreter_id": who.id, "reason": "Known.", "now": NOW}
    for actor in (friday.partner, acting(who), a_partner_of(an_agency())):
        assert refusal(asking.record_override, **decision, actor=actor) == [(Code.NOT_FOUND, None)]
    assert refusal(asking.record_override, **decision, actor=SYSTEM) == [(Code.NOT_ALLOWED, None)]


def test_the_deputy_decides_on_their_day_and_on_no_other(db: None) -> None:
    deputy = someone_of_the_team(TeamRole.THERAPIST)
    friday, who = women_only()
    moving_to = a_visit(friday.coordinator, NEXT_FRIDAY, deputy_id=deputy.team_member_id)
    decision = {"shift_id": friday.shift.id, "interpreter_id": who.id, "reason": "Known.", "now": NOW, "actor": deputy}
    assert refusal(asking.record_override, **decision) == [(Code.NOT_THE_LEAD, None)]
    week = timedelta(weeks=1)
    moving.move_session(
        session_id=friday.session_id,
        version=friday.session.version,
        starts_at=at(11) + week,
        ends_at=at(12) + week,
        visit_id=moving_to.id,
        now=NOW,
        actor=friday.coordinator,
    )
    decided(friday, who, deputy)
    assert Override.objects.get(shift=friday.shift).by_id == deputy.user_id


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", Code.EMPTY), (" \n", Code.EMPTY), ("x" * 501, Code.TOO_LONG), ("Call 06 12 34 56 78", Code.PHONE_IN_TEXT)],
)
def test_a_decision_says_why_and_names_no_contact(db: None, reason: str, code: Code) -> None:
    friday, who = women_only()
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    decision = {"shift_id": friday.shift.id, "interpreter_id": who.id, "now": NOW, "actor": lead}
    assert refusal(asking.record_override, **decision, reason=reason) == [(code, "reason")]


def test_a_decision_taken_again_is_the_newest(db: None) -> None:
    friday, who = women_only()
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    decided(friday, who, lead, "First.")
    decided(friday, who, lead, "Second.")
    assert list(Override.objects.values_list("reason", flat=True)) == ["Second."]


def flagged(friday: Friday) -> dict[object, list[ReasonCode]]:
    found = facts.undecided_hard_rules([friday.shift], [friday.session])
    return {shift_id: [reason.code for reason in reasons] for shift_id, reasons in found.items()}


def test_a_check_found_to_lapse_the_day_before_flags_a_confirmed_place_until_the_lead_decides(db: None) -> None:
    """Morning 6: the place is not silently kept, nor taken from its holder by a machine."""
    friday, holder = a_scheduled_session(kind=GroupKind.FAMILIES), with_papers_until(FRIDAY)
    taken(friday, holder=holder)
    confirm(friday)
    assert flagged(friday) == {}
    Credential.objects.filter(interpreter=holder).update(expires_on=THURSDAY)
    assert flagged(friday) == {friday.shift.id: [ReasonCode.CHECK_FOR_UNDER_18S, ReasonCode.TRAINING_FOR_UNDER_18S]}
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    with changed() as rows, telling() as lines:
        decided(friday, holder, lead)
    assert flagged(friday) == {}
    assert rows[friday.shift.id] == {"version": friday.shift.version}
    assert lines == {("shift", friday.shift.id, "override")}
