"""The connection goes, or the product is renewed, while its pages are open: what was fetched ahead, and what cannot come."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.windows import Opener, Window, holds, loaded_once
from tests.support.waiting import until

AWAY = "There is no connection. Try again when you are back."
OLD = "This page is older than the product: load it again."
PLACES = {
    "interpreter": ("Free days", "FreeDays", "Which days are you free?", "Can you come?", (".free-day", "grid")),
    "team": ("Journal", "JournalPage", "Journal", "Fridays", (".deed", "grid")),
}
"""By role: a place, its piece of the product, its heading, the heading of the first screen, and how the place is laid out."""
FETCHED = """(pieces) => {
  const there = performance.getEntriesByType("resource").map(({ name }) => name);
  return pieces.every((piece) => there.some((name) => name.includes(`/assets/${piece}-`) && name.endsWith(".js")));
}"""
WITH_ALL_IT_NEEDS = """(piece) => {
  const there = performance.getEntriesByType("resource").map(({ name }) => name);
  return import(there.find((name) => name.includes(`/assets/${piece}-`) && name.endsWith(".js"))).then(() => null);
}"""
IDLE_FOR_LONG = """async () => {
  for (let times = 0; times < 20; times++) await new Promise((idle) => requestIdleCallback(idle));
}"""
SAVE_DATA = "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })"


def _refuse(route: Route) -> None:
    route.abort()


def _replaced(route: Route) -> None:
    route.fulfill(status=404, body="")


def _without(look_around: Opener, role: str, answer: Callable[[Route], None], locale: str = "en") -> Window:
    """A window on the role's first screen for which the piece of its place is not to be had."""
    window = look_around.at_the_door(role, locale)
    window.page.route(_piece(role), answer)
    _enter(window, role)
    return window


def _piece(role: str) -> re.Pattern[str]:
    return re.compile(f"/assets/{PLACES[role][1]}-")


def _enter(window: Window, role: str) -> None:
    window.page.locator(".card-lead button").first.click()
    window.page.wait_for_url(f"**/{role}")
    expect(window.page.locator("main h1").first).to_be_visible()


def _fetched_ahead(window: Window, piece: str) -> None:
    holds(window.page, FETCHED, arg=[piece])
    window.page.evaluate(WITH_ALL_IT_NEEDS, piece)


def _try_until_there(window: Window, heading: str) -> None:
    """As a person does: a line that has just come back may fail once more."""

    def there() -> bool:
        window.button("Try again").evaluate_all("(found) => found.forEach((button) => button.click())")
        return window.heading(heading).is_visible()

    until(there, what=f"the screen “{heading}” after trying again")


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("role", list(PLACES))
def test_a_screen_that_cannot_come_leaves_the_menu_and_comes_once_the_connection_is_back(
    look_around: Opener, role: str, locale: str
) -> None:
    place, _, heading, home, (shown, display) = PLACES[role]
    window = _without(look_around, role, _refuse, locale)
    with loaded_once(window):
        window.page.context.set_offline(True)
        window.go(place)
        expect(window.page.get_by_text(window.words(AWAY))).to_be_visible()
        window.look(f"lost-{role}-{locale}")
        window.button("Try again").click()
        expect(window.page.get_by_text(window.words(AWAY))).to_be_visible()
        window.page.go_back()
        expect(window.heading(home)).to_be_visible()
        window.go(place)
        expect(window.page.get_by_text(window.words(AWAY))).to_be_visible()
        window.page.unroute(_piece(role))
        window.page.context.set_offline(False)
        _try_until_there(window, heading)
        expect(window.page.locator(shown).first).to_have_css("display", display)


@pytest.mark.parametrize("role", list(PLACES))
def test_a_screen_of_a_product_that_was_renewed_comes_with_the_page_loaded_again(look_around: Opener, role: str) -> None:
    place, _, heading, _, _ = PLACES[role]
    window = _without(look_around, role, _replaced)
    window.go(place)
    expect(window.page.get_by_text(OLD)).to_be_visible()
    expect(window.page.get_by_role("navigation", name="Menu")).to_be_visible()
    window.page.unroute(_piece(role))
    window.button("Try again").click()
    expect(window.heading(heading)).to_be_visible()


@pytest.mark.parametrize(
    ("role", "place", "piece"), [("interpreter", "My Fridays", "MyFridays"), ("team", "Journal", "JournalPage")]
)
def test_the_other_screens_are_there_when_the_connection_goes(look_around: Opener, role: str, place: str, piece: str) -> None:
    window = look_around(role)
    _fetched_ahead(window, piece)
    with loaded_once(window):
        window.page.context.set_offline(True)
        window.go(place)
        expect(window.heading(place)).to_be_visible()


def test_a_screen_that_is_there_opens_when_another_did_not_come(look_around: Opener) -> None:
    window = look_around.at_the_door("interpreter")
    window.page.route(_piece("interpreter"), _refuse)
    with window.page.expect_event("requestfailed", lambda request: "/assets/FreeDays-" in request.url):
        _enter(window, "interpreter")
    _fetched_ahead(window, "MyFridays")
    window.page.context.set_offline(True)
    window.go("My Fridays")
    expect(window.heading("My Fridays")).to_be_visible()


def test_styles_that_did_not_come_come_later(look_around: Opener) -> None:
    window = look_around.at_the_door("interpreter")
    window.page.route("**/assets/style-*.css", _refuse, times=1)
    with window.page.expect_event("requestfailed", lambda request: "/assets/style-" in request.url):
        window.page.reload()
    _enter(window, "interpreter")
    expect(window.page.locator(".mantine-Button-root").first).to_have_css("cursor", "pointer")


def test_who_saves_data_is_sent_no_screen_before_it_is_opened(look_around: Opener) -> None:
    window = look_around.at_the_door("interpreter")
    window.page.add_init_script(SAVE_DATA)
    window.page.reload()
    _enter(window, "interpreter")
    holds(window.page, "window.readsNothing()")
    window.page.evaluate(IDLE_FOR_LONG)
    assert not window.page.evaluate(FETCHED, ["FreeDays"])
    window.go("Free days")
    assert window.page.evaluate(FETCHED, ["FreeDays"])
