"""What was sent is not set in stone: its details are written anew, by the partner or by the team for them."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from passerelle.bookings.services import moving, requests
from passerelle.journal.models import Change
from tests.e2e.mornings.friday import DARI, Friday, a_friday, an_ask, now
from tests.e2e.mornings.seats import Seats, go_to
from tests.e2e.windows import Window
from tests.factories.people import a_group_of
from tests.support.waiting import until

CHANGED = "Somebody changed this while you were looking at it."
NOTHING_SAID: dict[str, Any] = {"theme": None, "contact_name": ""}


def _a_request(friday: Friday, **otherwise: Any) -> Session:
    group = a_group_of(friday.agency)
    ask = an_ask(friday, 11, **otherwise)
    return requests.request_session(group_id=group.id, ask=ask, submit=True, now=now(), actor=friday.partner)


def _planned(friday: Friday, **otherwise: Any) -> Session:
    session = _a_request(friday, **otherwise)
    moving.schedule_session(
        session_id=session.id, visit_id=friday.visit_id, shifts=(DARI,), now=now(), actor=friday.coordinator
    )
    return Session.objects.get(pk=session.id)


def _row(session: Session) -> Session:
    return Session.objects.get(pk=session.pk)


def _warnings(board: Window) -> Locator:
    return board.page.locator(".session-row .warnings li")


def _fold(window: Window, title: str) -> Locator:
    """What opens a part of the form."""
    return window.page.locator("summary").filter(has_text=window.words(title))


def _by(session: Session, kind: str) -> object:
    return Change.objects.get(entity_id=session.id, kind=kind).actor_id


def test_a_partner_adds_what_the_board_warns_of_and_the_warnings_go(seat: Seats) -> None:
    friday = a_friday()
    session = _planned(friday, **NOTHING_SAID)
    board = seat.board(friday.coordinator, friday)
    expect(_warnings(board)).to_have_count(2)
    board.look("after-sending-warned")
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}")
    partner.look("after-sending-lacking")
    partner.button("Add a contact").click()
    expect(partner.field("Contact on the day")).to_be_focused()
    partner.field("Contact on the day").fill("Ines")
    partner.field("Their phone").fill("+33 3 53 01 00 11")
    _fold(partner, "What it is about").click()
    partner.field("Anything the team should know").fill("Ring 06 12 34 56 78")
    # Interpreters are asked for Dari by now: how many people need it is all that is left to say.
    _fold(partner, "Languages").click()
    expect(partner.page.locator("#needs select")).to_have_count(0)
    expect(partner.page.get_by_label("Dari: people")).to_have_value("6")
    partner.button("Save").click()
    expect(partner.page.get_by_role("alert")).to_contain_text("phone number")
    # Refused for one field; everything that was typed is still there.
    expect(partner.field("Their phone")).to_have_value("+33 3 53 01 00 11")
    partner.look("after-sending-refused")
    partner.field("Anything the team should know").fill("Paper is there.")
    partner.button("Save").click()
    expect(partner.button("Change the details")).to_be_visible()
    expect(_warnings(board)).to_have_count(0)
    expect(partner.page.locator(".history li").first).to_contain_text("Details changed")
    row = _row(session)
    assert (row.contact_name, row.contact_phone, row.notes) == ("Ines", "+33 3 53 01 00 11", "Paper is there.")


def test_the_team_adds_it_for_a_partner_on_the_phone(seat: Seats) -> None:
    friday = a_friday()
    session = _planned(friday, **NOTHING_SAID)
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}")
    team = seat.board(friday.coordinator, friday)
    _warnings(team).get_by_role("link", name=team.words("Add a contact")).click()
    expect(team.field("Contact on the day")).to_be_focused()
    team.look("after-sending-behalf")
    team.field("Contact on the day").fill("Ines")
    _fold(team, "Languages").click()
    team.button("Another language").click()
    team.page.locator("#needs-1-language").select_option("ps")
    team.page.locator("#needs-1-people").fill("2")
    team.button("Save").click()
    expect(team.button("Change the details")).to_be_visible()
    # The partner reads it without reloading, and who wrote it.
    expect(partner.page.locator(".facts")).to_contain_text("Ines")
    expect(partner.page.locator(".history li").first).to_contain_text("the team")
    team.go("To the board")
    expect(_warnings(team)).to_have_count(1)
    go_to(team, f"{friday.board}/confirm")
    team.go("Say what it is about")
    expect(team.field("Theme")).to_be_focused()
    row = _row(session)
    assert (row.contact_name, [line["language"] for line in row.needs]) == ("Ines", ["prs", "ps"])
    assert _by(session, "details_changed") == friday.coordinator.user_id


@pytest.mark.parametrize("mine_is_written", [True, False])
def test_two_who_write_them_compare_and_choose(seat: Seats, mine_is_written: bool) -> None:
    friday = a_friday()
    session = _a_request(friday)
    address = f"/partner/sessions/{session.id}?edit=contact-name"
    slow, quick = (seat(friday.partner, "partner", address) for _ in range(2))
    slow.field("Contact on the day").fill("Zoë")
    quick.field("Contact on the day").fill("Ben")
    _fold(quick, "What it is about").click()
    quick.field("Anything the team should know").fill("Paper is there.")
    quick.button("Save").click()
    expect(quick.button("Change the details")).to_be_visible()
    slow.button("Save").click()
    choice = slow.page.get_by_role("alert").filter(has_text=slow.words(CHANGED))
    # Only what was touched here is at stake: the note that came meanwhile stays either way.
    expect(choice.locator("tbody tr")).to_have_count(1)
    expect(choice.locator("tbody td")).to_have_text(["Ben", "Zoë"])
    slow.look(f"after-sending-stale-{mine_is_written}")
    slow.button("Write what I chose" if mine_is_written else "Leave it as it is now").click()
    expect(slow.button("Change the details")).to_be_visible()
    row = _row(session)
    assert (row.contact_name, row.notes) == ("Zoë" if mine_is_written else "Ben", "Paper is there.")


def test_what_is_saved_while_it_was_taken_back_is_refused_and_kept(seat: Seats) -> None:
    friday = a_friday()
    session = _a_request(friday)
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}?edit=contact-name")
    partner.field("Contact on the day").fill("Zoë")
    requests.withdraw_session(session_id=session.id, now=now(), actor=friday.coordinator)
    partner.button("Save").click()
    expect(partner.page.get_by_role("alert")).to_contain_text("can no longer be done")
    expect(partner.field("Contact on the day")).to_have_value("Zoë")


def test_the_team_proposes_a_change_and_takes_a_request_back_for_a_partner(seat: Seats) -> None:
    friday = a_friday()
    session = _a_request(friday)
    team = seat(friday.coordinator, "team", "/team/requests")
    card = team.page.get_by_role("article", name=session.group.name, exact=True)
    card.get_by_role("link", name=team.words("Change it for the partner")).click()
    team.button("Propose a change").click()
    team.field("Starts at").fill("13:00")
    team.look("after-sending-behalf-propose")
    team.button("Send the proposal").click()
    team.go("Answer the proposed change")
    card.get_by_role("button", name=team.words("Accept the change")).click()
    until(lambda: _row(session).starts_at == session.starts_at + timedelta(hours=2), what="the change accepted")
    go_to(team, f"/team/sessions/{session.id}")
    team.button("Take it back").click()
    team.button("Yes, take it back").click()
    expect(team.status("Taken back")).to_be_visible()
    assert _row(session).state == "withdrawn"
    assert {_by(session, "change_proposed"), _by(session, "withdrawn")} == {friday.coordinator.user_id}
