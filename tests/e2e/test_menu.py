"""The team's menu: one line on a phone, whatever the language, and every place within two taps or keys."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.windows import Opener, Window

LINE = 56
"""Pixels that one line of the menu may take; two need 96."""
FIRST = ("Fridays", "Inbox", "Requests")
OTHERS = ("Who hasn’t answered", "Interpreters", "Partners", "Import", "Journal")
OWN = "My devices"
"""On a phone a place like the others; at a desk one’s own name leads there."""


def _place(team: Window, english: str) -> Locator:
    return team.page.locator(".shell-places").get_by_role("link", name=team.words(english), exact=True)


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_on_a_phone_the_menu_is_one_line_until_it_is_opened(look_around: Opener, locale: str) -> None:
    team = look_around("team", locale)
    menu, more = team.page.locator(".shell-places"), team.button("More")
    expect(team.page.locator("main h1")).to_be_visible()
    for place in FIRST:
        expect(_place(team, place)).to_be_visible()
    for place in (*OTHERS, OWN):
        expect(_place(team, place)).to_have_count(0)
    box = menu.bounding_box()
    assert box is not None
    assert box["height"] <= LINE
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    for place in (*OTHERS, OWN):
        expect(_place(team, place)).to_be_visible()
    team.look(f"{locale}-360-menu", whole=False)
    _place(team, "Partners").click()
    expect(team.heading("Partners")).to_be_visible()
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(more).to_have_class("active")


def test_the_menu_is_worked_by_keys_and_closes_behind_whoever_leaves_it(look_around: Opener) -> None:
    team = look_around("team")
    more = team.button("More")
    more.focus()
    team.page.keyboard.press("Enter")
    team.page.keyboard.press("Tab")
    expect(_place(team, "Who hasn’t answered")).to_be_focused()
    team.page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    team.page.keyboard.press("Space")
    for _ in (*OTHERS, OWN):
        team.page.keyboard.press("Tab")
    expect(_place(team, OWN)).to_be_focused()
    team.page.keyboard.press("Tab")
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    team.page.mouse.click(180, 700)
    expect(more).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_at_a_desk_every_place_stands_in_one_line(look_around: Opener, locale: str) -> None:
    team = look_around("team", locale, width=1440)
    for place in (*FIRST, *OTHERS):
        expect(_place(team, place)).to_be_visible()
    expect(team.button("More")).to_have_count(0)
    expect(_place(team, OWN)).to_have_count(0)
    box = team.page.locator(".shell-places").bounding_box()
    assert box is not None
    assert box["height"] <= LINE


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_on_the_narrowest_phone_an_interpreters_places_stand_in_one_line(look_around: Opener, locale: str) -> None:
    interpreter = look_around("interpreter", locale)
    expect(interpreter.page.locator("main h1")).to_be_visible()
    places = [_place(interpreter, place) for place in ("Can you come?", "My Fridays", "Free days", "About me")]
    boxes = [place.bounding_box() for place in places]
    assert len({box["y"] for box in boxes if box}) == 1
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] >= 48 for box in boxes)
    box = interpreter.page.locator(".shell-places").bounding_box()
    assert box is not None
    assert box["height"] <= LINE
    interpreter.look(f"{locale}-360-interpreter-menu", whole=False)


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_on_the_narrowest_phone_all_places_of_a_partner_are_there(look_around: Opener, locale: str) -> None:
    partner = look_around("partner", locale)
    for place in ("My sessions", "Ask", "Our people", OWN):
        expect(_place(partner, place)).to_be_visible()
    partner.look(f"{locale}-360-partner-menu", whole=False)


def test_at_a_desk_ones_name_leads_to_what_is_about_oneself(look_around: Opener) -> None:
    for role, heading in (("partner", OWN), ("team", OWN), ("interpreter", "About me")):
        window = look_around(role, width=1440)
        window.page.locator(".shell-who").click()
        expect(window.heading(heading).first).to_be_visible()
