"""The first screen on a slow line: what is there at once, what nobody waits for twice, and that nothing jumps."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.windows import Opener, Window, holds

WATCH_SHIFTS = """(() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      if (shift.hadRecentInput) continue;
      const moved = shift.sources.map(({ node }) => (node?.outerHTML ?? "").slice(0, 80));
      window.shifts.push({ value: shift.value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
})();"""
MOST_SHIFT = 0.02
"""A fifth of what the field calls good (Cumulative Layout Shift)."""
LAST = {
    "interpreter": ("**/api/v1/offers?show=mine", "**/api/v1/offers?show=asked", ".pass"),
    "partner": ("**/api/v1/sessions?order=latest*", "**/api/v1/sessions?when=coming*", ".repeat"),
    "team": ("**/api/v1/visits*", "**/api/v1/me", ".visit-row"),
}
"""By role: the read that comes last here, one that came before, and what the last one shows."""
LATER = {"team"}
"""Who can go stands in a closed part of the team's first screen."""
DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))"
DARK_GROUND = "rgb(18, 25, 27)"


class Held:
    """Requests that wait until they are let go."""

    def __init__(self, page: Page, pattern: str | re.Pattern[str]) -> None:
        self._waiting: list[Route] = []
        self._free = False
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        if self._free:
            route.continue_()
        else:
            self._waiting.append(route)

    def let_go(self) -> None:
        self._free = True
        for route in self._waiting:
            route.continue_()


def _corners(window: Window) -> list[tuple[float, float]]:
    """Where the name and the screen begin. What is drawn in the place of something else is no shift to a browser."""
    boxes = [window.page.locator(part).bounding_box() for part in (".shell-name", ".page")]
    return [(box["x"], box["y"]) for box in boxes if box is not None]


def _again(window: Window, role: str) -> None:
    """Open the role's first screen anew, as from a bookmark; what is on its way may still be held."""
    origin = "/".join(window.page.url.split("/")[:3])
    window.page.goto(f"{origin}/{role}", wait_until="commit")


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("role", list(LAST))
def test_nothing_jumps_when_the_last_answer_is_late(look_around: Opener, role: str, locale: str) -> None:
    window = look_around(role, locale)
    late, early, shown = LAST[role]
    window.page.add_init_script(WATCH_SHIFTS)
    held = Held(window.page, late)
    with window.page.expect_request(late), window.page.expect_response(early):
        _again(window, role)
    window.page.wait_for_load_state("load")
    expect(window.page.locator(".shell-places a").first).to_be_visible()
    window.page.evaluate(DRAWN)
    held.let_go()
    expect(window.page.locator(shown).first).to_be_visible()
    expect(window.page.locator(".skeleton")).to_have_count(0)
    shifts = window.page.evaluate("window.shifts")
    assert sum(shift["value"] for shift in shifts) < MOST_SHIFT, shifts


@pytest.mark.parametrize(("locale", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("role", list(LAST))
def test_the_frame_stands_where_it_will_be_and_in_its_colours_before_any_script(
    look_around: Opener, role: str, locale: str, direction: str
) -> None:
    window = look_around(role, locale, scheme="dark")
    held = Held(window.page, re.compile(r"/assets/.*\.js$"))
    _again(window, role)
    expect(window.page.locator(".frame .shell-name")).to_have_text("Passerelle")
    expect(window.page.locator("html")).to_have_attribute("dir", direction)
    expect(window.page.locator("body")).to_have_css("background-color", DARK_GROUND)
    before = _corners(window)
    held.let_go()
    expect(window.page.locator(".frame")).to_have_count(0)
    assert _corners(window) == before


@pytest.mark.parametrize("role", list(LAST))
def test_what_the_first_screen_reads_is_asked_for_once_and_before_the_scripts_are_there(look_around: Opener, role: str) -> None:
    window = look_around(role)
    window.line.cut_off()  # nothing is read again because of what it tells
    expect(window.page.locator(LAST[role][2]).first).to_be_visible()
    holds(window.page, "window.readsNothing()")
    read: list[str] = []
    window.page.on("request", lambda request: read.extend(re.findall("/api/v1/(.*)", request.url)))
    held = Held(window.page, re.compile(r"/assets/.*\.js$"))
    with window.page.expect_response(LAST[role][0]):
        _again(window, role)
    ahead = set(read)
    held.let_go()
    expect(window.page.locator(LAST[role][2]).first).to_be_visible()
    holds(window.page, "window.readsNothing()")
    assert Counter(read).most_common(1)[0][1] == 1, read
    assert set(read) - ahead <= LATER
    assert window.page.evaluate("window.passerelleAhead.size") == 0
