"""What was proposed is taken back before it is answered: what was agreed stands."""

from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.selectors.inbox import inbox
from passerelle.bookings.selectors.sessions import session_view
from passerelle.bookings.services import requests
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionAction
from passerelle.journal.models import Change
from tests.bookings.services.test_requests import act_on, answer_change, propose
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_requested_session,
    a_scheduled_session,
    after,
    refusal,
    taken,
)
from tests.factories.people import a_partner_of, acting, an_agency
from tests.support.rows import changed
from tests.support.telling import telling


def take_back(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    return answer_change(friday, actor=friday.partner, now=after(90)) | otherwise


def proposals_waiting(actor: Actor) -> list[str]:
    return [line.kind for line in inbox(actor, after(120)).results if line.kind == "change"]


def test_withdraw_change_leaves_what_was_agreed_and_the_team_has_nothing_to_answer(db: None) -> None:
    friday, _ = a_confirmed_session()
    requests.propose_change(**propose(friday))
    assert proposals_waiting(friday.coordinator) == ["change"]
    with changed() as rows, telling() as lines:
        requests.withdraw_change(**take_back(friday))
    assert rows == {friday.session_id: {"version": 5, "proposed_change": None}}
    assert ("session", friday.session_id, "change_withdrawn") in lines
    assert {entity for entity, _, _ in lines} == {"session"}
    assert proposals_waiting(friday.coordinator) == []


def test_withdraw_change_on_its_partners_behalf_is_in_the_journal_as_the_teams(db: None) -> None:
    friday = a_requested_session()
    requests.propose_change(**propose(friday))
    requests.withdraw_change(**take_back(friday, actor=friday.coordinator))
    line = Change.objects.get(entity_id=friday.session_id, kind="change_withdrawn")
    assert (line.actor_id, friday.session.proposed_change) == (friday.coordinator.user_id, None)


def test_withdraw_change_is_offered_while_a_change_waits(db: None) -> None:
    friday = a_scheduled_session()

    def may() -> list[bool]:
        actors = (friday.partner, friday.coordinator)
        views = [session_view(friday.session_id, actor, after(90)) for actor in actors]
        return [SessionAction.WITHDRAW_CHANGE in view.allowed_actions for view in views]

    assert may() == [False, False]
    requests.propose_change(**propose(friday))
    assert may() == [True, True]
    requests.withdraw_change(**take_back(friday))
    assert may() == [False, False]


def test_withdraw_change_refusals(db: None) -> None:
    friday = a_scheduled_session()
    act = requests.withdraw_change
    assert refusal(act, **take_back(friday)) == [(Code.NO_CHANGE_PROPOSED, None)]
    requests.propose_change(**propose(friday))
    assert refusal(act, **take_back(friday, session_id=uuid4())) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **take_back(friday, actor=acting(taken(friday)))) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **take_back(friday, actor=a_partner_of(an_agency()))) == [(Code.NOT_FOUND, None)]
    requests.withdraw_session(**act_on(friday, actor=friday.partner))
    assert refusal(act, **take_back(friday)) == [(Code.WRONG_STATE, None)]


def test_a_change_that_a_colleague_proposed_since_is_not_taken_back_unseen(db: None) -> None:
    friday = a_scheduled_session()
    requests.propose_change(**propose(friday))
    seen = friday.session.version
    requests.propose_change(**propose(friday, people_expected=4))
    with changed() as rows, pytest.raises(Stale):
        requests.withdraw_change(**take_back(friday, version=seen))
    assert rows == {}


@pytest.mark.parametrize("answer", [requests.accept_change, requests.refuse_change])
def test_a_change_is_taken_back_or_answered_and_never_both(db: None, answer: Any) -> None:
    friday = a_scheduled_session()
    requests.propose_change(**propose(friday))
    answer(**answer_change(friday))
    assert refusal(requests.withdraw_change, **take_back(friday)) == [(Code.NO_CHANGE_PROPOSED, None)]
    requests.propose_change(**propose(friday))
    requests.withdraw_change(**take_back(friday))
    assert refusal(answer, **answer_change(friday)) == [(Code.NO_CHANGE_PROPOSED, None)]
