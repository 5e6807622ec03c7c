"""The windows themselves notice what they are there to notice."""

from tests.e2e.putting import put
from tests.e2e.windows import Opener


def test_what_a_page_throws_fails_its_test(look_around: Opener) -> None:
    door = look_around.at_the_door("team")
    with door.page.expect_event("pageerror"):
        door.page.evaluate("setTimeout(() => { throw new Error('broken') })")
    assert look_around.errors() == ["broken"]
    door.errors.clear()


def test_a_page_that_scrolls_sideways_is_told_with_what_stands_out(look_around: Opener) -> None:
    door = look_around.at_the_door("team")
    put(door.page, "<p style='width: 900px'>Too wide</p>", "body")
    (fault,) = [fault for fault in door.faults() if "sideways" in fault]
    assert "Too wide" in fault
