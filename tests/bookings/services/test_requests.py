"""What was asked for is declined, taken back, or proposed otherwise; the team's answer decides."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from passerelle.bookings.services import moving, requests
from passerelle.domain.refusals import Code, Stale
from passerelle.domain.words import DeclineReason, Language
from passerelle.journal.models import Change
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_request,
    a_requested_session,
    a_scheduled_session,
    after,
    an_ask,
    at,
    offer_of,
    people,
    refusal,
    taken,
)
from tests.factories.people import NOW, a_group_of, a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team
from tests.support.rows import changed
from tests.support.telling import telling

NO_PLACE = DeclineReason.NO_PLACE
WITH_NUMBER = "Call 06 12 34 56 78"


def act_on(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    return {"session_id": friday.session_id, "now": NOW, "actor": friday.coordinator} | otherwise


def answer_change(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``accept_change`` and ``refuse_change`` take: the session as it is."""
    return act_on(friday, version=friday.session.version) | otherwise


def propose(friday: Friday, **otherwise: Any) -> dict[str, Any]:
    """What ``propose_change`` takes: an hour later, for nine people."""
    usual = {
        "session_id": friday.session_id,
        "version": friday.session.version,
        "starts_at": at(12),
        "ends_at": at(13, 15),
        "people_expected": 9,
        "note": "Lunch is early.",
        "now": after(60),
        "actor": friday.partner,
    }
    return usual | otherwise


def test_request_session_is_asked_by_the_partner_or_by_the_team_for_them(db: None) -> None:
    agency = an_agency()
    group, partner, coordinator = a_group_of(agency), a_partner_of(agency), someone_of_the_team()
    for actor in (partner, coordinator):
        with telling() as lines:
            made = a_request(group, actor)
        assert (made.state, made.requested_at, made.requested_by_id) == ("requested", NOW, actor.user_id)
        assert (made.agency_id, made.visit_id) == (agency.id, None)
        assert lines == {("session", made.id, "requested")}


def test_request_session_of_a_group_that_is_not_theirs(db: None) -> None:
    group, interpreter = a_group_of(an_agency()), an_interpreter()
    for actor in (a_partner_of(an_agency()), acting(interpreter)):
        asked = {"group_id": group.id, "ask": an_ask(), "now": NOW, "actor": actor}
        assert refusal(requests.request_session, **asked) == [(Code.NOT_FOUND, "group")]


def test_request_session_with_a_number_in_the_notes(db: None) -> None:
    """Morning 8, on the server."""
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    ask = an_ask(notes=WITH_NUMBER)
    found = refusal(requests.request_session, group_id=group.id, ask=ask, now=NOW, actor=partner)
    assert found == [(Code.PHONE_IN_TEXT, "brief.notes")]


@pytest.mark.parametrize("by_team", [False, True])
def test_submit_session_sends_a_draft(db: None, by_team: bool) -> None:
    agency, coordinator = an_agency(), someone_of_the_team()
    group, partner = a_group_of(agency), a_partner_of(agency)
    actor = coordinator if by_team else partner
    draft = a_request(group, actor, submit=False)
    with changed() as rows, telling() as lines:
        requests.submit_session(session_id=draft.id, now=after(5), actor=actor)
    assert rows == {draft.id: {"version": 2, "state": "requested", "requested_at": after(5)}}
    assert lines == {("session", draft.id, "requested")}
    assert refusal(requests.submit_session, session_id=draft.id, now=NOW, actor=actor) == [(Code.WRONG_STATE, None)]


def test_decline_session_says_why(db: None) -> None:
    friday = a_requested_session()
    with changed() as rows, telling() as lines:
        requests.decline_session(**act_on(friday, reason=NO_PLACE, note="Next Friday?"))
    assert rows == {
        friday.session_id: {"version": 2, "state": "declined", "reason_code": "no_place", "reason_note": "Next Friday?"}
    }
    # The day it was wished for counts one request less.
    assert lines == {("session", friday.session_id, "declined"), ("visit", friday.visit_id, "counts")}


def test_decline_session_refusals(db: None) -> None:
    friday = a_requested_session()
    act = requests.decline_session
    assert refusal(act, **act_on(friday, reason=NO_PLACE, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    assert refusal(act, **act_on(friday, reason=NO_PLACE, session_id=uuid4())) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **act_on(friday, reason=NO_PLACE, note=WITH_NUMBER)) == [(Code.PHONE_IN_TEXT, "note")]
    moving.schedule_session(**act_on(friday, visit_id=friday.visit_id))
    assert refusal(act, **act_on(friday, reason=NO_PLACE)) == [(Code.WRONG_STATE, None)]


def test_withdraw_session_before_it_is_scheduled(db: None) -> None:
    friday = a_requested_session()
    with changed() as rows:
        requests.withdraw_session(**act_on(friday, actor=friday.partner, note="The hangar is closed."))
    assert rows == {
        friday.session_id: {"version": 2, "state": "withdrawn", "reason_note": "The hangar is closed."},
    }


def test_withdraw_session_that_is_confirmed_lets_everyone_booked_for_it_go(db: None) -> None:
    (reserve,) = people("Amal")
    friday, holder = a_confirmed_session(reserve)
    shift = friday.shift
    with telling() as lines:
        requests.withdraw_session(**act_on(friday, actor=friday.partner))
    assert (friday.session.state, friday.shift.state, friday.shift.holder) == ("withdrawn", "cancelled", None)
    assert [offer_of(shift, person).state for person in (holder, reserve)] == ["stood_down"] * 2
    assert {("offer", offer_of(shift, person).id, "withdrawn") for person in (holder, reserve)} <= lines


def test_withdraw_session_on_its_partners_behalf(db: None) -> None:
    friday, _ = a_confirmed_session()
    with telling() as lines:
        requests.withdraw_session(**act_on(friday, note="Said on the phone."))
    assert (friday.session.state, friday.session.reason_note) == ("withdrawn", "Said on the phone.")
    assert ("session", friday.session_id, "withdrawn") in lines
    assert Change.objects.get(entity_id=friday.session_id, kind="withdrawn").actor_id == friday.coordinator.user_id


def test_withdraw_session_refusals(db: None) -> None:
    friday = a_scheduled_session()
    act = requests.withdraw_session
    assert refusal(act, **act_on(friday, actor=acting(taken(friday)))) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **act_on(friday, actor=a_partner_of(an_agency()))) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **act_on(friday, actor=friday.partner, note=WITH_NUMBER)) == [(Code.PHONE_IN_TEXT, "note")]
    requests.withdraw_session(**act_on(friday, actor=friday.partner))
    assert refusal(act, **act_on(friday, actor=friday.partner)) == [(Code.WRONG_STATE, None)]


def test_propose_change_changes_nothing_that_was_agreed(db: None) -> None:
    friday, _ = a_confirmed_session()
    with changed() as rows, telling() as lines:
        requests.propose_change(**propose(friday))
    proposed = {
        "starts_at": at(12).isoformat(),
        "ends_at": at(13, 15).isoformat(),
        "people_expected": 9,
        "note": "Lunch is early.",
        "at": after(60).isoformat(),
    }
    assert rows == {friday.session_id: {"version": 4, "proposed_change": proposed}}
    assert ("session", friday.session_id, "change_proposed") in lines


def test_propose_change_on_its_partners_behalf_waits_for_an_answer_too(db: None) -> None:
    friday = a_requested_session()
    requests.propose_change(**propose(friday, actor=friday.coordinator))
    proposed = Change.objects.get(entity_id=friday.session_id, kind="change_proposed")
    assert proposed.actor_id == friday.coordinator.user_id
    requests.accept_change(**answer_change(friday))
    assert (friday.session.state, friday.session.starts_at, friday.session.people_expected) == ("requested", at(12), 9)


def test_propose_change_again_replaces_what_was_proposed(db: None) -> None:
    friday = a_scheduled_session()
    requests.propose_change(**propose(friday))
    requests.propose_change(**propose(friday, people_expected=4, note=""))
    assert friday.session.proposed_change is not None
    assert friday.session.proposed_change["people_expected"] == 4


def test_propose_change_refusals(db: None) -> None:
    friday = a_requested_session(submit=False)
    act = requests.propose_change
    assert refusal(act, **propose(friday)) == [(Code.WRONG_STATE, None)]
    requests.submit_session(**act_on(friday, actor=friday.partner))
    assert refusal(act, **propose(friday, actor=a_partner_of(an_agency()))) == [(Code.NOT_FOUND, None)]
    assert refusal(act, **propose(friday, note=WITH_NUMBER)) == [(Code.PHONE_IN_TEXT, "note")]
    assert refusal(act, **propose(friday, starts_at=NOW, ends_at=NOW)) == [
        (Code.ENDS_BEFORE_IT_STARTS, "ends_at"),
        (Code.IN_THE_PAST, "starts_at"),
    ]
    with pytest.raises(Stale):
        requests.propose_change(**propose(friday, version=1))


def test_accept_change_of_the_time_asks_the_holder_again_with_first_refusal(db: None) -> None:
    friday, holder = a_confirmed_session()
    requests.propose_change(**propose(friday))
    requests.accept_change(**answer_change(friday, now=after(120)))
    session, shift = friday.session, friday.shift
    assert (session.state, session.starts_at, session.ends_at) == ("scheduled", at(12), at(13, 15))
    assert (session.people_expected, session.proposed_change) == (9, None)
    assert (shift.state, shift.promised_to, shift.promised_until) == ("open", holder, after(120) + timedelta(hours=12))
    assert (shift.block.lower, shift.block.upper) == (at(11, 45), at(13, 25))


def test_accept_change_of_the_number_alone_leaves_everyone_confirmed(db: None) -> None:
    friday, _ = a_confirmed_session()
    requests.propose_change(**propose(friday, starts_at=at(11), ends_at=at(12, 15)))
    with changed() as rows, telling() as lines:
        requests.accept_change(**answer_change(friday))
    assert rows == {friday.session_id: {"version": 5, "people_expected": 9, "proposed_change": None}}
    assert ("session", friday.session_id, "change_accepted") in lines


def test_accept_change_of_a_request_that_has_no_day_yet(db: None) -> None:
    friday = a_requested_session()
    requests.propose_change(**propose(friday, starts_at=at(12, day=at(12).date() + timedelta(days=7)), ends_at=later()))
    requests.accept_change(**answer_change(friday))
    assert (friday.session.state, friday.session.visit, friday.session.ends_at) == ("requested", None, later())


def later() -> datetime:
    return at(13) + timedelta(days=7)


def test_accept_change_to_another_day_is_refused_until_the_team_moves_it(db: None) -> None:
    friday = a_scheduled_session()
    requests.propose_change(**propose(friday, starts_at=at(12) + timedelta(days=7), ends_at=later()))
    assert refusal(requests.accept_change, **answer_change(friday)) == [(Code.WRONG_DAY, "starts_at")]


def test_accept_change_too_late(db: None) -> None:
    friday = a_scheduled_session()
    requests.propose_change(**propose(friday))
    assert refusal(requests.accept_change, **answer_change(friday, now=at(12))) == [(Code.IN_THE_PAST, "starts_at")]


def test_refuse_change_leaves_what_was_agreed(db: None) -> None:
    friday, _ = a_confirmed_session()
    requests.propose_change(**propose(friday))
    with changed() as rows, telling() as lines:
        requests.refuse_change(**answer_change(friday))
    assert rows == {friday.session_id: {"version": 5, "proposed_change": None}}
    assert ("session", friday.session_id, "change_refused") in lines


@pytest.mark.parametrize("act", [requests.accept_change, requests.refuse_change])
def test_a_change_is_answered_by_the_team_and_only_where_there_is_one(db: None, act: Any) -> None:
    friday = a_scheduled_session()
    assert refusal(act, **answer_change(friday)) == [(Code.NO_CHANGE_PROPOSED, None)]
    requests.propose_change(**propose(friday))
    assert refusal(act, **answer_change(friday, actor=friday.partner)) == [(Code.NOT_ALLOWED, None)]
    assert refusal(act, **answer_change(friday, actor=acting(taken(friday)))) == [(Code.NOT_FOUND, None)]
    requests.withdraw_session(**act_on(friday, actor=friday.partner))
    assert refusal(act, **answer_change(friday)) == [(Code.WRONG_STATE, None)]


@pytest.mark.parametrize("act", [requests.accept_change, requests.refuse_change])
def test_a_newer_change_is_not_answered_unseen(db: None, act: Any) -> None:
    friday = a_scheduled_session()
    requests.propose_change(**propose(friday))
    seen = friday.session.version
    requests.propose_change(**propose(friday, people_expected=4))
    with changed() as rows, pytest.raises(Stale):
        act(**answer_change(friday, version=seen))
    assert rows == {}


def test_people_of_languages_are_counted_and_nobody_is_named(db: None) -> None:
    """What is stored of who comes is languages and numbers."""
    friday = a_requested_session(an_ask(needs=[requests.PeopleNeed(Language.DARI, 7)]))
    assert friday.session.needs == [{"language": "prs", "variety": None, "people": 7}]
