"""From screen to screen: what a page load does by itself, and a change of screen has to be told."""

import pytest
from playwright.sync_api import expect

from tests.e2e.windows import Opener, Window, holds


def _scrolled(window: Window) -> int:
    return int(window.page.evaluate("Math.round(window.scrollY)"))


def _open_the_last_session(partner: Window) -> None:
    partner.page.locator("main a[href*='/sessions/']").last.click()
    expect(partner.page.locator(".history li").first).to_be_visible()


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_tab_is_named_after_the_screen(open_window: Opener, locale: str) -> None:
    team = open_window("team", locale)
    for place in ("Inbox", "Journal", "Fridays"):
        team.go(place)
        expect(team.page).to_have_title(f"{team.page.locator('h1').inner_text()} · Passerelle")


def test_a_screen_begins_at_its_top_and_going_back_leads_to_where_one_was(open_window: Opener) -> None:
    partner = open_window("partner")
    expect(partner.page.locator("main a[href*='/sessions/']").last).to_be_visible()
    partner.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    before = _scrolled(partner)
    assert before > 0
    _open_the_last_session(partner)
    assert _scrolled(partner) == 0
    partner.page.go_back()
    expect(partner.page.locator(".history")).to_have_count(0)
    holds(partner.page, "(before) => Math.abs(window.scrollY - before) < 200", arg=before)


def test_who_works_by_keyboard_is_taken_into_the_new_screen(open_window: Opener) -> None:
    partner = open_window("partner")
    partner.page.get_by_role("link", name="Our people", exact=True).focus()
    partner.page.keyboard.press("Enter")
    expect(partner.heading("Our people")).to_be_visible()
    expect(partner.page.locator("main")).to_be_focused()


def test_nobody_is_taken_out_of_what_they_type_when_the_draft_gets_its_address(open_window: Opener) -> None:
    partner = open_window("partner")
    partner.go("Ask")
    partner.choose("Group", "Friday studio")
    notes = partner.field("Anything the team should know")
    notes.fill("Paper and paints are there")
    partner.page.wait_for_url("**/partner/ask/*", wait_until="commit")
    expect(partner.page.locator(".save-note[data-safe=account]")).to_be_visible()
    expect(notes).to_be_focused()
