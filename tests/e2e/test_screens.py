"""Every screen there is, at a phone's and a desk's width: no axe violation, no sideways scroll, a picture of each."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.e2e.windows import Opener, Scheme, Window
from tests.e2e.words import LOCALES

PHONE, DESK = 390, 1440


@dataclass(frozen=True)
class Screen:
    """A screen by its name, how its owner gets there from the screen before it in the list, and by what it is known."""

    name: str
    role: str
    heading: str
    """The first heading, in English; empty where it is the day."""
    reach: Callable[[Window], object]


def _stay(_window: Window) -> None:
    """One is there already."""


def _repeat(partner: Window) -> None:
    partner.go("My sessions")
    partner.page.locator(".repeat").first.click()


def _what_is_past(partner: Window) -> None:
    partner.go("My sessions")
    partner.go("Past")


def _session(partner: Window, status: str) -> None:
    """The page of a session with that status, with its message and its history."""
    partner.go("My sessions")
    partner.page.locator("li, tr").filter(has=partner.status(status)).get_by_role("link").first.click()
    expect(partner.page.locator(".message")).not_to_be_empty()
    expect(partner.page.locator(".history li").first).to_be_visible()


def _first_day(team: Window) -> None:
    """The board of the next day there is."""
    team.go("Fridays")
    team.page.locator(".visit-row a").first.click()
    expect(team.page.locator("button.place").first).to_be_visible()


def _empty_place(team: Window) -> None:
    empty = team.page.locator("button.place[data-state=open]")
    (empty if empty.count() else team.page.locator("button.place")).first.click()
    expect(team.page.locator(".sheet")).to_be_visible()


def _details(team: Window) -> None:
    team.page.keyboard.press("Escape")
    expect(team.page.locator(".sheet")).to_have_count(0)
    team.page.locator("summary").first.click()


def _a_message(team: Window) -> None:
    team.page.get_by_role("button", name=team.words("Message to copy")).first.click()
    expect(team.button("Copy for WhatsApp")).to_be_visible()


def _a_person(team: Window) -> None:
    """Somebody who is booked, being edited."""
    team.go("Interpreters")
    team.page.locator("table.people a").first.click()
    team.button("Edit").click()
    expect(team.field("First name")).to_be_visible()


def _a_new_person(team: Window) -> None:
    team.go("Interpreters")
    team.go("Add an interpreter")


def _a_partner(team: Window) -> None:
    """One of the partners, with a group being edited."""
    team.page.locator("main li a").first.click()
    team.page.locator("main .asked button").first.click()
    expect(team.field("Name of the group")).to_be_visible()


def _a_past_day(team: Window) -> None:
    team.go("Fridays")
    team.page.locator(".past-visit a").first.click()
    expect(team.page.locator("button.place").first).to_be_visible()


SCREENS = (
    Screen("partner-sessions", "partner", "My sessions", _stay),
    Screen("partner-ask", "partner", "Ask for a session", lambda window: window.go("Ask")),
    Screen("partner-ask-refused", "partner", "Ask for a session", lambda window: window.button("Send the request").click()),
    Screen("partner-repeat", "partner", "Ask for a session", _repeat),
    Screen("partner-past", "partner", "My sessions", _what_is_past),
    Screen("partner-session", "partner", "", lambda window: _session(window, "Planned")),
    Screen("partner-people", "partner", "Our people", lambda window: window.go("Our people")),
    Screen("interpreter-asked", "interpreter", "Can you come?", _stay),
    Screen("interpreter-fridays", "interpreter", "My Fridays", lambda window: window.go("My Fridays")),
    Screen("interpreter-free-days", "interpreter", "Which days are you free?", lambda window: window.go("Free days")),
    Screen("team-fridays", "team", "Fridays", _stay),
    Screen("team-inbox", "team", "Inbox", lambda window: window.go("Inbox")),
    Screen("team-waiting", "team", "Who hasn’t answered", lambda window: window.go("Who hasn’t answered")),
    Screen("team-message", "team", "Who hasn’t answered", _a_message),
    Screen("team-people", "team", "Interpreters", lambda window: window.go("Interpreters")),
    Screen("team-person-edit", "team", "", _a_person),
    Screen("team-person-new", "team", "Add an interpreter", _a_new_person),
    Screen("team-partners", "team", "Partners", lambda window: window.go("Partners")),
    Screen("team-partner", "team", "", _a_partner),
    Screen("team-requests", "team", "Requests", lambda window: window.go("Requests")),
    Screen("team-ask", "team", "Ask for a session", lambda window: window.go("Ask on a partner’s behalf")),
    Screen("team-board", "team", "", _first_day),
    Screen("team-place", "team", "", _empty_place),
    Screen("team-details", "team", "", _details),
    Screen("team-confirm", "team", "Confirm the day", lambda window: window.go("Confirm the day")),
    Screen("team-past-day", "team", "", _a_past_day),
)
ROUNDS: tuple[tuple[str, int, Scheme], ...] = (
    *((locale, width, "light") for locale in LOCALES for width in (PHONE, DESK)),
    ("en", DESK, "dark"),
    ("ar", PHONE, "dark"),
    ("fr", PHONE, "light"),
)


@pytest.mark.parametrize(("locale", "width", "scheme"), ROUNDS)
def test_every_screen_keeps_the_rules(look_around: Opener, locale: str, width: int, scheme: Scheme) -> None:
    at = f"{locale}-{width}-{scheme}"
    door = look_around.at_the_door("partner", locale, width=width, scheme=scheme)
    expect(door.page.locator(".card-lead button").first).to_be_visible()
    windows = {role: look_around(role, locale, width=width, scheme=scheme) for role in ("partner", "interpreter", "team")}
    faults = {"sign-in": _seen(door, f"{at}-sign-in")}
    for screen in SCREENS:
        window = windows[screen.role]
        screen.reach(window)
        if screen.heading:
            expect(window.page.locator("h1").filter(has_text=window.words(screen.heading))).to_be_visible()
        faults[screen.name] = _seen(window, f"{at}-{screen.name}")
    assert {name: found for name, found in faults.items() if found} == {}
    assert [window.errors for window in windows.values()] == [[], [], []]


def _seen(window: Window, name: str) -> list[str]:
    window.picture(name, whole=window.page.locator(".sheet").count() == 0)
    return window.faults()
