"""A partner proposes to change what was sent: the team sees what, and answers."""

import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from passerelle.bookings.services import moving, requests
from tests.e2e.mornings.friday import Friday, a_friday, a_session, an_ask, now
from tests.e2e.mornings.seats import Seats, at_the_same_moment
from tests.e2e.windows import Window, loaded_once
from tests.factories.people import a_group_of
from tests.support.waiting import until


def _a_request(friday: Friday, hour: int) -> Session:
    group = a_group_of(friday.agency)
    ask = an_ask(friday, hour)
    return requests.request_session(group_id=group.id, ask=ask, submit=True, now=now(), actor=friday.partner)


def _propose(friday: Friday, session: Session, *, later: timedelta = timedelta(), **otherwise: Any) -> None:
    row = Session.objects.get(pk=session.pk)
    usual = {
        "starts_at": row.starts_at + later,
        "ends_at": row.ends_at + later,
        "people_expected": row.people_expected,
    }
    requests.propose_change(session_id=row.id, version=row.version, now=now(), actor=friday.partner, **{**usual, **otherwise})


def _card(window: Window, session: Session) -> Locator:
    return window.page.get_by_role("article", name=session.group.name, exact=True)


def test_the_team_answers_a_change_of_what_is_only_requested(seat: Seats) -> None:
    friday = a_friday()
    sooner, more = _a_request(friday, 11), _a_request(friday, 15)
    _propose(friday, sooner, later=timedelta(hours=-1))
    _propose(friday, more, people_expected=9)
    team = seat(friday.coordinator, "team", "/team/inbox")
    team.page.locator("li").filter(has_text=sooner.group.name).get_by_role("link").first.click()
    _card(team, sooner).get_by_role("button", name=team.words("Accept the change")).click()
    expect(_card(team, sooner).get_by_role("button", name=team.words("Accept the change"))).to_have_count(0)
    _card(team, more).get_by_role("button", name=team.words("Leave it as it was")).click()
    expect(_card(team, more).get_by_role("button", name=team.words("Leave it as it was"))).to_have_count(0)
    rows = Session.objects.order_by("starts_at").values_list("starts_at", "people_expected", "state", "proposed_change")
    assert list(rows) == [
        (sooner.starts_at - timedelta(hours=1), 6, "requested", None),
        (more.starts_at, 6, "requested", None),
    ]


def test_the_team_reads_what_is_proposed_and_answers_nothing_unseen(seat: Seats) -> None:
    friday = a_friday()
    session = _a_request(friday, 11)
    _propose(friday, session, ends_at=session.ends_at + timedelta(minutes=30), note="They come by bus.")
    team = seat(friday.coordinator, "team", "/team/requests")
    proposal = _card(team, session).get_by_role("region", name=team.words("Change proposed"))
    expect(proposal.get_by_role("row")).to_have_text(
        ["WhatAs agreedAs proposed", "Time11:00–12:0011:00–12:30", "WhyThey come by bus."]
    )
    team.look("proposal-read")
    team.hear_nothing_more()
    _propose(friday, session, people_expected=9, note="More of them.")
    proposal.get_by_role("button", name=team.words("Accept the change")).click()
    choice = team.page.get_by_role("alert").filter(has_text="Somebody changed this while you were looking at it.")
    expect(choice.get_by_role("row").nth(2)).to_contain_text(re.compile("11:00–12:00 · 9 people.*11:00–12:30 · 6 people"))
    team.look("proposal-newer")
    assert Session.objects.get(pk=session.pk).people_expected == 6
    choice.get_by_role("button", name=team.words("Accept what is proposed now")).click()
    expect(choice.or_(proposal)).to_have_count(0)
    row = Session.objects.get(pk=session.pk)
    assert (row.people_expected, row.ends_at, row.proposed_change) == (9, session.ends_at, None)


def test_what_is_proposed_for_another_day_is_moved_there_first(seat: Seats) -> None:
    friday = a_friday()
    other = a_friday(20, agency=friday.agency)
    session = a_session(friday)
    _propose(friday, session, later=timedelta(days=7))
    team = seat.board(friday.coordinator, friday)
    row = team.page.get_by_role("article", name=session.group.name, exact=True)
    row.locator("summary").click()
    expect(row.get_by_role("button", name=team.words("Accept the change"))).to_have_count(0)
    team.look("proposal-another-day")
    team.button("Move it there first").click()
    team.button("Move the session").click()
    expect(row).to_have_count(0)
    moved = seat.board(other.coordinator, other)
    there = moved.page.get_by_role("article", name=session.group.name, exact=True)
    there.locator("summary").click()
    moved.button("Accept the change").click()
    expect(there.get_by_role("region", name=moved.words("Change proposed"))).to_have_count(0)
    row_now = Session.objects.get(pk=session.pk)
    assert (row_now.visit_id, row_now.proposed_change) == (other.visit_id, None)


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_partner_takes_a_proposal_back_and_the_teams_inbox_empties_by_itself(seat: Seats, locale: str) -> None:
    friday = a_friday()
    session = _a_request(friday, 11)
    moving.schedule_session(session_id=session.id, visit_id=friday.visit_id, shifts=(), now=now(), actor=friday.coordinator)
    team = seat(friday.coordinator, "team", "/team/inbox", locale=locale)
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}", locale=locale)
    expect(partner.button("Take the change back")).to_have_count(0)
    partner.button("Propose a change").click()
    partner.field("Starts at").fill("13:00")
    partner.button("Send the proposal").click()
    line = team.page.locator("li.inbox-line").filter(has_text=team.words("Answer the change"))
    expect(line).to_have_count(1)
    partner.button("Take the change back").click()
    partner.look(f"proposal-take-back-{locale}")
    with loaded_once(team):
        partner.button("Yes, take the change back").click()
        expect(line).to_have_count(0)
    expect(team.page.get_by_text(team.words("Nothing needs an answer"))).to_be_visible()
    expect(partner.button("Take the change back")).to_have_count(0)
    expect(partner.page.locator(".history li").first).to_contain_text(partner.words("Change taken back"))
    partner.look(f"proposal-taken-back-{locale}")
    row = Session.objects.get(pk=session.pk)
    assert (row.starts_at, row.state, row.proposed_change) == (session.starts_at, "scheduled", None)


def test_who_was_slower_reads_that_the_change_waits_no_more(seat: Seats) -> None:
    friday = a_friday()
    session = _a_request(friday, 11)
    _propose(friday, session, later=timedelta(hours=1))
    team = seat(friday.coordinator, "team", "/team/requests")
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}")
    for window in (team, partner):
        window.hear_nothing_more()
    partner.button("Take the change back").click()
    at_the_same_moment(
        _card(team, session).get_by_role("button", name=team.words("Accept the change")),
        partner.button("Yes, take the change back"),
    )
    late = "No change is waiting for an answer any more: it was answered or taken back. Look at it again."
    until(lambda: Session.objects.get(pk=session.pk).proposed_change is None, what="one of them done")
    accepted = Session.objects.get(pk=session.pk).starts_at != session.starts_at
    slower, quicker = (partner, team) if accepted else (team, partner)
    expect(slower.page.get_by_role("alert")).to_have_text(late)
    expect(quicker.page.get_by_role("alert")).to_have_count(0)
    slower.look("proposal-too-late")
