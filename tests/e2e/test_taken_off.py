"""Taking somebody off a place: what follows is said before it is done, and only the second tap does it."""

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Shift
from tests.e2e.mornings.friday import a_friday, a_session, offer_of, place_of, says_yes, someone, stands_by, state_of
from tests.e2e.mornings.seats import Seats, sheet
from tests.e2e.windows import Window
from tests.e2e.words import LOCALES

TOLD = "<0>{name}</0> is told that they are not needed this time."
TOLD_AND_NEXT = "<0>{name}</0> is told that they are not needed this time. The first on standby is asked."
SAID_SO = "You record that <0>{name}</0> told you so. The place is free again, and the first on standby is asked."


def _person(team: Window, shift: Shift, name: str) -> Locator:
    return sheet(team, shift).locator("li.asked").filter(has_text=name)


def _tap(team: Window, person: Locator, english: str) -> None:
    person.get_by_role("button", name=team.words(english), exact=True).click()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_follows_is_said_before_somebody_is_taken_off(seat: Seats, locale: str) -> None:
    friday = a_friday()
    shift = place_of(a_session(friday))
    shirin, nasrin, zarmina = (someone(name) for name in ("Shirin", "Nasrin", "Zarmina"))
    says_yes(shift, shirin, by=friday.coordinator)
    for reserve in (nasrin, zarmina):
        stands_by(shift, reserve, by=friday.coordinator)
    team = seat.board(friday.coordinator, friday, locale=locale)
    for name, english, words in (
        ("Shirin", "Not needed", TOLD_AND_NEXT),
        ("Zarmina", "Not needed", TOLD),
        ("Shirin", "Can’t come after all", SAID_SO),
    ):
        person = _person(team, shift, name)
        _tap(team, person, english)
        expect(person.locator(".note p")).to_have_text(team.words.like(words))
        team.picture(f"team-{locale}-taken-off", whole=False)
        _tap(team, person, "Not now")
        expect(person.locator(".note")).to_have_count(0)
    assert [state_of(offer_of(shift, who)) for who in (shirin, nasrin, zarmina)] == ["accepted", "reserve", "reserve"]
    for name, english in (("Shirin", "Can’t come after all"), ("Zarmina", "Not needed")):
        person = _person(team, shift, name)
        for _tapped in range(2):
            _tap(team, person, english)
        expect(person.get_by_role("button", name=team.words("Not now"))).to_have_count(0)
    expect(_person(team, shift, "Nasrin").locator(".status")).to_have_text(team.words("Asked"))
    assert [state_of(offer_of(shift, who)) for who in (shirin, nasrin, zarmina)] == ["withdrawn", "asked", "stood_down"]
