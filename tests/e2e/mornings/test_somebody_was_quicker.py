"""Two who edit one thing: the slower one sees both versions side by side, and chooses; nothing is overwritten unseen."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from passerelle.bookings.services import requests, visits
from tests.e2e.mornings.friday import Friday, a_friday, a_session, now, of_the_team
from tests.e2e.mornings.seats import Seats
from tests.e2e.windows import Window, loaded_once

CHANGED = "Somebody changed this while you were looking at it."


def choice(window: Window) -> Locator:
    """Both versions, a line for each field; it is said aloud."""
    found = window.page.get_by_role("alert").filter(has_text=window.words(CHANGED))
    expect(found).to_be_visible()
    return found


def compared(window: Window) -> dict[str, tuple[str, str]]:
    """By field: as it is now, and what was chosen here."""
    rows = choice(window).locator("tbody tr").all()
    return {
        row.locator("th").inner_text(): (row.locator("td").nth(0).inner_text(), row.locator("td").nth(1).inner_text())
        for row in rows
    }


def says_nobody_travels(friday: Friday) -> None:
    """A colleague, on another screen."""
    visit = friday.visit
    visits.edit_visit(
        visit_id=visit.id,
        version=visit.version,
        day=visit.day,
        therapist_ids=[row.member_id for row in visit.therapists.all()],
        deputy_id=visit.deputy_id,
        team_cannot_travel=True,
        now=now(),
        actor=of_the_team("Alix"),
    )


@pytest.mark.parametrize("mine_is_written", [True, False])
def test_the_day_edited_by_two(seat: Seats, mine_is_written: bool) -> None:
    friday = a_friday()
    a_session(friday)
    deputy = of_the_team("Claire")
    team = seat.board(friday.coordinator, friday)
    with loaded_once(team):
        team.button("Change the day").click()
        team.page.get_by_label(team.words("Deputy of the safeguarding lead")).select_option(str(deputy.team_member_id))
        says_nobody_travels(friday)
        # The board behind the form shows it already; the form is still about the day as it was opened.
        expect(team.page.get_by_text(team.words("The team cannot travel on this day."))).to_be_visible()
        team.button("Write it").click()
        both = compared(team)
        assert both["Deputy of the safeguarding lead"] == ("–", "Claire")
        assert both["The team cannot travel"] == ("yes", "no")
        team.look(f"quicker-day-{mine_is_written}")
        team.button("Write what I chose" if mine_is_written else "Leave it as it is now").click()
        expect(choice_of(team)).to_have_count(0)
        expect(team.button("Change the day")).to_be_visible()
    visit = friday.visit
    as_chosen = (visit.deputy_id, visit.team_cannot_travel)
    assert as_chosen == ((deputy.team_member_id, False) if mine_is_written else (None, True))


def choice_of(window: Window) -> Locator:
    return window.page.get_by_role("alert").filter(has_text=window.words(CHANGED))


def proposes(friday: Friday, session: Session, hours: int) -> None:
    """A colleague of the partner, from another device."""
    later = session.starts_at + timedelta(hours=hours)
    requests.propose_change(
        session_id=session.id,
        version=session.version,
        starts_at=later,
        ends_at=later + timedelta(hours=1),
        people_expected=4,
        note="The hall is ours then.",
        now=now(),
        actor=friday.partner,
    )


@pytest.mark.parametrize("mine_is_written", [True, False])
def test_a_change_proposed_by_two(seat: Seats, mine_is_written: bool) -> None:
    friday = a_friday()
    session = a_session(friday, 11)
    partner = seat(friday.partner, "partner", f"/partner/sessions/{session.id}")
    with loaded_once(partner):
        partner.button("Propose a change").click()
        partner.field("Starts at").fill("14:30")
        partner.field("People").fill("9")
        proposes(friday, session, 2)
        expect(partner.page.get_by_text("You proposed a change. The team has not answered yet.")).to_be_visible()
        partner.button("Send the proposal").click()
        both = compared(partner)
        assert both["Time"] == ("13:00–14:00", "14:30–15:30")
        assert both["People"] == ("4", "9")
        assert both["Why"] == ("The hall is ours then.", "–")
        partner.look(f"quicker-proposal-{mine_is_written}")
        partner.button("Propose mine in its place" if mine_is_written else "Leave it as it is now").click()
        expect(choice_of(partner)).to_have_count(0)
        expect(partner.button("Propose a change")).to_be_visible()
    session.refresh_from_db()
    assert session.proposed_change is not None
    assert session.proposed_change["people_expected"] == (9 if mine_is_written else 4)
