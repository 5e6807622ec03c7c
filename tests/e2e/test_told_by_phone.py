"""An interpreter rings: the coordinator records when they can come, and their own window shows it by itself."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from passerelle.availability.models import Break, FreeDay
from passerelle.availability.services import set_free_day
from passerelle.domain.load import Limits
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.wishes import record_limits
from tests.e2e.test_interpreter import day as own_day
from tests.e2e.test_interpreter import days_to_come
from tests.e2e.windows import Opener, Window, loaded_once
from tests.e2e.words import LOCALES
from tests.factories.people import someone_of_the_team

DESK = 1440
AWAY = "There is no connection. What you typed is kept; try again when you are back."
NOT_SENT = "There is no connection. We cannot say whether this was sent; try again when you are back."


def of(interpreter: Window) -> Interpreter:
    """Who sits before this window."""
    me = interpreter.page.evaluate("fetch('/api/v1/me').then((answer) => answer.json())")
    return Interpreter.objects.get(pk=me["interpreter_id"])


def open_person(team: Window, row: Interpreter) -> None:
    team.go("Interpreters")
    team.page.goto(f"{team.page.url.rsplit('/', 1)[0]}/people/{row.pk}")
    expect(team.heading("When they can come")).to_be_visible()


def recorded(team: Window, place: int) -> Locator:
    """A day to come, as the team's page has it."""
    return team.page.locator(".told-days > li").nth(place)


def choice(window: Window, within: Locator, english: str) -> Locator:
    return within.get_by_role("button", name=window.words(english), exact=True)


def is_chosen(window: Window, within: Locator, english: str) -> None:
    expect(choice(window, within, english)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_told_by_phone_stands_in_their_own_window(open_window: Opener, locale: str) -> None:
    interpreter, team = open_window("interpreter", locale), open_window("team", locale, width=DESK)
    row = of(interpreter)
    FreeDay.objects.filter(interpreter=row).delete()
    open_person(team, row)
    interpreter.go("Free days")
    third = own_day(interpreter, days_to_come()[2])
    is_chosen(interpreter, third, "Not said")
    is_chosen(team, recorded(team, 2), "No record")
    with loaded_once(team, interpreter):
        choice(team, recorded(team, 2), "Not free").press("Enter")
        is_chosen(team, recorded(team, 2), "Not free")
        is_chosen(interpreter, third, "Not free")
        expect(third.locator(".free-noted")).to_have_text(re.compile(r"\S"))
        interpreter.look(f"phone-{locale}-360-noted-for-you")
        choice(interpreter, third, "Free").click()  # she thinks better of it: what she says is hers alone
        is_chosen(team, recorded(team, 2), "No record")
        expect(third.locator(".free-noted")).to_have_count(0)
        team.field("Do not ask them up to and including").fill(days_to_come()[1].day.isoformat())
        team.button("Record the break").click()
        expect(interpreter.button("End the break")).to_be_visible()
        team.look(f"phone-{locale}-{DESK}-on-a-break")
        expect(interpreter.page.locator(".note .free-noted")).to_be_visible()
        interpreter.look(f"phone-{locale}-360-noted-break")
        interpreter.button("End the break").click()
        expect(team.button("Record the break")).to_be_visible()
    assert [(said.free, said.recorded_by_id) for said in FreeDay.objects.filter(interpreter=row)] == [(True, None)]
    assert not Break.objects.filter(interpreter=row).exists()
    team.look(f"phone-{locale}-{DESK}-account")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_what_the_team_noted_says_so_until_it_is_tapped(open_window: Opener, locale: str) -> None:
    """Also where the tap says what was noted."""
    interpreter = open_window("interpreter", locale, width=DESK)
    row, (first, second) = of(interpreter), days_to_come()[:2]
    FreeDay.objects.filter(interpreter=row).delete()
    for day, free in ((first.day, True), (second.day, False)):
        set_free_day(interpreter_id=row.id, day=day, free=free, now=timezone.now(), actor=someone_of_the_team())
    interpreter.go("Free days")
    noted = own_day(interpreter, first).locator(".free-noted")
    expect(noted).to_be_visible()
    interpreter.look(f"phone-{locale}-{DESK}-noted-for-you")
    choice(interpreter, own_day(interpreter, first), "Free").click()
    expect(noted).to_have_count(0)
    is_chosen(interpreter, own_day(interpreter, first), "Free")
    expect(own_day(interpreter, second).locator(".free-noted")).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_limits_of_somebody_without_an_account_are_recorded_on_a_phone(open_window: Opener, locale: str) -> None:
    team = open_window("team", locale)
    row = Interpreter.objects.filter(user=None, active=True).order_by("first_name")[0]
    open_person(team, row)
    usual = team.page.locator(".told-days > li").last
    choice(team, usual, "Free").click()
    is_chosen(team, usual, "Free")
    expect(recorded(team, 0).get_by_text(team.words("Usually free, as you recorded."))).to_be_visible()
    team.field("Sessions a day").select_option("1")
    team.page.route("**/limits", lambda route: route.abort())
    team.button("Save the limits").click()
    expect(team.page.get_by_role("alert").get_by_text(team.words(AWAY))).to_be_visible()
    expect(team.field("Sessions a day")).to_have_value("1")
    team.page.unroute("**/limits")
    team.button("Save the limits").click()
    expect(team.page.get_by_text(team.words("Saved."), exact=True)).to_be_visible()
    assert Interpreter.objects.get(pk=row.pk).sessions_a_day == 1
    team.look(f"phone-{locale}-360-limits")


def test_a_day_that_is_not_saved_says_so_beside_itself(open_window: Opener) -> None:
    team = open_window("team")
    open_person(team, Interpreter.objects.filter(user=None, active=True).order_by("first_name")[0])
    team.page.route("**/free-days/*", lambda route: route.abort())
    choice(team, recorded(team, 1), "Free").click()
    expect(recorded(team, 1).get_by_role("alert")).to_contain_text(team.words(NOT_SENT))
    is_chosen(team, recorded(team, 1), "No record")
    expect(recorded(team, 0).get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(("locale", "width"), [("en", 360), ("ar", 360), ("en", DESK), ("ar", DESK)])
def test_of_two_who_record_limits_at_once_the_second_chooses(open_window: Opener, locale: str, width: int) -> None:
    team = open_window("team", locale, width=width)
    row = Interpreter.objects.filter(user=None, active=True).order_by("first_name")[0]
    open_person(team, row)
    team.field("Sessions a day").select_option("1")
    colleague = someone_of_the_team()
    first = Limits(hours_a_month=8)
    record_limits(interpreter_id=row.pk, version=row.version, limits=first, now=timezone.now(), actor=colleague)
    team.button("Save the limits").click()
    expect(team.button("Write what I chose")).to_be_visible()
    expect(team.page.get_by_text(team.words("Recorded by a colleague, who alone reads it")).first).to_be_visible()
    assert Interpreter.objects.get(pk=row.pk).limits == first
    team.look(f"phone-{locale}-{width}-limits-of-two")
    team.button("Write what I chose").click()
    expect(team.page.get_by_text(team.words("Saved."), exact=True)).to_be_visible()
    assert Interpreter.objects.get(pk=row.pk).limits == Limits(sessions_a_day=1)
