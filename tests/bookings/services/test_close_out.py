"""Close-out: who came, what it means for pay, and whether a debrief was offered."""

from dataclasses import replace

import pytest

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services.closing import cancel_session, cancel_visit, close_session
from passerelle.bookings.services.visits import confirm_day
from passerelle.domain.refusals import Code, Refusal
from passerelle.domain.roles import Actor
from passerelle.domain.words import CancelReason, Pay, ShiftOutcome
from tests.factories.days import DARI, a_day, a_session_on, at, confirmed, held, place_of
from tests.factories.people import NOW, an_interpreter, someone_of_the_team

AFTER = at(11, 30)


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


def a_confirmed_session(team: Actor, pay: Pay = Pay.PAID) -> Session:
    visit = a_day(by=team)
    session = a_session_on(visit, by=team, places=[replace(DARI, pay=pay)])
    held(place_of(session), an_interpreter(), by=team)
    confirmed(visit, by=team)
    return session


@pytest.mark.parametrize(
    ("pay", "outcome", "state", "means"),
    [
        (Pay.PAID, ShiftOutcome.WORKED, "worked", "fee"),
        (Pay.PAID, ShiftOutcome.CAME_NOT_NEEDED, "worked", "fee"),
        (Pay.PAID, ShiftOutcome.MISSED, "missed", "none"),
        (Pay.PAID, ShiftOutcome.LET_GO, "cancelled", "none"),
        (Pay.VOLUNTEER, ShiftOutcome.WORKED, "worked", "expenses"),
        (Pay.VOLUNTEER, ShiftOutcome.CAME_NOT_NEEDED, "worked", "expenses"),
        (Pay.VOLUNTEER, ShiftOutcome.LET_GO, "cancelled", "none"),
    ],
)
def test_close_session_records_what_came_of_each_place(
    team: Actor, pay: Pay, outcome: ShiftOutcome, state: str, means: str
) -> None:
    session = a_confirmed_session(team, pay)
    shift = place_of(session)
    close_session(session_id=session.id, outcomes={shift.id: outcome}, now=AFTER, actor=team)
    row = Shift.objects.get(pk=shift.id)
    recorder = None if outcome is ShiftOutcome.LET_GO else team.user_id
    assert (row.state, row.pay_outcome, row.outcome_recorded_by_id) == (state, means, recorder)


def test_close_session_never_records_a_volunteer_as_missing(team: Actor) -> None:
    session = a_confirmed_session(team, Pay.VOLUNTEER)
    with pytest.raises(Refusal) as refused:
        close_session(session_id=session.id, outcomes={place_of(session).id: ShiftOutcome.MISSED}, now=AFTER, actor=team)
    assert refused.value.code is Code.VOLUNTEER_NEVER_MISSED


@pytest.mark.parametrize("offered", [True, False, None])
def test_close_session_says_whether_a_debrief_was_offered(team: Actor, offered: bool | None) -> None:
    session = a_confirmed_session(team)
    outcomes = {place_of(session).id: ShiftOutcome.WORKED}
    close_session(session_id=session.id, outcomes=outcomes, debrief_offered=offered, now=AFTER, actor=team)
    assert Session.objects.get(pk=session.id).debrief_offered is offered


def test_a_number_in_a_note_or_a_reason_is_refused(team: Actor) -> None:
    """What everyone told reads is free text too: no phone number, no address."""
    visit = a_day(by=team, therapists=1)
    session = a_session_on(visit, by=team)
    note = {"reason": CancelReason.OTHER, "note": "Ask amal@example.org", "now": NOW, "actor": team}
    gap = {session.id: "Ring 06 12 34 56 78"}
    day = {"visit_id": visit.id, "version": visit.version, "now": NOW, "actor": team}
    refused = []
    for act in (
        lambda: cancel_session(session_id=session.id, **note),  # type: ignore[arg-type]
        lambda: cancel_visit(visit_id=visit.id, **note),  # type: ignore[arg-type]
        lambda: confirm_day(**day, gap_reasons=gap, therapists_reason="The other is ill"),  # type: ignore[arg-type]
        lambda: confirm_day(**day, therapists_reason="Ring 06 12 34 56 78"),  # type: ignore[arg-type]
    ):
        with pytest.raises(Refusal) as found:
            act()
        refused += [(problem.code.value, problem.field) for problem in found.value.problems]
    address, phone = Code.EMAIL_IN_TEXT.value, Code.PHONE_IN_TEXT.value
    assert refused == [(address, "note"), (address, "note"), (phone, "gap_reasons"), (phone, "therapists_reason")]
