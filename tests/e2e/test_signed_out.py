"""The session ended while a screen was open, or there was none yet: after signing in one is where one wanted to be."""

from playwright.sync_api import expect

from tests.e2e.windows import Opener, Window, loaded_once

SIGNED_OUT = "You were signed out. Sign in to go on."


def _forget(window: Window) -> None:
    """End the session as far as this window goes: its cookie is gone."""
    window.page.context.clear_cookies(name="sessionid")


def _door(window: Window, name: str) -> None:
    window.page.locator(".card-lead button", has_text=name).click()


def _at_a_form(open_window: Opener) -> Window:
    """The team's form for somebody new, filled in and sent after the session had ended."""
    team = open_window("team")
    team.go("Interpreters")
    team.go("Add an interpreter")
    team.field("First name").fill("Mina")
    _forget(team)
    team.button("Add them").click()
    expect(team.page.get_by_text(SIGNED_OUT)).to_be_visible()
    return team


def test_whoever_is_back_finds_what_they_typed(open_window: Opener) -> None:
    team = _at_a_form(open_window)
    with loaded_once(team):
        expect(team.heading("Add an interpreter")).to_have_count(0)
        team.look("signed-out")
        _door(team, "As the team")
        expect(team.heading("Add an interpreter")).to_be_visible()
        expect(team.field("First name")).to_have_value("Mina")
    assert team.page.url.endswith("/team/people/new")


def test_somebody_else_finds_their_own_desk_and_nothing_of_who_was_there(open_window: Opener) -> None:
    team = _at_a_form(open_window)
    _door(team, "As an interpreter")
    team.page.wait_for_url("**/interpreter")
    expect(team.heading("Can you come?")).to_be_visible()
    expect(team.page.locator("input[value=Mina]")).to_have_count(0)


def test_a_read_that_is_refused_tells_that_one_was_signed_out(open_window: Opener) -> None:
    team = open_window("team")
    expect(team.page.locator(".visit-row").first).to_be_visible()
    _forget(team)
    team.page.get_by_role("link", name="Inbox", exact=True).click()
    expect(team.page.get_by_text(SIGNED_OUT)).to_be_visible()
    _door(team, "As the team")
    expect(team.heading("Inbox")).to_be_visible()


def test_a_deep_link_opened_signed_out_leads_there_without_a_word_of_being_signed_out(open_window: Opener) -> None:
    team = open_window.at_the_door("team")
    team.page.goto(team.page.url.split("/sign-in")[0].rstrip("/") + "/team/waiting")
    team.page.wait_for_url("**/sign-in")
    expect(team.page.locator(".card-lead button").first).to_be_visible()
    expect(team.page.get_by_text(SIGNED_OUT)).to_have_count(0)
    _door(team, "As the team")
    expect(team.heading("Who hasn’t answered")).to_be_visible()
    assert team.page.url.endswith("/team/waiting")


def test_a_deep_link_to_anothers_desk_leads_to_ones_own(open_window: Opener) -> None:
    team = open_window.at_the_door("team")
    team.page.goto(team.page.url.split("/sign-in")[0].rstrip("/") + "/team/waiting")
    team.page.wait_for_url("**/sign-in")
    _door(team, "As a partner")
    team.page.wait_for_url("**/partner")


def test_who_signs_out_is_told_nothing_and_begins_anew(open_window: Opener) -> None:
    team = open_window("team")
    team.go("Inbox")
    team.button("Sign out").click()
    team.page.wait_for_url("**/sign-in")
    expect(team.page.locator(".card-lead button").first).to_be_visible()
    expect(team.page.get_by_text(SIGNED_OUT)).to_have_count(0)
    expect(team.page.locator(".shell")).to_have_count(0)
    _door(team, "As the team")
    expect(team.heading("Fridays")).to_be_visible()
    assert team.page.url.endswith("/team")
