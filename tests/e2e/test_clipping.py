"""The look for text that is cut off finds it, and nothing else."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.clipping import cut_off
from tests.e2e.putting import put
from tests.e2e.windows import Opener

LONG = "Somebody else has this place by now"
NARROW = "inline-size: 6rem; white-space: nowrap;"


@pytest.fixture
def page(look_around: Opener) -> Page:
    door = look_around.at_the_door("team")
    expect(door.page.locator(".card-lead button").first).to_be_visible()
    return door.page


@pytest.mark.parametrize(
    "html",
    [
        f"<p style='{NARROW} overflow: hidden'>{LONG}</p>",
        f"<p style='{NARROW} overflow: hidden; text-overflow: ellipsis'>{LONG}</p>",
        f"<div style='inline-size: 6rem; overflow: hidden'><p style='white-space: nowrap'>{LONG}</p></div>",
        f"<p style='inline-size: 6rem; block-size: 1.5em; overflow: hidden'>{LONG}</p>",
        f"<p dir='rtl' style='{NARROW} overflow: clip'>{LONG}</p>",
    ],
    ids=["hidden", "three dots", "by what it stands in", "below", "right to left"],
)
def test_text_that_is_cut_off_is_found(page: Page, html: str) -> None:
    assert cut_off(page) == []
    put(page, html)
    (found,) = cut_off(page)
    assert LONG in found


@pytest.mark.parametrize(
    "html",
    [
        f"<p style='{NARROW}'>{LONG}</p>",
        f"<p style='inline-size: 6rem; overflow: hidden'>{LONG}</p>",
        f"<p style='{NARROW} overflow-x: auto'>{LONG}</p>",
        f"<span class='visually-hidden'>{LONG}</span>",
        f"<details><summary>More</summary><p style='{NARROW} overflow: hidden'>{LONG}</p></details>",
    ],
    ids=["runs over", "is wrapped", "can be scrolled to", "is for screen readers", "is folded away"],
)
def test_text_that_can_be_read_is_not(page: Page, html: str) -> None:
    put(page, html)
    assert cut_off(page) == []
