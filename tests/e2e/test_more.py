"""A list longer than a page: it says that it goes on, and goes on to its end."""

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.windows import Opener, Window, holds

OF_LISTS = re.compile(r"/api/v1/(visits|sessions|offers|sessions/[0-9a-f-]+/history)(\?.*)?$")


def _past(partner: Window) -> None:
    partner.go("Past")


def _a_session(partner: Window) -> None:
    partner.page.locator(".session-card a").first.click()


LISTS: dict[str, tuple[str, Callable[[Window], None], str]] = {
    "the team's days": ("team", lambda window: None, ".visit-row, .past-visit"),
    "requests": ("team", lambda window: window.go("Requests"), ".requests > article"),
    "a partner's past sessions": ("partner", _past, ".session-card"),
    "what happened with a session": ("partner", _a_session, ".history li"),
    "what an interpreter did before": ("interpreter", lambda window: window.go("My Fridays"), "main article"),
}
"""By name: whose list it is, the way there, and what stands in it."""


class Pages:
    """The server asked for shorter pages, as if there were more on them than there is."""

    def __init__(self, page: Page, limit: int) -> None:
        self._limit = limit
        self.broken = False
        page.route(OF_LISTS, self._ask)

    def _ask(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        query = dict(parse_qsl(address.query)) | {"limit": str(self._limit)}
        if self.broken and "cursor" in query:
            route.abort()
        else:
            route.continue_(url=urlunsplit(address._replace(query=urlencode(query))))


def _shorter(window: Window, rows: str) -> tuple[list[str], Pages]:
    """The list as it is on one page, and the same screen with less than that on each."""
    shown = window.page.locator(rows)
    expect(shown.nth(1)).to_be_visible()
    holds(window.page, "window.readsNothing()")
    expect(window.button("Show more")).to_have_count(0)
    whole = shown.all_inner_texts()
    pages = Pages(window.page, len(whole) // 2)
    window.page.reload()
    expect(window.button("Show more")).to_be_visible()
    return whole, pages


def _to_the_end(window: Window, rows: str) -> list[str]:
    """What stands in the list once nothing more is offered."""
    shown, more = window.page.locator(rows), window.button("Show more")
    while more.count():
        before = shown.count()
        more.click()
        expect(shown.nth(before)).to_be_visible()
    return shown.all_inner_texts()


@pytest.mark.parametrize("name", list(LISTS))
def test_a_list_longer_than_a_page_goes_on_to_its_end(look_around: Opener, name: str) -> None:
    role, reach, rows = LISTS[name]
    window = look_around(role)
    reach(window)
    whole, _ = _shorter(window, rows)
    assert _to_the_end(window, rows) == whole


def test_a_page_that_does_not_come_is_asked_for_again(look_around: Opener) -> None:
    role, reach, rows = LISTS["requests"]
    window = look_around(role)
    reach(window)
    whole, pages = _shorter(window, rows)
    pages.broken = True
    window.button("Show more").click()
    expect(window.page.get_by_role("alert")).to_be_visible()
    assert 0 < window.page.locator(rows).count() < len(whole)
    pages.broken = False
    assert _to_the_end(window, rows) == whole
    expect(window.page.get_by_role("alert")).to_have_count(0)
