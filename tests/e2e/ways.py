"""How the owner of a screen gets there from the screen before it in the list."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.windows import Window


def stay(_window: Window) -> None:
    """One is there already."""


def own_devices(window: Window) -> None:
    """By one's name, as at a desk."""
    window.page.locator(".shell-who").click()
    expect(window.page.locator(".device").first).to_be_visible()


def repeat(partner: Window) -> None:
    partner.go("My sessions")
    partner.page.locator(".repeat").first.click()


def what_is_past(partner: Window) -> None:
    partner.go("My sessions")
    partner.go("Past")


def session(partner: Window, status: str) -> None:
    """The page of a session with that status, with its message and its history."""
    partner.go("My sessions")
    partner.page.locator("li, tr").filter(has=partner.status(status)).get_by_role("link").first.click()
    expect(partner.page.locator(".message")).not_to_be_empty()
    expect(partner.page.locator(".history li").first).to_be_visible()


def first_day(team: Window, status: str = "Being planned") -> None:
    """The board of the next day with that status."""
    team.go("Fridays")
    team.page.locator(".visit-row").filter(has=team.status(status)).first.get_by_role("link").click()
    expect(team.page.locator("button.place").first).to_be_visible()


def empty_place(team: Window) -> None:
    empty = team.page.locator("button.place[data-state=open]")
    (empty if empty.count() else team.page.locator("button.place")).first.click()
    expect(team.page.locator(".sheet")).to_be_visible()


def details(team: Window) -> None:
    team.page.keyboard.press("Escape")
    expect(team.page.locator(".sheet")).to_have_count(0)
    team.page.locator("summary").first.click()


def a_message(team: Window) -> None:
    team.page.get_by_role("button", name=team.words("Message to copy")).first.click()
    expect(team.button("Copy for WhatsApp")).to_be_visible()


def a_person(team: Window) -> None:
    """Somebody who is booked, being edited."""
    team.go("Interpreters")
    team.page.locator("table.people a").first.click()
    team.button("Edit").click()
    expect(team.field("First name")).to_be_visible()


def a_new_person(team: Window) -> None:
    team.go("Interpreters")
    team.go("Add an interpreter")


def a_partner(team: Window) -> None:
    """One of the partners, with a group being edited."""
    team.page.locator("main li a").first.click()
    team.page.locator("main .asked button").first.click()
    expect(team.field("Name of the group")).to_be_visible()


def a_past_day(team: Window) -> None:
    team.go("Fridays")
    team.page.locator(".past-visit a").first.click()
    expect(team.page.locator("button.place").first).to_be_visible()


def of_the_day(page: str) -> Callable[[Window], None]:
    """A page of the day whose board is open."""

    def reach(team: Window) -> None:
        day = re.match(r".*/team/visits/[0-9a-f-]+", team.page.url)
        assert day is not None
        team.page.goto(f"{day[0]}/{page}")

    return reach


def the_day_edited(team: Window) -> None:
    first_day(team)
    team.button("Change the day").click()
    expect(team.button("Write it")).to_be_visible()


def a_proposal(partner: Window) -> None:
    """The session that is open, with a change being proposed."""
    partner.button("Propose a change").click()
    expect(partner.button("Send the proposal")).to_be_visible()


def its_details(partner: Window) -> None:
    """The session that is open, with its details being written anew."""
    partner.page.reload()
    every_part(partner)


def every_part(window: Window) -> None:
    """The form of the details, unfolded."""
    window.button("Change the details").click()
    folded = window.page.locator("form details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    expect(window.button("Save")).to_be_visible()


def on_behalf(team: Window) -> None:
    """A request as the team changes it for its partner."""
    team.go("Requests")
    team.go("Change it for the partner")
    every_part(team)


def taken_back(partner: Window) -> None:
    """The same session, being taken back."""
    partner.button("Leave it as it is").click()
    partner.button("Take it back").click()
    expect(partner.button("Yes, take it back")).to_be_visible()


NOBODYS = "00000000-0000-7000-8000-000000000000"
"""The id of nothing."""


def at(address: str, words: str) -> Callable[[Window], None]:
    """An address as it is typed or was sent, and what is read there."""

    def reach(window: Window) -> None:
        origin = "/".join(window.page.url.split("/")[:3])
        window.page.goto(f"{origin}/{address}")
        expect(window.heading(words)).to_be_visible()

    return reach


def out_of_reach(team: Window) -> None:
    """The journal, while the server is not reached: asked for four times, then it can be tried again."""
    answers = re.compile(r"/api/v1/journal\?")
    team.page.route(answers, lambda route: route.abort())
    team.go("Journal")
    expect(team.button("Try again")).to_be_visible()
    team.page.unroute(answers)


def back_in_reach(team: Window) -> None:
    team.button("Try again").click()
    expect(team.page.locator(".journal li").first).to_be_visible()


def who_looked(team: Window) -> None:
    team.go("Who came and who looked")
    expect(team.page.locator(".journal li").first).to_be_visible()


def both_answers(team: Window) -> None:
    """Two requests: one being put on a day, the other declined."""
    team.go("Requests")
    team.button("Put on a Friday").first.click()
    team.button("We cannot come").last.click()
    expect(team.button("Close").or_(team.page.get_by_role("heading", name=team.words("Places to open")))).to_have_count(1)
    expect(team.page.locator("article form, article textarea").first).to_be_visible()


def forms_of_sessions(team: Window) -> None:
    """The sessions of a day, each with another of its forms open."""
    forms = ("Move", "Cancel the session", "Hold it another way", "Open another place")
    rows = team.page.locator(".session-row")
    for at, form in enumerate(forms[: rows.count()]):
        row = rows.nth(at)
        if row.locator("details[open]").count() == 0:
            row.locator("summary").click()
        button = row.get_by_role("button", name=team.words(form), exact=True)
        button.click()
        expect(button).to_have_count(0)
    expect(team.button("Move the session")).to_be_visible()
    expect(team.button("Cancel it")).to_be_visible()


def a_place_edited(team: Window) -> None:
    team.button("Change the place").click()
    expect(team.button("Write it")).to_be_visible()


def the_day_moved(team: Window) -> None:
    first_day(team)
    team.button("Move the day").click()
    expect(team.field("Move it to")).to_be_visible()


def the_day_cancelled(team: Window) -> None:
    first_day(team)
    team.button("Cancel the day").click()
    expect(team.button("Cancel it")).to_be_visible()


def called_off(team: Window) -> None:
    """A day that was cancelled, with whom to tell of one of its sessions."""
    team.go("Fridays")
    cancelled = team.page.locator(".visit-row, .past-visit").filter(has=team.status("Cancelled"))
    cancelled.first.get_by_role("link").click()
    expect(team.heading("Does not take place")).to_be_visible()
    team.page.locator("article summary").first.click()
    expect(team.button("Message for the partner")).to_be_visible()


def a_draft(partner: Window) -> None:
    """What was begun and not sent."""
    partner.go("My sessions")
    partner.page.locator("main a[href^='/partner/ask/']").first.click()
    expect(partner.field("Group")).not_to_have_value("")


def why_not(interpreter: Window) -> None:
    interpreter.go("Can you come?")
    interpreter.go("Why am I not asked for other places?")


def a_person_read(team: Window) -> None:
    team.go("Interpreters")
    team.page.locator("table.people a").first.click()
    expect(team.button("Edit")).to_be_visible()


def a_claim(door: Window) -> None:
    """Where a link to an account leads, whatever it is worth: that is told when the button is pressed."""
    origin = "/".join(door.page.url.split("/")[:3])
    door.page.goto(f"{origin}/claim#a-link")
    expect(door.button("Make my account")).to_be_visible()


A_SHEET = b"Interpreter;Phone;Languages;Where\r\nNoor;+33 6 39 98 00 77;Dari;France\r\nSomebody;;Elvish;France\r\n"


def a_spreadsheet(team: Window) -> None:
    """One that was read, with a column that is still to be matched."""
    file = {"name": "interpreters.csv", "mimeType": "text/csv", "buffer": A_SHEET}
    team.page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    team.button("Read the file").click()
    expect(team.page.locator(".column").first).to_be_visible()


def its_rows(team: Window) -> None:
    team.button("Check the rows").click()
    team.page.locator(".row-filter").first.click()
    expect(team.page.locator(".sheet-rows tbody tr")).to_have_count(2)
