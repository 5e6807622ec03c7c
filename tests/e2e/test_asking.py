"""The team asks: one, several, or all who fit; and by when they are to answer."""

from playwright.sync_api import expect

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.services import answers
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.friday import a_friday, a_session, asked, now, offer_of, place_of, someone
from tests.e2e.mornings.seats import Seats, sheet
from tests.factories.people import acting


def _states(shift: Shift) -> dict[str, str]:
    return dict(Offer.objects.filter(shift=shift).values_list("interpreter__first_name", "state"))


def _said_no(shift: Shift, person: Interpreter) -> None:
    answers.decline_offer(offer_id=offer_of(shift, person).id, now=now(), actor=acting(person))


def test_all_who_fit_are_asked_though_one_of_them_said_no(seat: Seats) -> None:
    friday = a_friday()
    shift = place_of(a_session(friday))
    shirin, *_others = (someone(name) for name in ("Shirin", "Nasrin", "Zarmina"))
    asked(shift, shirin, by=friday.coordinator)
    _said_no(shift, shirin)
    team = seat.board(friday.coordinator, friday)
    fits = sheet(team, shift).get_by_role("region", name=team.words("Fits"))
    expect(fits.get_by_role("checkbox")).to_have_count(2)
    expect(fits).not_to_contain_text("Shirin")
    hers = sheet(team, shift).locator("li.asked").filter(has_text="Shirin")
    expect(hers.get_by_role("button", name=team.words("Said yes by phone"))).to_have_count(1)
    team.button("Ask all who fit").click()
    expect(sheet(team, shift).locator("li.asked").filter(has=team.status("Asked"))).to_have_count(2)
    assert _states(shift) == {"Shirin": "declined", "Nasrin": "asked", "Zarmina": "asked"}


def test_nobody_is_asked_without_a_deadline_while_one_is_half_typed(seat: Seats) -> None:
    friday = a_friday()
    shift = place_of(a_session(friday))
    someone("Shirin")
    someone("Nasrin")
    team = seat.board(friday.coordinator, friday)
    found = sheet(team, shift)
    found.get_by_role("combobox", name=team.words("Answer by")).select_option("own")
    team.button("Ask all who fit").click()
    own = found.get_by_label(team.words("Day and time"), exact=True)
    expect(own).to_be_focused()
    expect(found).to_contain_text(team.words("Choose a day and a time, or “No deadline”."))
    team.look("asking-without-a-time")
    assert _states(shift) == {}
    own.fill(f"{friday.day.isoformat()}T08:00")
    team.button("Ask all who fit").click()
    expect(found.locator("li.asked").filter(has=team.status("Asked"))).to_have_count(2)
    assert Offer.objects.filter(shift=shift, answer_by__isnull=True).count() == 0
