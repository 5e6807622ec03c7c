"""The look for names that are flung to the other side of the page finds them, and nothing else."""

import pytest
from playwright.sync_api import expect

from tests.e2e.directions import lines_of_names
from tests.e2e.putting import put
from tests.e2e.windows import Opener
from tests.e2e.words import LOCALES

IN_THEIR_LINE = (
    "<div class='stack'><bdi dir='auto'>Amal</bdi></div>",
    "<ul class='card'><li dir='auto'>Amal</li></ul>",
    "<div class='row' style='flex-direction: column; align-items: stretch'><bdi dir='auto'>Amal</bdi></div>",
)
FLUNG = (
    "<div class='stack'><bdi dir='auto' style='text-align: start'>Amal</bdi></div>",
    "<p dir='auto'>Amal</p>",
    "<div class='stack'><a href='/' class='tall-link' dir='auto'>Amal</a></div>",
)


@pytest.mark.parametrize("locale", LOCALES)
def test_names_in_another_script_start_where_the_line_starts(look_around: Opener, locale: str) -> None:
    door = look_around.at_the_door("team", locale)
    expect(door.page.locator(".card-lead button").first).to_be_visible()
    for html in IN_THEIR_LINE:
        put(door.page, html)
    assert lines_of_names(door.page) == {"looked_at": len(IN_THEIR_LINE), "flung": []}
    for html in FLUNG:
        put(door.page, html)
    assert len(lines_of_names(door.page)["flung"]) == len(FLUNG)
