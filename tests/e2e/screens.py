"""Every screen there is: whose it is, how its owner gets there, and by what it is known."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.e2e.windows import Window


@dataclass(frozen=True)
class Screen:
    """A screen by its name, how its owner gets there from the screen before it in the list, and by what it is known."""

    name: str
    role: str
    heading: str
    """The first heading, in English; empty where it is the day."""
    reach: Callable[[Window], object]


def _stay(_window: Window) -> None:
    """One is there already."""


def _repeat(partner: Window) -> None:
    partner.go("My sessions")
    partner.page.locator(".repeat").first.click()


def _what_is_past(partner: Window) -> None:
    partner.go("My sessions")
    partner.go("Past")


def _session(partner: Window, status: str) -> None:
    """The page of a session with that status, with its message and its history."""
    partner.go("My sessions")
    partner.page.locator("li, tr").filter(has=partner.status(status)).get_by_role("link").first.click()
    expect(partner.page.locator(".message")).not_to_be_empty()
    expect(partner.page.locator(".history li").first).to_be_visible()


def _first_day(team: Window, status: str = "Being planned") -> None:
    """The board of the next day with that status."""
    team.go("Fridays")
    team.page.locator(".visit-row").filter(has=team.status(status)).first.get_by_role("link").click()
    expect(team.page.locator("button.place").first).to_be_visible()


def _empty_place(team: Window) -> None:
    empty = team.page.locator("button.place[data-state=open]")
    (empty if empty.count() else team.page.locator("button.place")).first.click()
    expect(team.page.locator(".sheet")).to_be_visible()


def _details(team: Window) -> None:
    team.page.keyboard.press("Escape")
    expect(team.page.locator(".sheet")).to_have_count(0)
    team.page.locator("summary").first.click()


def _a_message(team: Window) -> None:
    team.page.get_by_role("button", name=team.words("Message to copy")).first.click()
    expect(team.button("Copy for WhatsApp")).to_be_visible()


def _a_person(team: Window) -> None:
    """Somebody who is booked, being edited."""
    team.go("Interpreters")
    team.page.locator("table.people a").first.click()
    team.button("Edit").click()
    expect(team.field("First name")).to_be_visible()


def _a_new_person(team: Window) -> None:
    team.go("Interpreters")
    team.go("Add an interpreter")


def _a_partner(team: Window) -> None:
    """One of the partners, with a group being edited."""
    team.page.locator("main li a").first.click()
    team.page.locator("main .asked button").first.click()
    expect(team.field("Name of the group")).to_be_visible()


def _a_past_day(team: Window) -> None:
    team.go("Fridays")
    team.page.locator(".past-visit a").first.click()
    expect(team.page.locator("button.place").first).to_be_visible()


def _of_the_day(page: str) -> Callable[[Window], None]:
    """A page of the day whose board is open."""

    def reach(team: Window) -> None:
        day = re.match(r".*/team/visits/[0-9a-f-]+", team.page.url)
        assert day is not None
        team.page.goto(f"{day[0]}/{page}")

    return reach


def _the_day_edited(team: Window) -> None:
    _first_day(team)
    team.button("Change the day").click()
    expect(team.button("Write it")).to_be_visible()


def _a_proposal(partner: Window) -> None:
    """The session that is open, with a change being proposed."""
    partner.button("Propose a change").click()
    expect(partner.button("Send the proposal")).to_be_visible()


def _its_details(partner: Window) -> None:
    """The session that is open, with its details being written anew."""
    partner.page.reload()
    _every_part(partner)


def _every_part(window: Window) -> None:
    """The form of the details, unfolded."""
    window.button("Change the details").click()
    folded = window.page.locator("form details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    expect(window.button("Save")).to_be_visible()


def _on_behalf(team: Window) -> None:
    """A request as the team changes it for its partner."""
    team.go("Requests")
    team.go("Change it for the partner")
    _every_part(team)


def _taken_back(partner: Window) -> None:
    """The same session, being taken back."""
    partner.button("Leave it as it is").click()
    partner.button("Take it back").click()
    expect(partner.button("Yes, take it back")).to_be_visible()


NOBODYS = "00000000-0000-7000-8000-000000000000"
"""The id of nothing."""


def _at(address: str, words: str) -> Callable[[Window], None]:
    """An address as it is typed or was sent, and what is read there."""

    def reach(window: Window) -> None:
        origin = "/".join(window.page.url.split("/")[:3])
        window.page.goto(f"{origin}/{address}")
        expect(window.heading(words)).to_be_visible()

    return reach


def _out_of_reach(team: Window) -> None:
    """The journal, while the server is not reached: asked for four times, then it can be tried again."""
    answers = re.compile(r"/api/v1/journal\?")
    team.page.route(answers, lambda route: route.abort())
    team.go("Journal")
    expect(team.button("Try again")).to_be_visible()
    team.page.unroute(answers)


def _back_in_reach(team: Window) -> None:
    team.button("Try again").click()
    expect(team.page.locator(".journal li").first).to_be_visible()


def _both_answers(team: Window) -> None:
    """Two requests: one being put on a day, the other declined."""
    team.go("Requests")
    team.button("Put on a Friday").first.click()
    team.button("We cannot come").last.click()
    expect(team.button("Close").or_(team.page.get_by_role("heading", name=team.words("Places to open")))).to_have_count(1)
    expect(team.page.locator("article form, article textarea").first).to_be_visible()


def _forms_of_sessions(team: Window) -> None:
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


def _a_place_edited(team: Window) -> None:
    team.button("Change the place").click()
    expect(team.button("Write it")).to_be_visible()


def _the_day_moved(team: Window) -> None:
    _first_day(team)
    team.button("Move the day").click()
    expect(team.field("Move it to")).to_be_visible()


def _the_day_cancelled(team: Window) -> None:
    _first_day(team)
    team.button("Cancel the day").click()
    expect(team.button("Cancel it")).to_be_visible()


def _called_off(team: Window) -> None:
    """A day that was cancelled, with whom to tell of one of its sessions."""
    team.go("Fridays")
    cancelled = team.page.locator(".visit-row, .past-visit").filter(has=team.status("Cancelled"))
    cancelled.first.get_by_role("link").click()
    expect(team.heading("Does not take place")).to_be_visible()
    team.page.locator("article summary").first.click()
    expect(team.button("Message for the partner")).to_be_visible()


def _a_draft(partner: Window) -> None:
    """What was begun and not sent."""
    partner.go("My sessions")
    partner.page.locator("main a[href^='/partner/ask/']").first.click()
    expect(partner.field("Group")).not_to_have_value("")


def _why_not(interpreter: Window) -> None:
    interpreter.go("Can you come?")
    interpreter.go("Why am I not asked for other places?")


def _a_person_read(team: Window) -> None:
    team.go("Interpreters")
    team.page.locator("table.people a").first.click()
    expect(team.button("Edit")).to_be_visible()


def a_claim(door: Window) -> None:
    """Where a link to an account leads, whatever it is worth: that is told when the button is pressed."""
    origin = "/".join(door.page.url.split("/")[:3])
    door.page.goto(f"{origin}/claim#a-link")
    expect(door.button("Make my account")).to_be_visible()


A_SHEET = b"Interpreter;Phone;Languages;Where\r\nNoor;+33 6 39 98 00 77;Dari;France\r\nSomebody;;Elvish;France\r\n"


def _a_spreadsheet(team: Window) -> None:
    """One that was read, with a column that is still to be matched."""
    file = {"name": "interpreters.csv", "mimeType": "text/csv", "buffer": A_SHEET}
    team.page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    team.button("Read the file").click()
    expect(team.page.locator(".column").first).to_be_visible()


def _its_rows(team: Window) -> None:
    team.button("Check the rows").click()
    team.page.locator(".row-filter").first.click()
    expect(team.page.locator(".sheet-rows tbody tr")).to_have_count(2)


SCREENS = (
    Screen("sign-in", "door", "", _stay),
    Screen("claim", "door", "Your account", a_claim),
    Screen("partner-sessions", "partner", "My sessions", _stay),
    Screen("partner-ask", "partner", "Ask for a session", lambda window: window.go("Ask")),
    Screen("partner-ask-refused", "partner", "Ask for a session", lambda window: window.button("Send the request").click()),
    Screen("partner-repeat", "partner", "Ask for a session", _repeat),
    Screen("partner-past", "partner", "My sessions", _what_is_past),
    Screen("partner-session", "partner", "", lambda window: _session(window, "Planned")),
    Screen("partner-propose", "partner", "", _a_proposal),
    Screen("partner-take-back", "partner", "", _taken_back),
    Screen("partner-details", "partner", "", _its_details),
    Screen("partner-draft", "partner", "Ask for a session", _a_draft),
    Screen("partner-people", "partner", "Our people", lambda window: window.go("Our people")),
    Screen("partner-gone", "partner", "", _at(f"partner/sessions/{NOBODYS}", "This session is not here")),
    Screen("partner-not-theirs", "partner", "", _at("team/journal", "This part is for others")),
    Screen("interpreter-asked", "interpreter", "Can you come?", _stay),
    Screen("interpreter-fridays", "interpreter", "My Fridays", lambda window: window.go("My Fridays")),
    Screen("interpreter-free-days", "interpreter", "Which days are you free?", lambda window: window.go("Free days")),
    Screen("interpreter-why", "interpreter", "Why am I not asked?", _why_not),
    Screen("interpreter-me", "interpreter", "About me", lambda window: window.go("About me")),
    Screen("team-fridays", "team", "Fridays", _stay),
    Screen("team-inbox", "team", "Inbox", lambda window: window.go("Inbox")),
    Screen("team-waiting", "team", "Who hasn’t answered", lambda window: window.go("Who hasn’t answered")),
    Screen("team-message", "team", "Who hasn’t answered", _a_message),
    Screen("team-people", "team", "Interpreters", lambda window: window.go("Interpreters")),
    Screen("team-person", "team", "", _a_person_read),
    Screen("team-person-edit", "team", "", _a_person),
    Screen("team-person-new", "team", "Add an interpreter", _a_new_person),
    Screen("team-partners", "team", "Partners", lambda window: window.go("Partners")),
    Screen("team-partner", "team", "", _a_partner),
    Screen("team-requests", "team", "Requests", lambda window: window.go("Requests")),
    Screen("team-answers", "team", "Requests", _both_answers),
    Screen("team-behalf", "team", "", _on_behalf),
    Screen("team-requests-again", "team", "Requests", lambda window: window.go("Requests")),
    Screen("team-ask", "team", "Ask for a session", lambda window: window.go("Ask on a partner’s behalf")),
    Screen("team-board-confirmed", "team", "", lambda window: _first_day(window, "Confirmed")),
    Screen("team-close-out", "team", "Who came", _of_the_day("close")),
    Screen("team-board", "team", "", _first_day),
    Screen("team-place", "team", "", _empty_place),
    Screen("team-place-edit", "team", "", _a_place_edited),
    Screen("team-details", "team", "", _details),
    Screen("team-session-forms", "team", "", _forms_of_sessions),
    Screen("team-day-edit", "team", "", _the_day_edited),
    Screen("team-day-move", "team", "", _the_day_moved),
    Screen("team-day-cancel", "team", "", _the_day_cancelled),
    Screen("team-confirm", "team", "Confirm the day", _of_the_day("confirm")),
    Screen("team-modes", "team", "Hold the day another way", _of_the_day("modes")),
    Screen("team-sheet", "team", "", _of_the_day("sheet")),
    Screen("team-past-day", "team", "", _a_past_day),
    Screen("team-close", "team", "Who came", _of_the_day("close")),
    Screen("team-called-off", "team", "", _called_off),
    Screen("team-gone", "team", "", _at(f"team/visits/{NOBODYS}", "This is not here any more")),
    Screen("team-imports", "team", "Import a spreadsheet", lambda window: window.go("Import")),
    Screen("team-import-columns", "team", "Import interpreters", _a_spreadsheet),
    Screen("team-import-rows", "team", "Import interpreters", _its_rows),
    Screen("team-out-of-reach", "team", "Journal", _out_of_reach),
    Screen("team-journal", "team", "Journal", _back_in_reach),
)
