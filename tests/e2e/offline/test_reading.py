"""Without a signal, after a reload: the card of the day, my Fridays and what I am asked; and what a lost phone tells."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session, Shift
from passerelle.interpreters.models import Interpreter
from tests.e2e.desk import sign_in
from tests.e2e.mornings.friday import ZONE, Friday, a_friday, a_session, asked, confirm, place_of, says_yes, someone
from tests.e2e.mornings.seats import Seats
from tests.e2e.offline.phone import find_signal, lose_signal, lying_there, phone_of, read_by, reload, shelves, written_down
from tests.e2e.windows import Window

YES = "Yes, I can come (we confirm the day)"
AGE = "No connection. This is how it was on {when}."
FROM_THE_EVENING = "The exact place is kept on this phone from the evening before."
INES = "+33 6 12 34 56 78"


def booked(days: int = 13) -> tuple[Friday, Session, Interpreter]:
    """A confirmed place of Shirin's, and another that she is asked about."""
    friday, shirin = a_friday(days), someone("Shirin")
    session = a_session(friday, 11, contact_phone=INES)
    says_yes(place_of(session), shirin, by=friday.coordinator)
    confirm(friday)
    asked(place_of(a_session(friday, 16)), shirin, by=friday.coordinator)
    return friday, session, shirin


def at(window: Window, moment: datetime) -> None:
    """Set the phone's clock."""
    window.page.clock.set_fixed_time(moment)


def clock_at(friday: Friday, days: int, hour: int) -> datetime:
    """So many days from the Friday, at that hour of the place."""
    return datetime.combine(friday.day + timedelta(days=days), datetime.min.time(), ZONE) + timedelta(hours=hour)


def opened_at(window: Window, moment: datetime) -> Locator:
    """The card, on a phone without a signal that is taken out of the pocket then."""
    lose_signal(window)
    at(window, moment)
    reload(window)
    card = window.page.locator(".pass")
    expect(card.get_by_text(window.words("Confirmed"))).to_be_visible()
    return card


def read_at(window: Window, moment: datetime, text: str) -> None:
    """With a signal, until ``text`` is on the phone."""
    find_signal(window)
    at(window, moment)
    reload(window)
    written_down(window, text)


def where_of(card: Locator) -> Locator:
    return card.locator(".pass-facts dd").first


def shows_where_and_who(card: Locator, session: Session) -> None:
    site = session.group.site
    expect(where_of(card)).to_have_text(f"{site.name} {site.address}", use_inner_text=True)
    call = card.locator("a.pass-call")
    expect(call).to_contain_text(session.contact_name)
    expect(call).to_contain_text(INES)
    expect(call).to_have_attribute("href", f"tel:{INES.replace(' ', '')}")


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_what_is_booked_and_asked_is_read_without_a_signal_after_a_reload(seat: Seats, locale: str, width: int) -> None:
    _, _, shirin = booked()
    window = phone_of(seat, shirin, locale=locale, width=width)
    read_by(window, shirin)
    lose_signal(window)
    reload(window)
    expect(window.page.locator(".pass").get_by_text(window.words("Confirmed"))).to_be_visible()
    expect(window.button(YES)).to_be_visible()
    expect(window.page.get_by_text(window.words.like(AGE))).to_be_visible()
    expect(window.page.locator(".shell-line")).to_be_attached()
    expect(window.page.locator(".shell-line")).to_be_hidden()  # one says it
    window.look(f"offline-card-{locale}-{width}")
    window.go("My Fridays")
    expect(window.page.get_by_text(window.words.like(AGE))).to_be_visible()
    expect(window.page.get_by_role("article").first).to_be_visible()
    find_signal(window)
    expect(window.page.get_by_text(window.words.like(AGE))).to_have_count(0)


def test_the_product_can_be_installed(seat: Seats) -> None:
    _, _, shirin = booked()
    window = phone_of(seat, shirin)
    devtools = window.page.context.new_cdp_session(window.page)
    devtools.send("Page.enable")
    found = devtools.send("Page.getAppManifest")
    assert (found["errors"], found["manifest"]["startUrl"].split("/", 3)[3]) == ([], "interpreter")
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_the_exact_place_lies_on_the_phone_from_the_evening_before_to_the_end_of_the_day(seat: Seats) -> None:
    friday, session, shirin = booked()
    place, contact = session.group.site.address, session.contact_name
    window = phone_of(seat, shirin)
    # It is shown, as there is a signal, and not written down.
    expect(window.page.locator(".pass").get_by_text(place)).to_be_visible()
    read_by(window, shirin)
    assert place not in shelves(window)
    assert contact not in shelves(window)
    at(window, clock_at(friday, -1, 18))
    reload(window)
    written_down(window, place)
    shows_where_and_who(opened_at(window, clock_at(friday, 0, 9)), session)
    window.look("offline-today")
    # When it is over, no card is shown; it lies there still.
    at(window, clock_at(friday, 0, 23))
    reload(window)
    expect(window.page.locator(".pass")).to_have_count(0)
    assert place in shelves(window)
    at(window, clock_at(friday, 1, 0))
    reload(window)
    assert place not in shelves(window)
    assert contact not in shelves(window)


def test_the_card_says_the_area_until_it_was_read_on_the_evening_before(seat: Seats) -> None:
    friday, session, shirin = booked()
    window = phone_of(seat, shirin, locale="ar")
    read_by(window, shirin)
    for moment in (clock_at(friday, -1, 16), clock_at(friday, -1, 18), clock_at(friday, 0, 9)):
        card = opened_at(window, moment)
        expect(where_of(card)).to_have_text(session.group.site.area)
        expect(card.get_by_text(window.words(FROM_THE_EVENING))).to_be_visible()
        expect(card.locator("a.pass-call")).to_have_count(0)
    read_at(window, clock_at(friday, -1, 17), session.group.site.address)
    card = opened_at(window, clock_at(friday, -1, 18))
    shows_where_and_who(card, session)
    expect(card.get_by_text(window.words(FROM_THE_EVENING))).to_have_count(0)
    window.look("offline-evening")


def test_signing_out_leaves_nothing_of_a_person_on_the_phone(seat: Seats) -> None:
    _, _, shirin = booked()
    window = phone_of(seat, shirin)
    read_by(window, shirin)
    window.button("Sign out").click()
    window.page.wait_for_url("**/sign-in")
    expect(window.heading("Sign in")).to_be_visible()
    found = lying_there(window)
    assert [one for one in found["shelves"] if any(one)] == []
    assert [url for url in found["caches"] if "/api/" in url] == []
    # That somebody left, and not who, keeps a draft that was on its way from being written after them.
    assert set(found["local"]) <= {"passerelle.locale", "passerelle.left"}
    lose_signal(window)
    window.page.goto(window.page.url.replace("/sign-in", "/interpreter"))
    expect(window.page.get_by_text("There is no connection")).to_be_visible()
    expect(window.page.locator(".pass")).to_have_count(0)


def test_somebody_else_who_signs_in_sees_and_keeps_nothing_of_who_was_here(seat: Seats) -> None:
    friday, _, shirin = booked()
    window = phone_of(seat, shirin)
    read_by(window, shirin)
    nasrin = someone("Nasrin")
    asked(Shift.objects.get(session__visit=friday.visit, state="open"), nasrin, by=friday.coordinator)
    assert nasrin.user is not None
    sign_in(window, nasrin.user)
    reload(window)
    expect(window.button(YES)).to_be_visible()
    expect(window.page.locator(".pass")).to_have_count(0)
    written_down(window, str(nasrin.user.pk))
    assert str(shirin.user_id) not in shelves(window)
    lose_signal(window)
    reload(window)
    expect(window.page.locator(".pass")).to_have_count(0)
