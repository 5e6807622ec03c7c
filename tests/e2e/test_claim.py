"""The page a claim link opens, in the words of whoever opens it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.windows import Opener


@pytest.mark.parametrize("locale", ["prs", "ps", "ckb", "ti"])
def test_an_address_that_was_not_given_is_asked_for_in_their_own_words(look_around: Opener, locale: str) -> None:
    door = look_around.at_the_door("interpreter", locale)
    origin = "/".join(door.page.url.split("/")[:3])
    door.page.goto(f"{origin}/claim#a-link")
    email = door.field("Your e-mail: codes to sign in are sent there")
    sent: list[str] = []
    door.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    door.button("Make my account").click()
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(door.page.locator("main form")).to_contain_text(door.words("Please fill this in."))
    assert door.words("Please fill this in.") != "Please fill this in."
    assert sent == []
    email.fill("a" * 300)
    expect(email).to_have_value("a" * 254)
    door.look(f"claim-{locale}-empty")
