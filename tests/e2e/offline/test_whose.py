"""Whose answers wait on a phone: nobody else's to send, and gone with who signs out."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import sign_in
from tests.e2e.mornings.friday import asked, offer_of, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import find_signal, lose_signal, lying_there, phone_of, read_by, reload
from tests.e2e.offline.sent import Sent, stored_keys
from tests.e2e.offline.test_answers import a_question, accept_path, said_yes, says_yes_unsent, unsent, user_of
from tests.e2e.windows import Window

SIGNED_OUT = "You were signed out. Sign in to go on."


def session_ends(window: Window) -> None:
    window.page.context.clear_cookies(name="sessionid")


def test_what_waits_when_the_session_ends_is_sent_once_the_same_person_is_back(seat: Seats) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    read_by(window, shirin)
    lose_signal(window)
    says_yes_unsent(window)
    session_ends(window)
    find_signal(window)
    expect(window.page.get_by_text(SIGNED_OUT)).to_be_visible()
    assert stored_keys(user_of(shirin)) == []
    sign_in(window, user_of(shirin))
    reload(window)
    expect(said_yes(window)).to_be_visible()
    assert (offer_of(shift, shirin).state, stored_keys(user_of(shirin))) == (
        "accepted",
        sent.keys[accept_path(offer_of(shift, shirin))][-1:],
    )


def test_somebody_else_neither_sees_nor_sends_what_waits(seat: Seats) -> None:
    friday, shift, shirin = a_question()
    nasrin = someone("Nasrin")
    asked(shift, nasrin, by=friday.coordinator)
    window = phone_of(seat, shirin)
    sent = Sent().listen(window)
    read_by(window, shirin)
    lose_signal(window)
    says_yes_unsent(window)
    sign_in(window, user_of(nasrin))
    find_signal(window)
    expect(unsent(window)).to_have_count(0)
    reload(window)
    expect(window.page.get_by_role("button", name="No, I can’t")).to_be_visible()
    expect(unsent(window)).to_have_count(0)
    # Hers goes; his does not go with it.
    window.page.get_by_role("button", name="No, I can’t").click()
    expect(window.page.locator(".offer-receipt")).to_be_visible()
    assert list(sent.posts) == [f"/offers/{offer_of(shift, nasrin).pk}/decline"]
    sign_in(window, user_of(shirin))
    reload(window)
    expect(said_yes(window)).to_be_visible()
    assert sent.posts[accept_path(offer_of(shift, shirin))] == 1


def warning(window: Window) -> Locator:
    return window.page.get_by_role("alert").filter(has=window.button("Sign out all the same"))


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_signing_out_warns_of_what_is_not_sent_and_clears_the_phone(seat: Seats, locale: str, width: int) -> None:
    _, shift, shirin = a_question()
    window = phone_of(seat, shirin, locale=locale, width=width)
    sent = Sent().listen(window)
    read_by(window, shirin)
    window.line.cut_off()
    window.page.route("**/offers/*/accept", lambda route: route.abort())
    says_yes_unsent(window)
    window.button("Sign out").click()
    expect(warning(window)).to_be_visible()
    window.look(f"offline-sign-out-{locale}-{width}")
    window.button("Stay signed in").click()
    expect(warning(window)).to_have_count(0)
    window.button("Sign out").click()
    window.button("Sign out all the same").click()
    window.page.wait_for_url("**/sign-in")
    expect(window.heading("Sign in")).to_be_visible()
    found = lying_there(window)
    assert [one for one in found["shelves"] if any(one)] == []
    assert [url for url in found["caches"] if "/api/" in url] == []
    window.page.unroute("**/offers/*/accept")
    sent.keys.clear()
    sign_in(window, user_of(shirin))
    window.page.goto(window.page.url.replace("/sign-in", "/interpreter"))
    expect(window.button("Yes, I can come (we confirm the day)")).to_be_visible()
    expect(unsent(window)).to_have_count(0)
    assert (offer_of(shift, shirin).state, sent.posts) == ("asked", {})


@pytest.mark.parametrize("waits", [False, True], ids=["nothing", "an answer waits"])
def test_signing_out_without_a_signal_says_that_it_did_not_happen(seat: Seats, waits: bool) -> None:
    _, _, shirin = a_question()
    window = phone_of(seat, shirin)
    lose_signal(window)
    if waits:
        says_yes_unsent(window)
    window.button("Sign out").click()
    expect(window.page.get_by_role("alert")).to_contain_text("There is no connection.")
    expect(window.button("Sign out")).to_be_visible()
