"""The walk: three windows, and a Friday that comes together in all of them without a reload.

On a day of its own, after every other: whatever else the demo world holds is not in its way.
"""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Visit
from tests.e2e.windows import Opener, Window, loaded_once
from tests.e2e.words import LOCALES

GROUP = "Friday studio"
STARTS = "16:20"
"""An hour like no other, by which the session is found among the partner's others and among the questions."""
INTERPRETER = "Shirin"


def a_day_of_its_own() -> date:
    return Visit.objects.latest("day").day + timedelta(weeks=1)


def plan_the_day(team: Window, day: date) -> None:
    team.field("Plan another day").fill(day.isoformat())
    team.button("Plan it").click()
    expect(team.field("Plan another day")).to_have_value("")


def ask_for_a_session(partner: Window, day: date) -> None:
    partner.go("Ask for a session")
    partner.choose("Group", GROUP)
    partner.field("Day").select_option(day.isoformat())
    partner.field("Starts at").fill(STARTS)
    partner.field("How many people do you expect?").fill("6")
    partner.choose("Language", partner.words("Farsi"))
    partner.field("People").fill("4")
    partner.look(f"walk-{partner.words.locale}-partner-ask")
    partner.button("Send the request").click()
    partner.page.wait_for_url("**/partner/sessions/*")
    partner.go("My sessions")


def session(window: Window, status: str = "") -> Locator:
    """The session of this test, with that status."""
    found = window.page.get_by_role("article").filter(has_text=window.clock(STARTS))
    return found.filter(has=window.status(status)) if status else found


def put_on_the_friday(team: Window) -> None:
    asked = session(team)
    expect(asked).to_be_visible()
    team.look(f"walk-{team.words.locale}-team-requests")
    asked.get_by_role("button", name=team.words("Put on a Friday")).click()
    asked.get_by_role("button", name=team.words.like("Put it on {0}")).click()
    expect(asked).to_have_count(0)


def open_the_board(team: Window, day: date) -> None:
    team.go("Fridays")
    found = Visit.objects.get(day=day)
    team.page.locator(f"a[href$='/visits/{found.pk}']").click()
    expect(session(team)).to_be_visible()


def ask_everyone_who_fits(team: Window) -> None:
    session(team).locator("button.place").click()
    expect(team.button("Ask all who fit")).to_be_visible()
    team.look(f"walk-{team.words.locale}-team-place", whole=False)
    team.button("Ask all who fit").click()
    expect(team.page.locator(".sheet .asked").filter(has_text=INTERPRETER).filter(has=team.status("Asked"))).to_be_visible()


def say_yes(interpreter: Window) -> None:
    """The question came while the window was open."""
    question = session(interpreter, "Can you come?")
    expect(question).to_be_visible()
    interpreter.look(f"walk-{interpreter.words.locale}-interpreter-asked")
    question.get_by_role("button", name=interpreter.words("Yes, I can come (we confirm the day)")).click()
    expect(question).to_have_count(0)
    interpreter.go("My Fridays")
    expect(session(interpreter).get_by_role("button", name=interpreter.words("Undo"))).to_be_visible()
    interpreter.look(f"walk-{interpreter.words.locale}-interpreter-said-yes")


def see_the_yes(team: Window) -> None:
    place = session(team).locator("button.place").filter(has_text=INTERPRETER)
    expect(place.filter(has=team.status("Said yes"))).to_be_visible()
    team.page.keyboard.press("Escape")
    expect(team.page.locator(".sheet")).to_have_count(0)


def two_therapists_come(team: Window) -> None:
    part = team.page.get_by_role("region", name=team.words("Therapists"))
    add = part.get_by_label(team.words("Add a therapist"))
    for count in (1, 2):
        name = add.locator("option").nth(1).inner_text()
        add.select_option(label=name)
        answer = part.get_by_label(name)
        answer.select_option("yes")
        expect(answer).to_have_value("yes")
        expect(part.get_by_role("combobox").filter(has=team.page.locator("option[value=yes]:checked"))).to_have_count(count)


def confirm_the_day(team: Window, *, sessions: int = 1) -> None:
    team.go("Confirm the day")
    expect(team.status("Will be confirmed")).to_have_count(sessions)
    team.look(f"walk-{team.words.locale}-team-confirm")
    team.page.get_by_role("button", name=team.words.counted("Confirm # session", "Confirm # sessions")).click()
    team.page.wait_for_url(re.compile(r"/team/visits/[^/]+$"))
    expect(session(team, "Confirmed").first).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_friday_comes_together_in_three_windows(open_window: Opener, locale: str) -> None:
    partner, interpreter, team = (open_window(role, locale) for role in ("partner", "interpreter", "team"))
    assert partner.page.locator("html").get_attribute("dir") == partner.words.spoken["direction"]
    day = a_day_of_its_own()
    with loaded_once(partner, interpreter, team):
        plan_the_day(team, day)
        team.go("Requests")
        ask_for_a_session(partner, day)
        expect(session(partner, "Requested")).to_be_visible()
        put_on_the_friday(team)
        expect(session(partner, "Planned")).to_be_visible()
        open_the_board(team, day)
        ask_everyone_who_fits(team)
        say_yes(interpreter)
        see_the_yes(team)
        two_therapists_come(team)
        team.look(f"walk-{locale}-team-board")
        confirm_the_day(team)
        expect(session(interpreter, "Confirmed")).to_be_visible()
        expect(session(partner, "Confirmed").get_by_text(INTERPRETER)).to_be_visible()
    interpreter.look(f"walk-{locale}-interpreter-confirmed")
    partner.look(f"walk-{locale}-partner-confirmed")
    team.look(f"walk-{locale}-team-confirmed")


def test_a_window_that_hears_nothing_shows_nothing_new_until_it_catches_up(open_window: Opener) -> None:
    """The walk can fail: what a window is not told does not appear in it. Nothing of it is lost."""
    hearing, deaf, partner = open_window("team"), open_window("team"), open_window("partner")
    day = a_day_of_its_own()
    plan_the_day(deaf, day)
    for window in (hearing, deaf):
        window.go("Requests")
        expect(window.heading("Requests")).to_be_visible()
        expect(window.page.get_by_role("article").first).to_be_visible()
    with loaded_once(hearing, deaf):
        deaf.hear_nothing_more()
        ask_for_a_session(partner, day)
        expect(session(hearing)).to_be_visible()
        expect(session(deaf)).to_have_count(0)
        deaf.line.cut_off()
        note = deaf.page.get_by_text(deaf.words("No live connection. What you see may be out of date; we keep trying."))
        expect(note).to_be_visible()
        expect(session(deaf)).to_have_count(0)
        deaf.line.deaf = deaf.line.cut = False
        expect(session(deaf)).to_be_visible()
        expect(note).to_have_count(0)


def test_a_window_shows_what_happened_between_its_first_look_and_its_first_word_from_the_line(open_window: Opener) -> None:
    team, partner = open_window("team"), open_window("partner")
    day = a_day_of_its_own()
    plan_the_day(team, day)
    team.go("Requests")
    expect(team.heading("Requests")).to_be_visible()
    team.line.cut_off()
    team.page.reload()
    expect(team.page.get_by_role("article").first).to_be_visible()
    ask_for_a_session(partner, day)
    expect(session(partner, "Requested")).to_be_visible()
    expect(session(team)).to_have_count(0)
    team.line.cut = False
    expect(session(team)).to_be_visible()
