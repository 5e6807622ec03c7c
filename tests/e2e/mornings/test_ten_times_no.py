"""Morning 10: an interpreter who declined ten times is ranked as before."""

from playwright.sync_api import expect

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services import answers
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.friday import Friday, a_friday, a_session, asked, now, offer_of, place_of, someone
from tests.e2e.mornings.seats import Seats, sheet
from tests.e2e.windows import Window
from tests.factories.people import acting

NO = 10


def the_list(team: Window, shift: Shift) -> list[str]:
    """Who fits, from above, each with what speaks for and against them, as it is read."""
    fits = sheet(team, shift).get_by_role("region", name=team.words("Fits"))
    expect(fits).to_be_visible()
    return fits.locator("li.asked").all_inner_texts()


def says_no(shift: Shift, who: Interpreter) -> None:
    answers.decline_offer(offer_id=offer_of(shift, who).id, now=now(), actor=acting(who))


def declines(friday: Friday, who: Interpreter, times: int) -> None:
    """Asked for one place after another, and no each time, by herself."""
    for hour in range(8, 8 + times):
        shift = place_of(a_session(friday, hour))
        asked(shift, who, by=friday.coordinator)
        says_no(shift, who)


def test_who_declined_ten_times_stands_where_she_stood(seat: Seats) -> None:
    friday, others = a_friday(), a_friday_of_its_own()
    shift = place_of(a_session(friday))
    first = someone("Amira")
    for name in ("Laila", "Mina"):
        someone(name)
    team = seat.board(friday.coordinator, friday)
    before = the_list(team, shift)
    assert [line.splitlines()[0] for line in before] == ["Amira", "Laila", "Mina"]
    declines(others, first, NO)
    assert Offer.objects.filter(interpreter=first, state="declined").count() == NO
    team.page.reload()
    assert the_list(team, shift) == before


def test_her_no_is_nowhere_to_be_read_of_her(seat: Seats) -> None:
    """Neither on her page nor in the list of people: a history of declines is never shown per person."""
    others = a_friday_of_its_own()
    her, shift = someone("Amira"), place_of(a_session(others))
    asked(shift, her, by=others.coordinator)
    team = seat(others.coordinator, "team", f"/team/people/{her.id}")
    before = all_of(team)
    says_no(shift, her)
    team.page.reload()
    assert all_of(team) == before


def all_of(team: Window) -> str:
    """Every word of the page, once everything it fetches is there."""
    expect(team.page.locator("h1")).to_be_visible()
    team.page.wait_for_load_state("networkidle")
    expect(team.page.locator(".skeleton")).to_have_count(0)
    return team.page.locator("main").inner_text()


def a_friday_of_its_own() -> Friday:
    """Far enough from the other day for neither to count in the other's load."""
    return a_friday(76)
