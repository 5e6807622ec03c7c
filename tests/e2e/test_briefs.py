"""What a partner wrote about a session is read by those it was written for: the team, on the day's sheet, the interpreter."""

import re

from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session
from tests.e2e.desk import WIDE
from tests.e2e.windows import Opener, Window

GOOD_TO_KNOW = "Children present · Someone new joins"
ROOM = "Tables · Step-free access"
BRIEF = {
    "Good to know": GOOD_TO_KNOW,
    "Please bring": "Paints · Paper · Plasticine",
    "The room": ROOM,
    "Notes": "The third of four. Two toddlers come along.",
    "Staff who will be there": "Juliette Carpentier · Maud Leclerc",
}
"""Of the women's group on the Friday that was confirmed early."""


def _briefed() -> Session:
    """The session with that brief, confirmed and with a contact for the day."""
    return Session.objects.get(state="confirmed", notes=BRIEF["Notes"])


def _fact(within: Locator, label: str) -> Locator:
    """What stands beside a label of a list of facts."""
    return within.locator("dt", has_text=re.compile(f"^{re.escape(label)}$")).locator("xpath=following-sibling::dd[1]")


def _open(team: Window, page: str) -> None:
    origin = "/".join(team.page.url.split("/")[:3])
    team.page.goto(f"{origin}{page}")


def test_the_team_reads_the_whole_brief_on_the_board_and_on_the_sheet(look_around: Opener) -> None:
    session, team = _briefed(), look_around("team", width=WIDE)
    _open(team, f"/team/visits/{session.visit_id}")
    row = team.page.get_by_role("article", name=session.group.name)
    row.locator("summary").click()
    for label, words in BRIEF.items():
        expect(_fact(row, label)).to_have_text(words)
    expect(_fact(row, "Contact on the day")).to_have_text(f"{session.contact_name} {session.contact_phone}")
    team.look("brief-board")
    _open(team, f"/team/visits/{session.visit_id}/sheet")
    block = team.page.locator(".sheet-session").filter(has_text=session.group.name)
    for label, words in BRIEF.items():
        expect(_fact(block, label)).to_have_text(words)
    team.look("brief-sheet")


def test_what_is_asked_of_the_interpreter_stands_on_the_request(look_around: Opener) -> None:
    asked = Session.objects.get(state="requested", requirements__contains=[{"what": "variety", "strength": "wished"}])
    team = look_around("team", width=WIDE)
    team.go("Requests")
    card = team.page.get_by_role("article", name=asked.group.name)
    for words in ("A woman (Required)", "The same variety of the language (Wished for)"):
        expect(_fact(card, "The interpreter")).to_contain_text(words)


def test_an_interpreter_reads_what_to_expect_and_how_the_room_is(look_around: Opener) -> None:
    interpreter = look_around("interpreter")
    interpreter.go("My Fridays")
    card = interpreter.page.locator("article.card").filter(has_text=_briefed().group.site.name)
    expect(_fact(card, "Good to know")).to_have_text(GOOD_TO_KNOW)
    expect(_fact(card, "The room")).to_have_text(ROOM)
    interpreter.look("brief-interpreter")
