"""Where no socket gets through, what changes elsewhere still shows; a socket is taken when one comes."""

from playwright.sync_api import expect

from tests.e2e.test_reading_once import answers_elsewhere
from tests.e2e.windows import Opener, loaded_once
from tests.support.waiting import until


def test_a_change_made_elsewhere_shows_without_a_socket(open_window: Opener) -> None:
    interpreter = open_window.at_the_door("interpreter")
    interpreter.line.blocked = True
    interpreter.page.locator(".card-lead button").first.click()
    interpreter.page.wait_for_url("**/interpreter")
    asked = interpreter.button("No, I can’t")
    expect(asked.first).to_be_visible()
    before = asked.count()
    note = interpreter.page.get_by_text(
        interpreter.words("No live connection. What you see may be out of date; we keep trying.")
    )
    expect(note).to_be_visible()
    expect(note).to_have_count(0)
    with loaded_once(interpreter):
        answers_elsewhere()
        expect(asked).to_have_count(before - 1)
        assert interpreter.line.heard == []
        interpreter.line.blocked = False
        until(lambda: interpreter.page.evaluate("true") and interpreter.line.heard, what="a socket that gets through")
        answers_elsewhere()
        expect(asked).to_have_count(before - 2)
        expect(note).to_have_count(0)
