"""A session ended from another device: there the sign-in stands in the screen's place at once, here nothing else changes."""

import re

import pytest
from playwright.sync_api import Locator, expect

from passerelle.accounts.models import SignIn, User
from tests.e2e.mornings.friday import a_friday, someone
from tests.e2e.mornings.seats import Desk, Seats
from tests.e2e.windows import Window, loaded_once
from tests.e2e.words import Words

AT = {"partner": "/partner/devices", "interpreter": "/interpreter/devices", "team": "/team/devices"}


def whose(desk: Desk) -> User:
    friday = a_friday()
    if desk == "interpreter":
        user = someone("Shirin").user
        assert user is not None
        return user
    return User.objects.get(pk=str((friday.partner if desk == "partner" else friday.coordinator).user_id))


def devices(window: Window) -> Locator:
    return window.page.locator(".device")


def sign_out_there(window: Window) -> Locator:
    return window.page.get_by_role("button", name=re.compile(f"^{re.escape(window.words('Sign out there'))}"))


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize(("desk", "width"), [("partner", 360), ("interpreter", 360), ("team", 1440)])
def test_a_device_is_signed_out_from_another_one(seat: Seats, desk: Desk, width: int, locale: str) -> None:
    user = whose(desk)
    lost = seat(user, desk, f"/{desk}", locale=locale)
    here = seat(user, desk, AT[desk], locale=locale, width=width)
    expect(devices(here)).to_have_count(2)
    expect(devices(here).first).to_contain_text("Chrome · Linux")
    expect(devices(here).filter(has_text=here.words("This device"))).to_have_count(1)
    here.look(f"devices-{locale}-{width}-{desk}")
    with loaded_once(here, lost):
        sign_out_there(here).click()
        expect(devices(here)).to_have_count(1)
        expect(sign_out_there(here)).to_have_count(0)
        expect(lost.button("Use a password instead")).to_be_visible()
    expect(here.heading("My devices")).to_be_visible()
    assert SignIn.objects.filter(user=user).count() == 1
    lost.look(f"devices-{locale}-{desk}-signed-out")


def test_all_other_devices_are_signed_out_at_once(seat: Seats) -> None:
    user = whose("partner")
    others = [seat(user, "partner", "/partner") for _ in range(2)]
    here = seat(user, "partner", AT["partner"])
    expect(devices(here)).to_have_count(3)
    with loaded_once(here, *others):
        here.button("Sign out everywhere else").click()
        expect(devices(here)).to_have_count(1)
        for other in others:
            expect(other.button("Use a password instead")).to_be_visible()
    expect(here.button("Sign out everywhere else")).to_have_count(0)


def test_its_words_come_with_the_screen_in_whichever_language_is_spoken(seat: Seats) -> None:
    here = seat(whose("interpreter"), "interpreter", "/interpreter/me")
    words = re.compile(r"/assets/devices-[^/]*\.js$")
    here.page.route(words, lambda route: route.abort())
    here.go("My devices")
    expect(here.page.get_by_text("There is no connection. Try again when you are back.")).to_be_visible()
    here.page.unroute(words)
    with loaded_once(here):
        here.button("Try again").click()
        expect(devices(here)).to_contain_text("This device")
        here.page.locator("select.language").select_option("ps")
        expect(devices(here)).to_contain_text(Words("ps")("This device"))
