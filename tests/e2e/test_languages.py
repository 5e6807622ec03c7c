"""Each language in a real browser: its own days, digits, direction and letters, and no English between them."""

import re
from typing import Any

import pytest
from babel import Locale
from playwright.sync_api import Page, expect

from tests.e2e.ways import a_claim
from tests.e2e.windows import PICTURES, Opener, Scheme, Window
from tests.support.waiting import until

PHONE = 390
BABELS = {"en": "en_GB", "fr": "fr", "ar": "ar", "fa": "fa", "prs": "fa_AF", "ps": "ps", "ckb": "ckb", "ti": "ti"}
"""Another source of the languages' days than the one the screens have them from."""
DIGITS = {"fa": "۰-۹", "prs": "۰-۹", "ps": "۰-۹", "ckb": "٠-٩"}
RIGHT_TO_LEFT = {"ar", "fa", "prs", "ps", "ckb"}
SOLAR = {"fa", "prs", "ps"}
FONTS = {**dict.fromkeys(RIGHT_TO_LEFT, "Vazirmatn"), "ti": "Noto Sans Ethiopic"}
HARD = "ڵ ۆ ێ ړ ښ ګ ۍ ې ڼ ځ څ ډ ھ ە ڕ ڤ پ چ ژ گ ئ"
"""Letters of Sorani and Pashto that fonts for Arabic often lack."""
LETTERS = {**dict.fromkeys(RIGHT_TO_LEFT, HARD), "ti": "ሓ ቐ ኸ ዃ ጸ ፈ ኧ ዥ"}
LOOKED_AT = {"en", "fr", "ar"}
"""Every screen in these is held to the rules in `test_screens.py`."""
OTHER_SCRIPT = sorted(set(BABELS) - {"en", "fr"})

SCREENS = (
    ("asked", "Can you come?", "Can you come?"),
    ("why", "Why am I not asked for other places?", "Why am I not asked?"),
    ("fridays", "My Fridays", "My Fridays"),
    ("me", "About me", "About me"),
    ("devices", "My devices", "My devices"),
    ("free-days", "Free days", "Which days are you free?"),
)
OWN_TEXT = """() => {
  const copy = document.querySelector("main").cloneNode(true);
  // What people typed or are called keeps its language; each language in the switch has its own.
  copy.querySelectorAll("bdi, select, [dir=ltr], svg, style").forEach((node) => node.remove());
  return copy.textContent;
}"""


def _days(window: Window) -> list[str]:
    """Every day on the screen, in words."""
    return window.page.locator("main legend:has(time)").all_inner_texts()


def _weekdays(locale: str) -> list[str]:
    return list(Locale.parse(BABELS[locale]).days["format"]["wide"].values())


def _months(locale: str) -> list[str]:
    """As they stand within a date; in Farsi as they stand alone too, which is without a mark and read in dates as well."""
    months = Locale.parse(BABELS[locale]).months
    alone = months["stand-alone"]["wide"].values() if locale == "fa" else ()
    return [*months["format"]["wide"].values(), *alone]


@pytest.mark.parametrize("locale", BABELS)
def test_every_screen_of_an_interpreter_speaks_one_language(look_around: Opener, locale: str) -> None:
    door = look_around.at_the_door("interpreter", locale, width=PHONE)
    expect(door.page.locator(".card-lead button").first).to_be_visible()
    expect(door.page.locator("html")).to_have_attribute("dir", "rtl" if locale in RIGHT_TO_LEFT else "ltr")
    expect(door.page.locator("html")).to_have_attribute("lang", door.words.spoken["tag"])
    seen = {"sign-in": (door, _own_text(door, f"{locale}-sign-in"))}
    a_claim(door)
    seen["claim"] = (door, _own_text(door, f"{locale}-claim"))
    window = look_around("interpreter", locale, width=PHONE)
    for name, link, heading in SCREENS:
        window.go(link)
        expect(window.heading(heading)).to_be_visible()
        expect(window.page.locator(".card").first).to_be_visible()
        seen[name] = (window, _own_text(window, f"{locale}-{name}"))
    if locale in OTHER_SCRIPT:
        english = {name: re.findall(r"[A-Za-z]{2,}", text.replace("Passerelle", "")) for name, (_, text) in seen.items()}
        assert {name: words for name, words in english.items() if words} == {}
    _holds_to_the_language(_days(window), locale)
    expect(window.page.locator("main legend .soft")).to_have_count(
        window.page.locator("main legend time").count() if locale in SOLAR else 0
    )
    if locale in FONTS:
        _draws_each_letter_from(FONTS[locale], window, LETTERS[locale])
    if locale not in LOOKED_AT:
        assert window.faults() == []


def _own_text(window: Window, picture: str) -> str:
    window.picture(f"language-{picture}")
    text: str = window.page.evaluate(OWN_TEXT)
    return text


def _holds_to_the_language(days: list[str], locale: str) -> None:
    """Weekday and month in its words, none in English, figures in its digits."""
    assert days
    for day in days:
        assert any(name in day for name in _weekdays(locale)), (day, _weekdays(locale))
        assert any(name in day for name in _months(locale)), (day, _months(locale))
        if locale != "en":
            assert not any(name in day for name in [*_weekdays("en"), *_months("en")]), day
        assert bool(re.search("[0-9]", day)) is (locale not in DIGITS), day
        assert bool(re.search(f"[{DIGITS.get(locale, '')}x]", day)) is (locale in DIGITS), day


def _draws_each_letter_from(font: str, window: Window, letters: str) -> None:
    below = "(letters) => document.querySelector('h1').insertAdjacentHTML('afterend', letters)"
    window.page.evaluate(below, f"<p id=letters>{letters}</p>")
    window.page.evaluate("document.fonts.ready")
    assert {place: _fonts(window.page, place) for place in ("h1", "#letters")} == {"h1": {font}, "#letters": {font}}


def _fonts(page: Page, selector: str) -> set[str]:
    """The fonts that draw the letters of an element."""
    inspector = page.context.new_cdp_session(page)
    inspector.send("DOM.enable")
    inspector.send("CSS.enable")
    root: Any = inspector.send("DOM.getDocument")["root"]["nodeId"]
    node = inspector.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = inspector.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    # A space between letters may be the system's.
    return {re.sub(r" (Variable|Thin|Regular)$", "", font["familyName"]) for font in fonts if font["isCustomFont"]} | {
        font["familyName"] for font in fonts if not font["isCustomFont"] and font["glyphCount"] > 25
    }


def test_a_language_chosen_at_the_door_is_the_accounts_on_any_device(open_window: Opener) -> None:
    """It goes along through the sign-in, is told to the account, and greets its owner on another phone."""
    door = open_window.at_the_door("interpreter", "en", width=PHONE)
    door.page.get_by_role("combobox", name="Language").select_option("ti")
    expect(door.page.locator("html")).to_have_attribute("lang", "ti")
    with door.page.expect_response(
        lambda answer: answer.request.method == "PATCH" and answer.url.endswith("/api/v1/me")
    ) as told:
        door.page.locator(".card-lead button").first.click()
    assert told.value.json()["locale"] == "ti"
    door.page.wait_for_url("**/interpreter")
    expect(door.page.locator("html")).to_have_attribute("lang", "ti")

    other = open_window("interpreter", "en", width=PHONE)
    expect(other.page.locator("html")).to_have_attribute("lang", "ti")
    # A change on one phone reaches the other by itself.
    other.page.locator("select.language").select_option("ps")
    expect(other.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(door.page.locator("html")).to_have_attribute("lang", "ps")


def test_words_of_a_language_chosen_later_are_drawn_as_if_it_had_been_there_from_the_first(open_window: Opener) -> None:
    """Seen, not asked: what was shaped before its font came may stay as empty boxes, and the font counts as loaded."""
    changed = open_window("interpreter", "en", width=PHONE)
    expect(changed.heading("Can you come?")).to_be_visible()
    changed.page.locator("select.language").select_option("ti")
    begun = open_window("interpreter", "ti", width=PHONE)
    expect(begun.heading("Can you come?")).to_be_visible()
    expect(changed.page.locator("main h1")).to_have_text(begun.words("Can you come?"))
    until(lambda: _drawn(changed) == _drawn(begun), what="the same picture of the same words")


def _drawn(window: Window) -> bytes:
    return window.page.locator("main h1").screenshot(animations="disabled")


def test_each_language_stands_in_the_switch_by_its_own_name(look_around: Opener) -> None:
    door = look_around.at_the_door("interpreter", "en", width=PHONE)
    switch = door.page.locator("select.language")
    expect(switch).to_be_visible()
    assert [label.strip() for label in switch.locator("option").all_inner_texts()] == [
        "English",
        "Français",
        "العربية",
        "فارسی",
        "دری",
        "پښتو",
        "کوردی (سۆرانی)",
        "ትግርኛ",
    ]
    assert switch.locator("optgroup").get_attribute("label") == "Not yet read by a native speaker"
    assert switch.locator("optgroup option").count() == 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_styleguide_keeps_the_rules_in_both_directions(look_around: Opener, scheme: Scheme) -> None:
    """Every component of the screens in every state, English and Arabic side by side, as the system asks: light or dark."""
    window = look_around.at_the_door("team", "en", width=1440, scheme=scheme)
    window.page.wait_for_url("**/sign-in")
    window.page.goto(window.page.url.replace("/sign-in", "/styleguide"))
    expect(window.page.locator("h1", has_text="هل تستطيع الحضور؟")).to_be_visible()
    expect(window.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
    # A style sheet that was forgotten leaves the browser's own frame round it.
    password = window.page.locator("input[type=password]").first
    expect(password).to_have_css("border-top-width", "0px")
    assert _fonts(window.page, "h2 bdi:last-of-type") == {"Noto Sans Ethiopic"}
    # Loading is one of the states shown, so nothing waits for it to end.
    window.page.screenshot(path=PICTURES / f"styleguide-{scheme}.png", full_page=True, animations="disabled")
    twice = ("landmark-unique", "region", "page-has-heading-one", "heading-order")
    assert [fault for fault in window.faults() if not fault.startswith(twice)] == []
