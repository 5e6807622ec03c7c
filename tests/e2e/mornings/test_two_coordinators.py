"""Morning 1: two coordinators give one place to different people in the same second."""

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Offer, Shift
from passerelle.journal.models import Change
from tests.e2e.mornings.friday import a_friday, a_session, of_the_team, place_of, someone
from tests.e2e.mornings.seats import Seats, at_the_same_moment, candidate, place, sheet
from tests.e2e.windows import Window, loaded_once
from tests.support.waiting import until

QUICKER = "Somebody else has this place by now."


def by_phone(window: Window, shift: Shift, name: str) -> Locator:
    """On the list of the sheet."""
    return candidate(window, shift, name).get_by_role("button", name=window.words("Said yes by phone"))


def test_one_wins_the_other_reads_why_and_nobody_is_told_twice(seat: Seats) -> None:
    friday = a_friday()
    shift = place_of(a_session(friday))
    mina, laila = someone("Mina"), someone("Laila")
    windows = {mina: seat.board(friday.coordinator, friday), laila: seat.board(of_the_team("Alix"), friday)}
    with loaded_once(*windows.values()):
        at_the_same_moment(*(by_phone(window, shift, who.name) for who, window in windows.items()))
        until(lambda: Shift.objects.get(pk=shift.pk).holder, what="the place to be given")
        winner = Shift.objects.get(pk=shift.pk).holder
        assert winner is not None
        (loser,) = {mina, laila} - {winner}
        expect(windows[loser].page.locator(".sheet [role=alert]")).to_contain_text(QUICKER)
        for window in windows.values():
            expect(place(window, shift).get_by_text(winner.name)).to_be_visible()
        # The place is taken on the loser's board by now, and the reason still stands there to be read.
        expect(windows[loser].page.locator(".sheet [role=alert]")).to_contain_text(QUICKER)
        expect(windows[winner].page.locator(".sheet [role=alert]")).to_have_count(0)
    assert [offer.interpreter for offer in Offer.objects.filter(shift=shift)] == [winner]
    told = Change.objects.filter(audiences__overlap=[f"interpreter:{who.id}" for who in (mina, laila)], entity="offer")
    assert [(line.audiences, line.kind) for line in told] == [([f"interpreter:{winner.id}"], "accepted")]
    assert Change.objects.filter(entity="shift", entity_id=shift.id, kind="accepted").count() == 1


@pytest.mark.parametrize("locale", ["fr"])
def test_who_is_slower_by_the_key_reads_why_too(seat: Seats, locale: str) -> None:
    """The question that the key asks goes with the place; its answer does not."""
    friday = a_friday()
    shift = place_of(a_session(friday))
    someone("Mina")
    quick, slow = (seat.board(who, friday, locale=locale) for who in (friday.coordinator, of_the_team("Alix")))
    for window in (quick, slow):
        place(window, shift).focus()
        window.page.keyboard.press("a")
        expect(window.button("Give the place")).to_be_focused()
    slow.hear_nothing_more()
    quick.page.keyboard.press("Enter")
    expect(place(quick, shift)).to_have_attribute("data-state", "taken")
    slow.page.keyboard.press("Enter")
    expect(place(slow, shift)).to_have_attribute("data-state", "taken")
    expect(sheet(slow, shift).get_by_role("alert")).to_be_visible()
