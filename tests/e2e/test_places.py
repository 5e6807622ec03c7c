"""What the team does with the places of a session: changed, freed, opened, not needed; and two who change one at once."""

from typing import Any

from playwright.sync_api import expect

from passerelle.bookings.models import Session
from passerelle.bookings.services import editing
from passerelle.bookings.services.moving import Place
from passerelle.domain.words import Language, Pay, Quality, Strength, Variety
from tests.e2e.api import said
from tests.e2e.mornings.friday import a_friday, a_session, now, place_of, says_yes, someone
from tests.e2e.mornings.seats import Seats, sheet
from tests.e2e.windows import Window

STALE = "Somebody changed this while you were looking at it."


def _places(window: Window, session: Session) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = said(window, f"sessions/{session.id}")["shifts"]
    return found


def _asks_for(place: dict[str, Any]) -> tuple[Any, ...]:
    qualities = {line["what"]: line["strength"] for line in place["qualities"]}
    return place["language"], place["variety"], place["pay"], place["ticket_paid"], qualities


def test_a_place_is_changed_freed_and_not_needed(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday)
    shift = place_of(session)
    says_yes(shift, someone("Shirin"), by=friday.coordinator)
    team = seat.board(friday.coordinator, friday)
    found = sheet(team, shift)
    team.button("Change the place").click()
    found.get_by_label("The ticket is paid beforehand").check()
    found.get_by_label("A woman").select_option("required")
    team.button("Write it").click()
    expect(found).to_contain_text("A woman (required)")
    (place,) = _places(team, session)
    assert _asks_for(place) == ("prs", None, "paid", True, {"woman": "required"})
    expect(found).to_contain_text("Shirin has this place")  # she is a woman
    team.button("Free this place").click()
    expect(found).to_contain_text("is told that they are not needed this time")
    team.button("Free this place").click()
    expect(found).not_to_contain_text("has this place")
    (place,) = _places(team, session)
    assert (place["state"], place["holder"]) == ("open", None)
    team.button("Place not needed").click()
    team.button("Yes, this place is not needed").click()
    expect(found).to_have_count(0)
    assert [place["state"] for place in _places(team, session)] in ([], ["cancelled"])


def test_another_place_is_opened_with_all_that_it_asks_for(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday)
    team = seat.board(friday.coordinator, friday)
    row = team.page.locator("article.session-row")
    row.get_by_text(team.words("Details and changes")).click()
    team.button("Open another place").click()
    form = row.locator("form")
    expect(form.get_by_label("Language")).to_have_value("prs")
    form.get_by_label("Language").select_option("ar")
    form.get_by_label("Variety").select_option("ar-SD")
    form.get_by_label("Pay").select_option("volunteer")
    form.get_by_label("The ticket is paid beforehand").check()
    form.get_by_label("Speaks the variety").select_option("required")
    form.get_by_label("Safeguarding training").select_option("wished")
    team.look("open-another-place")
    team.button("Open the place").click()
    expect(team.page.locator("button.place")).to_have_count(2)
    opened = next(place for place in _places(team, session) if place["language"] == "ar")
    assert _asks_for(opened) == ("ar", "ar-SD", "volunteer", True, {"variety": "required", "training": "wished"})


def test_two_who_change_one_place_see_both_side_by_side(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday)
    shift = place_of(session)
    team = seat.board(friday.coordinator, friday)
    found = sheet(team, shift)
    team.button("Change the place").click()
    found.get_by_label("The ticket is paid beforehand").check()
    team.hear_nothing_more()
    other = Place(Language.ARABIC, Pay.PAID, Variety.SUDANESE, {Quality.VARIETY: Strength.WISHED})
    editing.edit_shift(shift_id=shift.id, version=shift.version, place=other, now=now(), actor=friday.coordinator)
    team.button("Write it").click()
    choice = team.page.get_by_role("alert").filter(has_text=STALE)
    expect(choice.locator("tr").filter(has_text="Language")).to_contain_text("Arabic (Sudanese)Dari")
    expect(choice.locator("tr").filter(has_text="Pay")).to_contain_text("PaidPaid · ticket paid")
    team.look("place-side-by-side")
    with team.page.expect_response("**/edit"):
        team.button("Write what I chose").click()
    expect(choice).to_have_count(0)
    assert [_asks_for(place) for place in _places(team, session)] == [("prs", None, "paid", True, {})]
