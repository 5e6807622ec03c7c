"""Morning 12: not this pairing, and no window but the one it was said in can tell."""

import json
from functools import partial

from playwright.sync_api import expect

from passerelle.agencies.models import Group
from passerelle.availability.services import set_free_day
from passerelle.bookings.models import Shift
from passerelle.bookings.services import visits
from passerelle.bookings.services.pairings import allow_pairing, rule_out_pairing
from passerelle.interpreters.models import Interpreter, NotPaired
from tests.e2e.mornings.friday import (
    Friday,
    a_friday,
    a_session,
    asked,
    confirm,
    in_days,
    now,
    of_the_team,
    place_of,
    says_yes,
    someone,
)
from tests.e2e.mornings.seats import Seats, go_to, sheet
from tests.e2e.windows import Window, loaded_once
from tests.factories.people import acting
from tests.support.waiting import until

NOT_AVAILABLE = "Not available."
PLANNED = ("visit", "planned")


def known_group(friday: Friday, her: Interpreter) -> Group:
    """A group she was confirmed for on another day, so that she could name it."""
    earlier = a_friday(62, agency=friday.agency)
    session = a_session(earlier)
    says_yes(place_of(session), her, by=earlier.coordinator)
    confirm(earlier)
    return session.group


def text_of(window: Window) -> list[str]:
    """The lines on the screen, once everything is there."""
    window.page.wait_for_load_state("networkidle")
    expect(window.page.locator(".skeleton")).to_have_count(0)
    return window.page.locator("main").inner_text().splitlines()


def changes_heard(window: Window, since: int) -> list[tuple[str, str]]:
    """``(type, kind)`` of everything the window was told after its first ``since`` frames."""
    frames = [json.loads(frame) for frame in window.line.heard[since:]]
    return [(change["type"], change["kind"]) for frame in frames for change in frame.get("changes", ())]


def _has_heard(window: Window, since: int, change: tuple[str, str]) -> bool:
    window.page.evaluate("true")  # lets the browser's messages in
    return change in changes_heard(window, since)


def heard_by_now(friday: Friday, **windows: tuple[Window, int]) -> dict[str, list[tuple[str, str]]]:
    """What each window was told after its first so many frames, once a day planned now has reached them all as well."""
    visits.plan_visit(day=in_days(90), time_zone="Europe/Paris", now=now(), actor=friday.coordinator)
    for window, since in windows.values():
        until(partial(_has_heard, window, since, PLANNED), what="the day planned, in every window")
    found = {name: changes_heard(window, since) for name, (window, since) in windows.items()}
    return {name: [change for change in changes if change != PLANNED] for name, changes in found.items()}


def the_list(window: Window, shift: Shift) -> str:
    """Everyone who could take the place or not, with every reason, as the sheet shows it."""
    found = sheet(window, shift)
    found.locator("summary").filter(has_text="and why").last.click()
    return found.inner_text()


def test_what_she_rules_out_is_absent_for_her_and_unnoticed_by_everyone_else(seat: Seats) -> None:
    """Said by herself, on the screen, of a group whose place she is being asked for."""
    her = someone("Shirin")
    friday = a_friday()
    group = known_group(friday, her)
    shift = place_of(a_session(friday, group=group))
    other = place_of(a_session(friday, 16))
    for place in (shift, other):
        asked(place, her, by=friday.coordinator)
    hers, about = seat.interpreter(her), seat.interpreter(her, "/interpreter/me")
    partner = seat(friday.partner, "partner", f"/partner/sessions/{shift.session_id}")
    team = seat.board(friday.coordinator, friday)
    sheet(team, shift)
    everyone = {"hers": hers, "partner": partner, "team": team}
    seen = {"partner": text_of(partner), "team": text_of(team)}
    questions = hers.page.locator("article.card").filter(has=hers.status("Can you come?"))
    expect(questions).to_have_count(2)
    since = {name: (window, len(window.line.heard)) for name, window in everyone.items()}
    with loaded_once(hers, partner, team):
        about.choose("Not with", group.name)
        about.button("Do not ask me for it").click()
        expect(about.button("Allow again")).to_be_visible()
        expect(questions).to_have_count(1)
        told = heard_by_now(friday, **since)
    # Her own other window is told that a card changed, and that she set something: it is hers.
    assert told == {"hers": [("pairing", "ruled_out"), ("offer", "changed")], "partner": [], "team": []}
    for window in (partner, team):
        window.page.reload()
    sheet(team, shift)
    assert {"partner": text_of(partner), "team": text_of(team)} == seen
    go_to(hers, "/interpreter/why")
    expect(hers.heading("No other place is open in your languages")).to_be_visible()


def test_what_a_colleague_rules_out_reads_as_any_day_she_is_not_free(seat: Seats) -> None:
    """By another of the team, on a partner's word: the list says *not available*, as of anyone who has no time."""
    friday = a_friday()
    her, shift = someone("Shirin"), place_of(a_session(friday))
    someone("Mina")
    who_knows = of_the_team("Alix")
    team, hers = seat.board(friday.coordinator, friday), seat.interpreter(her, "/interpreter/why")
    expect(hers.page.locator("article.card")).to_have_count(1)
    before = board_of(team)
    since = {name: (window, len(window.line.heard)) for name, window in {"team": team, "hers": hers}.items()}
    rule_out_pairing(interpreter_id=her.id, group_id=shift.session.group_id, now=now(), actor=who_knows)
    told = heard_by_now(friday, **since)
    assert told == {"team": [], "hers": []}
    team.page.reload()
    assert board_of(team) == before
    excluded = the_list(team, shift)
    assert [line for line in excluded.splitlines() if line.endswith(NOT_AVAILABLE)] == ["✕ Not available."]
    hers.page.reload()
    expect(hers.heading("No other place is open in your languages")).to_be_visible()

    allow_pairing(pairing_id=NotPaired.objects.get(interpreter=her).id, now=now(), actor=who_knows)
    set_free_day(interpreter_id=her.id, day=friday.day, free=False, now=now(), actor=acting(her))
    team.page.reload()
    assert the_list(team, shift) == excluded


def board_of(team: Window) -> list[str]:
    """The board without a sheet."""
    expect(team.page.locator("button.place").first).to_be_visible()
    return text_of(team)
