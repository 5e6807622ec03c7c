"""A draft is kept in the account, version by version, sent once, and leaves nothing behind when it is thrown away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from passerelle.agencies.models import Agency
from passerelle.bookings.models import Session, SessionTold
from passerelle.bookings.services.requests import discard_draft, edit_draft, submit_session
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal, Stale
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.partners import NEXT_FRIDAY, a_request, a_wish
from tests.factories.people import NOW, a_group_of, a_partner_of, an_agency, someone_of_the_team


def test_a_draft_may_lie_in_the_past_until_it_is_sent(db: None) -> None:
    """What was written last week for last week is not lost; its day is chosen anew."""
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    begun = NOW - timedelta(days=3)
    draft = a_request(group, partner, draft=True, starts_at=begun, ends_at=begun + timedelta(hours=1))
    late = a_wish(starts_at=draft.starts_at, ends_at=draft.ends_at, notes="Still thinking.")
    edited = edit_draft(session_id=draft.id, version=1, ask=late, now=NOW, actor=partner)
    assert (edited.state, edited.version, edited.notes) == ("draft", 2, "Still thinking.")
    acts: list[Callable[[], object]] = [
        lambda: edit_draft(session_id=draft.id, version=2, ask=late, submit=True, now=NOW, actor=partner),
        lambda: submit_session(session_id=draft.id, now=NOW, actor=partner),
    ]
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert [(found.code, found.field) for found in refused.value.problems] == [(Code.IN_THE_PAST, "starts_at")]
    assert Session.objects.get().state == "draft"


def test_a_note_that_stands_in_a_draft_is_not_judged_again(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    draft = a_request(group, partner, draft=True)
    Session.objects.filter(pk=draft.id).update(notes="As on 27/11/2020.")
    ask = a_wish(NEXT_FRIDAY, notes="As on 27/11/2020.", contact_name="Ines")
    assert edit_draft(session_id=draft.id, version=1, ask=ask, now=NOW, actor=partner).contact_name == "Ines"


def test_a_draft_is_sent_with_its_last_words_in_one_act(committed_db: None) -> None:
    agency, team = an_agency(), someone_of_the_team()
    group, partner = a_group_of(agency), a_partner_of(agency)
    draft = a_request(group, partner, draft=True)
    later = NOW + timedelta(minutes=5)
    with told() as lines:
        ask = a_wish(NEXT_FRIDAY, notes="Quiet room.")
        edit_draft(session_id=draft.id, version=1, ask=ask, submit=True, now=later, actor=partner)
    sent = Session.objects.get()
    assert (sent.state, sent.notes, sent.starts_at, sent.requested_at) == ("requested", "Quiet room.", ask.starts_at, later)
    assert lines == [("session", draft.id, 2, "requested", frozenset({audiences.TEAM, audiences.agency(agency.id)}))]
    assert team.is_team


def test_a_draft_moves_to_another_group_of_its_agency_and_to_no_other(db: None) -> None:
    agency, other = an_agency(), an_agency()
    one, another, foreign = a_group_of(agency), a_group_of(agency), a_group_of(other)
    partner = a_partner_of(agency)
    draft = a_request(one, partner, draft=True)
    edit_draft(session_id=draft.id, version=1, ask=a_wish(), group_id=another.id, now=NOW, actor=partner)
    for group_id, actor in (
        (foreign.id, partner),
        (uuid4(), partner),
        (foreign.id, replace(partner, agency_ids=both(agency, other))),
    ):
        with pytest.raises(Missing) as missing:
            edit_draft(session_id=draft.id, version=2, ask=a_wish(), group_id=group_id, now=NOW, actor=actor)
        assert [(found.code, found.field) for found in missing.value.problems] == [(Code.NOT_FOUND, "group")]
    assert (Session.objects.get().group, Session.objects.get().version) == (another, 2)


def both(*agencies: Agency) -> frozenset[UUID]:
    return frozenset(agency.id for agency in agencies)


def test_an_older_version_overwrites_nothing(db: None) -> None:
    agency = an_agency()
    group, partner, colleague = a_group_of(agency), a_partner_of(agency), a_partner_of(agency)
    draft = a_request(group, partner, draft=True)
    edit_draft(session_id=draft.id, version=1, ask=a_wish(notes="From the laptop."), now=NOW, actor=colleague)
    for submit in (False, True):
        with pytest.raises(Stale) as stale:
            edit_draft(session_id=draft.id, version=1, ask=a_wish(notes="Phone."), submit=submit, now=NOW, actor=partner)
        assert stale.value.code is Code.STALE
    kept = Session.objects.get()
    assert (kept.state, kept.version, kept.notes) == ("draft", 2, "From the laptop.")


def test_what_was_sent_is_no_draft_any_more(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    sent = a_request(group, partner)
    acts: list[Callable[[], object]] = [
        lambda: edit_draft(session_id=sent.id, version=1, ask=a_wish(), now=NOW, actor=partner),
        lambda: edit_draft(session_id=sent.id, version=1, ask=a_wish(), submit=True, now=NOW, actor=partner),
        lambda: submit_session(session_id=sent.id, now=NOW, actor=partner),
        lambda: discard_draft(session_id=sent.id, now=NOW, actor=partner),
    ]
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code is Code.WRONG_STATE


def test_a_draft_thrown_away_is_gone_and_told_to_the_agency_alone(committed_db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    draft = a_request(group, partner, draft=True)
    with told() as lines:
        discard_draft(session_id=draft.id, now=NOW, actor=partner)
    assert not Session.objects.exists()
    assert not SessionTold.objects.exists()
    assert lines == [("session", draft.id, 2, "discarded", frozenset({audiences.agency(agency.id)}))]


def test_a_draft_is_the_agencys_own_and_missing_for_all_others(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    draft = a_request(group, partner, draft=True)
    for other in (a_partner_of(an_agency()), someone_of_the_team()):
        for pk in (draft.id, uuid4()):
            with pytest.raises(Missing):
                edit_draft(session_id=pk, version=1, ask=a_wish(), now=NOW, actor=other)
            with pytest.raises(Missing):
                discard_draft(session_id=pk, now=NOW, actor=other)


def test_a_draft_the_team_writes_is_told_to_its_writer_too(committed_db: None) -> None:
    """A colleague of theirs neither sees it nor hears of it."""
    agency, writer, colleague = an_agency(), someone_of_the_team(), someone_of_the_team()
    with told() as lines:
        draft = a_request(a_group_of(agency), writer, draft=True)
    assert writer.user_id is not None
    seen_by = frozenset({audiences.agency(agency.id), audiences.user(writer.user_id)})
    assert lines[-1] == ("session", draft.id, 1, "draft", seen_by)
    with pytest.raises(Missing):
        discard_draft(session_id=draft.id, now=NOW, actor=colleague)
    discard_draft(session_id=draft.id, now=NOW, actor=writer)


def test_a_former_member_cannot_touch_a_draft(db: None) -> None:
    agency = an_agency()
    group, partner = a_group_of(agency), a_partner_of(agency)
    draft = a_request(group, partner, draft=True)
    gone = type(partner)(user_id=partner.user_id, name=partner.name)
    with pytest.raises((Missing, Forbidden)):
        edit_draft(session_id=draft.id, version=1, ask=a_wish(), now=NOW, actor=gone)
