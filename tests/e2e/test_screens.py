"""Every screen there is, from a phone's to a desk's width: no axe violation, no text cut off, no sideways scroll, a picture."""

import re
from pprint import pformat

import pytest
from playwright.sync_api import expect

from scripts.paths import FRONTEND
from tests.e2e.screens import SCREENS, Screen
from tests.e2e.windows import Opener, Scheme, Window

PHONE, TABLET, DESK = 360, 768, 1440
WIDTHS = (DESK, TABLET, PHONE)
LOCALES = ("en", "fr", "ar")
DARK = {"en": DESK, "ar": PHONE}
"""Where each screen is looked at in the dark as well."""
OWN_TEST = {"styleguide"}
"""Screens that another test looks at."""
_LINES = re.MULTILINE | re.DOTALL
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_keeps_the_rules(look_around: Opener, locale: str) -> None:
    """One page for each role, made narrower and wider again: as whoever turns a tablet."""
    windows = {role: look_around(role, locale, width=DESK) for role in ("partner", "interpreter", "team")}
    windows["door"] = look_around.at_the_door("partner", locale, width=DESK)
    expect(windows["door"].page.locator(".card-lead button").first).to_be_visible()
    faults: dict[str, list[str]] = {}
    seen = set()
    for screen in SCREENS:
        window = windows[screen.role]
        screen.reach(window)
        if screen.heading:
            expect(window.page.locator("h1").filter(has_text=window.words(screen.heading))).to_be_visible()
        faults |= _looked_at(window, screen, locale)
        seen.add(_ID.sub(":id", window.page.url.split("/", 3)[3].partition("?")[0].partition("#")[0]))
    wrong = {name: found for name, found in faults.items() if found}
    assert not wrong, pformat(wrong, width=160)
    assert {"team/imports/:id", "partner/sessions/:id", "interpreter/why"} <= _routes(), "The router is written differently."
    missing = _routes() - seen
    assert not missing, f"No screen of the list is at {missing}: add it to tests/e2e/screens.py."


def _looked_at(window: Window, screen: Screen, locale: str) -> dict[str, list[str]]:
    """What is wrong with the screen at each width, by the name of its picture."""
    found = {}
    for width in WIDTHS:
        _resize(window, width)
        schemes: tuple[Scheme, ...] = ("light", "dark") if DARK.get(locale) == width else ("light",)
        for scheme in schemes:
            window.page.emulate_media(color_scheme=scheme)
            expect(window.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
            name = f"{locale}-{width}-{scheme}-{screen.name}"
            window.picture(name, whole=window.page.locator(".sheet").count() == 0)
            found[name] = window.faults()
        window.page.emulate_media(color_scheme="light")
    _resize(window, DESK)
    return found


def _resize(window: Window, width: int) -> None:
    window.page.set_viewport_size({"width": width, "height": 780 if width < 800 else 900})


def _routes() -> set[str]:
    """The addresses of the screens, as the router has them; what stands for an id is ``:id``, what may be left out is."""
    app = FRONTEND / "src" / "app"
    found = set(re.findall(r'\bpath: "([\w-]+)"', (app / "router.tsx").read_text()))
    for desk, screens in re.findall(r"^const ([A-Z]+): Screen\[\] = \[$(.*?)^\];", (app / "screens.tsx").read_text(), _LINES):
        found |= {f"{desk.lower()}/{path}" for path in re.findall(r'\bpath: "([^"]+)"', screens)}
    return {re.sub(r":\w+", ":id", re.sub(r"/:\w+\?", "", path)) for path in found} - OWN_TEST
