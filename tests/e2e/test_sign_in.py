"""The way in that everybody has: a code from an e-mail, or a password, typed in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from passerelle.demo.people import DEMO_PASSWORD
from passerelle.demo.world.cast import mail
from tests.e2e.windows import Opener
from tests.e2e.words import LOCALES
from tests.support.server import Server
from tests.support.waiting import until

OVER = "That code is not good any more. Let us send you a new one."
CODE = re.compile(r"^(?:[A-Z0-9]{3,4}-[A-Z0-9]{3,4}|\d{6})$", re.MULTILINE)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_wrong_password_is_said_and_the_right_one_leads_to_her_own_desk(open_window: Opener, locale: str) -> None:
    window = open_window.at_the_door("interpreter", locale)
    window.button("Use a password instead").click()
    window.field("E-mail").fill(mail("shirin"))
    window.field("Password").fill("not this one")
    window.button("Sign in").click()
    expect(window.field("Password")).to_have_attribute("aria-invalid", "true")
    expect(window.button("Show what I type")).to_have_count(1)
    expect(window.field("E-mail")).to_have_value(mail("shirin"))
    window.look(f"sign-in-{locale}-refused")
    window.field("Password").fill(DEMO_PASSWORD)
    window.button("Sign in").click()
    window.page.wait_for_url("**/interpreter")
    expect(window.page.locator("main h1").first).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_who_tried_too_often_reads_why_and_goes_on_by_a_code(open_window: Opener, locale: str) -> None:
    window = open_window.at_the_door("interpreter", locale)
    window.button("Use a password instead").click()
    window.field("E-mail").fill(f"nobody.{locale}@example.invalid")
    too_often = window.page.get_by_role("alert")
    for _ in range(6):
        window.field("Password").fill("not this one")
        with window.page.expect_response("**/auth/login"):
            window.button("Sign in").click()
    expect(too_often).to_have_count(1)
    assert window.button("Send me a code instead").is_enabled()
    window.look(f"sign-in-{locale}-too-often")
    window.button("Send me a code instead").click()
    expect(window.field("E-mail")).to_have_value(f"nobody.{locale}@example.invalid")
    window.button("Send me a code").click()
    expect(window.field("Code from the e-mail")).to_be_visible()


def test_a_code_from_an_e_mail_leads_in_and_a_wrong_one_does_not(open_window: Opener, asgi_server: Server) -> None:
    window = open_window.at_the_door("interpreter")
    written = asgi_server.log.stat().st_size
    window.field("E-mail").fill(mail("shirin"))
    window.button("Send me a code").click()
    expect(window.field("Code from the e-mail")).to_be_visible()
    (code,) = until(
        lambda: CODE.findall(asgi_server.log.read_text()[written:].replace("\r", "")), what="the mail with the code"
    )
    window.field("Code from the e-mail").fill("000000")
    window.button("Sign in").click()
    expect(window.field("Code from the e-mail")).to_have_attribute("aria-invalid", "true")
    window.field("Code from the e-mail").fill(f" {code} ")
    window.button("Sign in").click()
    window.page.wait_for_url("**/interpreter")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_code_that_was_wrong_too_often_is_said_to_be_over_and_another_is_asked_for(open_window: Opener, locale: str) -> None:
    window = open_window.at_the_door("interpreter", locale)
    window.field("E-mail").fill(f"wrong.{locale}@example.invalid")
    window.button("Send me a code").click()
    for _ in range(4):
        window.field("Code from the e-mail").fill("000000")
        with window.page.expect_response("**/auth/code/confirm"):
            window.button("Sign in").click()
    expect(window.page.locator("form .note")).to_have_text(window.words(OVER))
    window.look(f"sign-in-{locale}-over")
    expect(window.field("E-mail")).to_have_value(f"wrong.{locale}@example.invalid")
    window.button("Send me a code").click()
    expect(window.field("Code from the e-mail")).to_be_visible()
