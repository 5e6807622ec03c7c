"""Without a connection each thing says what became of it: what was read, done with one tap, or typed."""

import pytest
from playwright.sync_api import expect

from passerelle.demo.world.cast import mail
from passerelle.interpreters.models import NotPaired
from tests.e2e.windows import Opener
from tests.e2e.words import LOCALES

NOT_SENT = "There is no connection. We cannot say whether this was sent; try again when you are back."
KEPT = "There is no connection. What you typed is kept; try again when you are back."


@pytest.mark.parametrize("locale", LOCALES)
def test_one_tap_that_does_not_go_out_does_not_say_that_anything_was_kept(open_window: Opener, locale: str) -> None:
    """One that the phone does not keep until there is a signal: answers and free days it does (``tests/e2e/offline``)."""
    interpreter = open_window("interpreter", locale)
    interpreter.go("About me")
    interpreter.choose("Not with", "Women’s art table")
    interpreter.button("Do not ask me for it").click()
    again = interpreter.button("Allow again")
    expect(again).to_be_visible()
    interpreter.page.context.set_offline(True)
    again.click()
    expect(interpreter.page.get_by_role("alert")).to_have_text(interpreter.words(NOT_SENT))
    interpreter.look(f"interpreter-{locale}-not-sent", whole=False)
    assert NotPaired.objects.filter(interpreter__user__email=mail("shirin")).exists()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_form_that_does_not_go_out_says_that_it_is_kept(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    interpreter.go("About me")
    interpreter.field("Sessions a day").select_option("1")
    interpreter.page.context.set_offline(True)
    interpreter.button("Save").click()
    expect(interpreter.page.get_by_role("alert")).to_have_text(interpreter.words(KEPT))
    expect(interpreter.field("Sessions a day")).to_have_value("1")
