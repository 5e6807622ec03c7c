"""Women-only and under-18s: no way round, whatever the path, but the recorded decision of the lead or the deputy."""

from datetime import timedelta

from passerelle.bookings.models import Override
from passerelle.bookings.services import answers, asking, moving, visits
from passerelle.domain.refusals import Code
from passerelle.domain.roles import TeamRole
from passerelle.domain.words import GroupKind, Mode
from tests.factories.bookings import (
    FRIDAY,
    NEXT_FRIDAY,
    Friday,
    a_request,
    a_scheduled_session,
    a_visit,
    an_ask,
    another_session,
    asked,
    at,
    confirm,
    confirmation,
    people,
    place_of,
    refusal,
    says,
    taken,
)
from tests.factories.hard_rules import Situation, assigned, broken, confirmed_and_left, decided, with_papers_until
from tests.factories.people import NOW, someone_of_the_team


@broken
def test_nobody_is_asked_against_a_hard_rule(db: None, situation: Situation) -> None:
    friday, who = situation()
    ask = {"shift_id": friday.shift.id, "interpreter_ids": [who.id], "now": NOW, "actor": friday.coordinator}
    assert {code for code, _ in refusal(asking.ask_interpreters, **ask)} == {Code.NOT_ELIGIBLE}


@broken
def test_a_direct_assignment_is_taken_and_cannot_be_confirmed(db: None, situation: Situation) -> None:
    """Mornings 5 and 6. No reason for a gap, and no reason for missing therapists, stands in for the decision."""
    friday, who = situation()
    assigned(friday, who)
    assert friday.shift.state == "taken"
    gaps = {friday.session_id: "It is agreed with the group."}
    found = refusal(visits.confirm_day, **confirmation(friday, gap_reasons=gaps, therapists_reason="Agreed."))
    assert found == [(Code.NOTHING_TO_CONFIRM, None)]


@broken
def test_the_rest_of_the_day_is_confirmed_without_that_session(db: None, situation: Situation) -> None:
    friday, who = situation()
    assigned(friday, who)
    other = another_session(friday, an_ask(starts_at=at(14), ends_at=at(15)))
    asking.assign_interpreter(
        shift_id=place_of(other).id, interpreter_id=people("Amal")[0].id, now=NOW, actor=friday.coordinator
    )
    confirm(friday)
    assert (friday.session.state, friday.shift.state) == ("scheduled", "taken")
    assert (place_of(other).state, friday.visit.state) == ("confirmed", "confirmed")


@broken
def test_a_yes_for_a_confirmed_session_is_not_confirmed_at_once(db: None, situation: Situation) -> None:
    friday, who = confirmed_and_left(situation)
    assigned(friday, who)
    assert friday.shift.state == "taken"


@broken
def test_not_by_standing_by_either(db: None, situation: Situation) -> None:
    """Asked while it was allowed, a reserve when it no longer is: asked again, says yes, and is not confirmed."""
    friday, who = situation()
    lead = someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)
    decided(friday, who, lead)
    asked(friday.shift, who, by=friday.coordinator)
    Override.objects.all().delete()
    holder = taken(friday)
    says(answers.stand_by_offer, friday.shift, who)
    confirm(friday)
    says(answers.withdraw_offer, friday.shift, holder)
    assert friday.shift.promised_to == who
    says(answers.accept_offer, friday.shift, who)
    assert (friday.shift.state, friday.shift.holder) == ("taken", who)


@broken
def test_a_change_of_mode_keeps_the_holder_and_the_rule(db: None, situation: Situation) -> None:
    friday, who = situation()
    assigned(friday, who)
    moving.change_mode(
        session_id=friday.session_id, version=friday.session.version, mode=Mode.REMOTE, now=NOW, actor=friday.coordinator
    )
    assert friday.shift.holder == who
    assert refusal(visits.confirm_day, **confirmation(friday)) == [(Code.NOTHING_TO_CONFIRM, None)]


def test_moved_past_the_end_of_a_check_the_new_yes_is_not_confirmed(db: None) -> None:
    friday, holder = a_scheduled_session(kind=GroupKind.FAMILIES), with_papers_until(FRIDAY)
    taken(friday, holder=holder)
    next_visit, week = a_visit(friday.coordinator, NEXT_FRIDAY), timedelta(weeks=1)
    waiting = a_request(friday.group, friday.partner, an_ask(starts_at=at(14) + week, ends_at=at(15) + week))
    assert waiting.visit is None
    moving.move_session(
        session_id=friday.session_id,
        version=friday.session.version,
        starts_at=at(11) + week,
        ends_at=at(12) + week,
        visit_id=next_visit.id,
        now=NOW,
        actor=friday.coordinator,
    )
    says(answers.accept_offer, friday.shift, holder)
    moved = Friday(friday.coordinator, friday.partner, friday.group, next_visit.id, friday.session_id)
    assert (moved.shift.state, moved.shift.holder) == ("taken", holder)
    assert refusal(visits.confirm_day, **confirmation(moved)) == [(Code.NOTHING_TO_CONFIRM, None)]
