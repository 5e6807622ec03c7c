"""Who of an agency hears of a session."""

import pytest

from passerelle.agencies.models import Agency, Member
from passerelle.agencies.services.agencies import remove_member, set_told_by_default
from passerelle.bookings.models import Session, SessionTold
from passerelle.bookings.services.requests import choose_told, edit_draft, withdraw_session
from passerelle.domain.refusals import Code, Missing, Refusal, Stale
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.journal import audiences
from tests.factories.journal import told as journal_told
from tests.factories.partners import a_request, a_wish
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, someone_of_the_team


def member(agency: Agency, actor: Actor) -> Member:
    return Member.objects.get(agency=agency, user=actor.user_id)


def hear(session: Session) -> set[object]:
    return set(SessionTold.objects.filter(session=session).values_list("member__user_id", flat=True))


def quiet(agency: Agency, actor: Actor) -> None:
    set_told_by_default(agency_id=agency.id, member_id=member(agency, actor).id, told_by_default=False, now=NOW, actor=actor)


def test_unless_told_otherwise_everyone_who_always_hears_and_the_asker(db: None) -> None:
    agency = an_agency()
    asker, always, never, gone = (a_partner_of(agency) for _ in range(4))
    quiet(agency, asker)
    quiet(agency, never)
    assert gone.user_id is not None
    remove_member(agency_id=agency.id, user_id=gone.user_id, now=NOW, actor=SYSTEM)
    assert hear(a_request(a_group_of(agency), asker)) == {asker.user_id, always.user_id}
    assert hear(a_request(a_group_of(agency), someone_of_the_team())) == {always.user_id}


def test_those_who_are_chosen_hear_and_nobody_else(db: None) -> None:
    agency = an_agency()
    asker, colleague = a_partner_of(agency), a_partner_of(agency)
    draft = a_request(a_group_of(agency), asker, draft=True, told=[member(agency, colleague).id])
    assert hear(draft) == {colleague.user_id}
    edit_draft(session_id=draft.id, version=1, ask=a_wish(told=[]), now=NOW, actor=asker)
    assert hear(draft) == set()
    edit_draft(session_id=draft.id, version=2, ask=a_wish(), now=NOW, actor=colleague)
    assert hear(draft) == {asker.user_id, colleague.user_id}


def test_choosing_anew_after_sending_is_told_once(committed_db: None) -> None:
    agency = an_agency()
    asker, colleague = a_partner_of(agency), a_partner_of(agency)
    session = a_request(a_group_of(agency), asker)
    chosen = [member(agency, colleague).id]
    with journal_told() as lines:
        for version in (1, 2):
            choose_told(session_id=session.id, version=version, members=chosen, now=NOW, actor=asker)
    assert hear(session) == {colleague.user_id}
    seen_by = frozenset({audiences.TEAM, audiences.agency(agency.id)})
    assert lines == [("session", session.id, 2, "told_changed", seen_by)]


def test_what_a_colleague_chose_meanwhile_is_not_overwritten_unseen(db: None) -> None:
    agency = an_agency()
    asker, colleague = a_partner_of(agency), a_partner_of(agency)
    session = a_request(a_group_of(agency), asker)
    choose_told(session_id=session.id, version=1, members=[member(agency, colleague).id], now=NOW, actor=colleague)
    with pytest.raises(Stale):
        choose_told(session_id=session.id, version=1, members=[], now=NOW, actor=asker)
    assert hear(session) == {colleague.user_id}


def test_only_people_who_ask_for_the_agency_can_be_chosen(db: None) -> None:
    agency, other = an_agency(), an_agency()
    asker, gone, stranger = a_partner_of(agency), a_partner_of(agency), a_partner_of(other)
    assert gone.user_id is not None
    session = a_request(a_group_of(agency), asker)
    remove_member(agency_id=agency.id, user_id=gone.user_id, now=NOW, actor=SYSTEM)
    chosen = [member(agency, asker).id, member(other, stranger).id, member(agency, gone).id]
    with pytest.raises(Refusal) as refused:
        choose_told(session_id=session.id, version=1, members=chosen, now=NOW, actor=asker)
    assert [(found.code, found.field) for found in refused.value.problems] == [
        (Code.NOT_A_MEMBER, "told.1"),
        (Code.NOT_A_MEMBER, "told.2"),
    ]
    with pytest.raises(Missing):
        choose_told(session_id=session.id, version=1, members=[], now=NOW, actor=stranger)


def test_of_a_session_that_is_over_nobody_is_told_anew(db: None) -> None:
    agency = an_agency()
    asker = a_partner_of(agency)
    session = a_request(a_group_of(agency), asker)
    withdraw_session(session_id=session.id, now=NOW, actor=asker)
    with pytest.raises(Refusal) as refused:
        choose_told(session_id=session.id, version=1, members=[], now=NOW, actor=asker)
    assert refused.value.code is Code.WRONG_STATE
