"""Morning 3: on the eve the Dari interpreter withdraws; the first on standby is asked, and her yes is confirmed at once.

Which hour of the eve it is here, the clock of the machine says: nobody is asked later for being asked late.
"""

from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Shift
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.friday import (
    Friday,
    a_friday,
    a_session,
    confirm,
    offer_of,
    place_of,
    says_yes,
    someone,
    stands_by,
    state_of,
)
from tests.e2e.mornings.seats import Seats, place, sheet
from tests.e2e.windows import Window, loaded_once

YES = "Yes, I can come (we confirm the day)"


def the_eve() -> tuple[Friday, Shift, list[Interpreter]]:
    """Tomorrow is confirmed with Shirin; Nasrin, then Zarmina stand by."""
    friday = a_friday(1)
    shift = place_of(a_session(friday, 20))
    people = [someone(name) for name in ("Shirin", "Nasrin", "Zarmina")]
    shirin, *reserves = people
    says_yes(shift, shirin, by=friday.coordinator)
    for reserve in reserves:
        stands_by(shift, reserve, by=friday.coordinator)
    confirm(friday)
    return friday, shift, people


def session_card(partner: Window) -> Locator:
    return partner.page.get_by_role("article")


def withdraw(window: Window) -> None:
    ticket = window.page.locator(".pass")
    ticket.get_by_role("button", name=window.words("I can’t come after all")).click()
    ticket.get_by_role("button", name=window.words("Yes, tell the team")).click()
    expect(window.page.locator(".offer-receipt .status")).to_have_text(window.words("You can’t come after all"))


def finding_cover(partner: Window, team: Window, shift: Shift) -> None:
    """The partner reads it without a name; the board says whom it is kept for, and how long there is still."""
    expect(session_card(partner).locator(".status")).to_have_text(partner.words("Confirmed, finding cover"))
    expect(session_card(partner)).not_to_contain_text("Shirin")
    open_place = place(team, shift)
    expect(open_place).to_have_attribute("data-state", "open")
    expect(open_place.locator(".time-left")).to_have_text(team.words.counted("# hour left", "# hours left"))
    kept = team.words.like("Kept for the first on standby until {promised}")
    expect(sheet(team, shift).get_by_text(kept)).to_be_visible()


def is_asked_first(window: Window) -> Locator:
    """The question, with its deadline."""
    question = window.page.locator("article.card").filter(has=window.status("Can you come?"))
    expect(question.locator(".offer-deadline")).to_have_text(window.words.like("Please answer by {by}."))
    return question


def test_the_first_on_standby_is_asked_and_her_yes_is_confirmed_at_once(seat: Seats) -> None:
    friday, shift, (shirin, nasrin, zarmina) = the_eve()
    hers, first, second = seat.interpreter(shirin), seat.interpreter(nasrin, locale="fa"), seat.interpreter(zarmina)
    partner, team = seat(friday.partner, "partner", locale="fr"), seat.board(friday.coordinator, friday)
    with loaded_once(hers, first, second, partner, team):
        expect(session_card(partner)).to_contain_text("Shirin")
        expect(place(team, shift).locator(".time-left")).to_have_count(0)
        withdraw(hers)
        question = is_asked_first(first)
        finding_cover(partner, team, shift)
        expect(second.page.locator("article.card")).to_have_count(0)  # nobody else is asked meanwhile
        question.get_by_role("button", name=first.words(YES)).click()
        expect(first.page.locator(".offer-receipt .status")).to_have_text(first.words("Confirmed"))
        expect(session_card(partner).locator(".status")).to_have_text(partner.words("Confirmed"))
        expect(session_card(partner)).to_contain_text("Nasrin")
        expect(place(team, shift)).to_have_attribute("data-state", "confirmed")
        expect(place(team, shift)).to_contain_text("Nasrin")
    assert [state_of(offer_of(shift, who)) for who in (shirin, nasrin, zarmina)] == ["withdrawn", "accepted", "reserve"]


def test_a_first_refusal_that_is_refused_goes_on_to_the_next(seat: Seats) -> None:
    friday, shift, (shirin, nasrin, zarmina) = the_eve()
    first, second = seat.interpreter(nasrin), seat.interpreter(zarmina)
    withdraw(seat.interpreter(shirin))
    with loaded_once(first, second):
        is_asked_first(first).get_by_role("button", name=first.words("No, I can’t")).click()
        is_asked_first(second).get_by_role("button", name=second.words(YES)).click()
        expect(second.page.locator(".offer-receipt .status")).to_have_text(second.words("Confirmed"))
    shift.refresh_from_db()
    assert (shift.state, shift.holder) == ("confirmed", zarmina)
    assert friday.visit.state == "confirmed"
