"""What does not take place after all: who is to be told, and in which words, for those nobody else tells."""

import re

from playwright.sync_api import expect

from passerelle.bookings.models import Session
from tests.e2e.mornings.friday import a_friday, a_session, asked, confirm, place_of, says_yes, someone, state_of
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


def test_a_cancelled_day_names_everyone_to_be_told_session_by_session(seat: Seats) -> None:
    friday = a_friday()
    session, other = a_session(friday, 11), a_session(friday, 15)
    says_yes(place_of(session), someone("Shirin"), by=friday.coordinator)
    says_yes(place_of(other), someone("Nasrin"), by=friday.coordinator)
    confirm(friday)
    team = seat.board(friday.coordinator, friday)
    team.button("Cancel the day").click()
    team.page.get_by_label(team.words("A word to everyone (if you like)")).fill("The port is closed.")
    team.button("Cancel it").click()
    expect(team.heading("Does not take place")).to_be_visible()
    expect(team.page.locator("article").filter(has=team.status("Cancelled"))).to_have_count(2)
    expect(team.page.locator("article")).to_have_count(2)
    for one, name in ((session, "Shirin"), (other, "Nasrin")):
        row = team.page.get_by_role("article", name=one.group.name, exact=True)
        row.get_by_text(team.words("Who is to be told"), exact=True).click()
        expect(row.locator("li.asked")).to_have_count(1)
        row.locator("li.asked").filter(has_text=name).get_by_role("button", name=team.words("Message to copy")).click()
        hers = row.locator("li.asked").get_by_label(team.words("Message"), exact=True)
        expect(hers).to_have_value(re.compile(f"{name}(.|\n)*The port is closed"))
        row.get_by_role("button", name=team.words("Message for the partner")).click()
        expect(row.get_by_label(team.words("Message"), exact=True)).to_have_count(2)
        expect(row.get_by_label(team.words("Message"), exact=True).first).to_have_value(re.compile("The port is closed"))
    team.look("called-off-day")
    assert [state_of(row) for row in (friday.visit, session, other)] == ["cancelled"] * 3


def test_after_confirming_the_details_of_a_session_have_a_message_for_everyone(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday, 11)
    says_yes(place_of(session), someone("Shirin"), by=friday.coordinator)
    team = seat.board(friday.coordinator, friday)
    row = team.page.get_by_role("article", name=session.group.name, exact=True)
    row.locator("summary").click()
    expect(row.get_by_role("button", name=team.words("Message for the partner"))).to_be_visible()
    expect(row.locator("li.asked")).to_have_count(0)
    confirm(friday)
    hers = row.locator("li.asked").filter(has_text="Shirin")
    hers.get_by_role("button", name=team.words("Message to copy")).click()
    expect(hers.get_by_label(team.words("Message"), exact=True)).to_have_value(re.compile("Shirin(.|\n)*You are confirmed"))
    team.look("confirmed-to-tell")
