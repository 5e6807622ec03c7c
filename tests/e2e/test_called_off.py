"""What does not take place after all: who is to be told, and in which words, for those nobody else tells."""

import re

from playwright.sync_api import expect

from passerelle.bookings.models import Session
from tests.e2e.mornings.friday import a_friday, a_session, asked, confirm, place_of, says_yes, someone
from tests.e2e.mornings.seats import Seats


def test_after_cancelling_the_board_says_who_is_to_be_told_and_what(seat: Seats) -> None:
    friday = a_friday()
    session, other = a_session(friday, 11), a_session(friday, 15)
    shirin, nasrin = someone("Shirin"), someone("Nasrin")
    says_yes(place_of(session), shirin, by=friday.coordinator)
    says_yes(place_of(other), nasrin, by=friday.coordinator)
    confirm(friday)
    asked(place_of(session), someone("Zarmina"), by=friday.coordinator)
    team = seat.board(friday.coordinator, friday)
    row = team.page.get_by_role("article", name=session.group.name, exact=True)
    row.locator("summary").click()
    row.get_by_role("button", name=team.words("Message for the partner")).click()
    expect(row.get_by_label(team.words("Message"), exact=True)).to_have_value(re.compile("Shirin"))
    row.get_by_role("button", name=team.words("Cancel the session")).click()
    team.button("Cancel it").click()
    expect(team.heading("Does not take place")).to_be_visible()
    expect(row.filter(has=team.status("Cancelled"))).to_have_count(1)
    expect(row).to_have_count(1)
    row.locator("summary").click()
    people = row.locator("li.asked")
    expect(people).to_have_count(2)
    people.filter(has_text="Shirin").get_by_role("button", name=team.words("Message to copy")).click()
    expect(people.get_by_label(team.words("Message"), exact=True)).to_have_value(re.compile("Shirin"))
    row.get_by_role("button", name=team.words("Message for the partner")).click()
    expect(row.get_by_label(team.words("Message"), exact=True)).to_have_count(2)
    team.look("called-off")
    assert Session.objects.get(pk=session.pk).state == "cancelled"
