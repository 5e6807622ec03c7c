"""Without a connection each thing says what became of it: what was read, done with one tap, or typed."""

import pytest
from playwright.sync_api import expect

from passerelle.bookings.models import Offer
from tests.e2e.windows import Opener
from tests.e2e.words import LOCALES

NOT_SENT = "There is no connection. We cannot say whether this was sent; try again when you are back."
KEPT = "There is no connection. What you typed is kept; try again when you are back."


@pytest.mark.parametrize("locale", LOCALES)
def test_one_tap_that_does_not_go_out_does_not_say_that_anything_was_kept(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    no = interpreter.button("No, I can’t").first
    expect(no).to_be_visible()
    before = sorted(Offer.objects.values_list("pk", "state"))
    interpreter.page.context.set_offline(True)
    no.click()
    expect(interpreter.page.get_by_role("alert")).to_have_text(interpreter.words(NOT_SENT))
    interpreter.look(f"interpreter-{locale}-not-sent", whole=False)
    assert sorted(Offer.objects.values_list("pk", "state")) == before


@pytest.mark.parametrize("locale", LOCALES)
def test_a_form_that_does_not_go_out_says_that_it_is_kept(open_window: Opener, locale: str) -> None:
    interpreter = open_window("interpreter", locale)
    interpreter.go("About me")
    interpreter.field("Sessions a day").select_option("1")
    interpreter.page.context.set_offline(True)
    interpreter.button("Save").click()
    expect(interpreter.page.get_by_role("alert")).to_have_text(interpreter.words(KEPT))
    expect(interpreter.field("Sessions a day")).to_have_value("1")
