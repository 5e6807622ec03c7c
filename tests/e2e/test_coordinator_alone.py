"""One Friday with nobody signed in but the coordinator: everyone else is on the phone and on WhatsApp."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.interpreters.models import Interpreter
from tests.e2e.test_walk import (
    GROUP,
    STARTS,
    a_day_of_its_own,
    confirm_the_day,
    open_the_board,
    plan_the_day,
    put_on_the_friday,
    session,
    two_therapists_come,
)
from tests.e2e.windows import Opener, Window
from tests.e2e.words import LOCALES

WIDE = 1440
A_YEAR = timedelta(weeks=52)
NAME, AREA = "Zarifa", "Calais centre"
LATER = "18:50"
"""When the second session starts, which she cancels: like no other hour of that partner either."""


def take_on(team: Window) -> None:
    """Somebody without an account, who works in Farsi and reads Dari."""
    team.go("Interpreters")
    team.go("Add an interpreter")
    team.field("First name").fill(NAME)
    team.field("Phone").fill("+33 6 99 00 12 34")
    team.page.get_by_label(team.words("Farsi"), exact=True).check()
    team.choose("Pay", team.words("Can be paid"))
    team.choose("Sets out from", AREA)
    team.field("Reads messages in").select_option("prs")
    team.look(f"alone-{team.words.locale}-new-person")
    team.button("Add them").click()
    expect(team.page.get_by_role("heading", name=NAME, exact=True)).to_be_visible()
    assert Interpreter.objects.get(first_name=NAME).base_area == AREA
    team.look(f"alone-{team.words.locale}-person")


def ask_on_a_partners_behalf(team: Window, day: str, starts: str = STARTS) -> None:
    team.go("Requests")
    team.go("Ask on a partner’s behalf")
    team.choose("Group", GROUP)
    team.field("Day").select_option(day)
    team.field("Starts at").fill(starts)
    team.field("How many people do you expect?").fill("6")
    team.choose("Language", team.words("Farsi"))
    team.field("People").fill("4")
    team.button("Send the request").click()
    team.page.wait_for_url("**/team/requests")


def line_of_inbox(team: Window, status: str) -> Locator:
    return team.page.locator("li").filter(has_text=team.clock(STARTS)).filter(has=team.status(status))


def ask_her(team: Window, of: Locator) -> None:
    of.locator("button.place").click()
    team.page.get_by_role("checkbox", name=NAME).check()
    team.page.get_by_role("button", name=team.words.counted("Ask # person", "Ask # people")).click()
    expect(asked_in_the_sheet(team, "Asked")).to_be_visible()


def the_later_one(team: Window) -> Locator:
    return team.page.get_by_role("article").filter(has_text=team.clock(LATER))


def put_the_later_one_on_too(team: Window, day: str) -> None:
    """A second session, for which she says yes while she is asked."""
    ask_on_a_partners_behalf(team, day, LATER)
    asked = the_later_one(team)
    asked.get_by_role("button", name=team.words("Put on a Friday")).click()
    asked.get_by_role("button", name=team.words.like("Put it on {0}")).click()
    expect(asked).to_have_count(0)


def ask_her_for_the_later_one_too(team: Window) -> None:
    ask_her(team, the_later_one(team))
    asked_in_the_sheet(team, "Asked").get_by_role("button", name=team.words("Said yes by phone")).click()
    expect(asked_in_the_sheet(team, "Said yes")).to_be_visible()
    team.page.keyboard.press("Escape")


def asked_in_the_sheet(team: Window, status: str) -> Locator:
    return team.page.locator(".sheet .asked").filter(has_text=NAME).filter(has=team.status(status))


def copied(team: Window) -> str:
    text: str = team.page.evaluate("navigator.clipboard.readText()")
    return text


def write_to_her_and_record_her_yes(team: Window) -> None:
    """She answers the call before she has read the message."""
    team.go("Who hasn’t answered")
    hers = team.page.get_by_role("article", name=NAME)
    hers.get_by_role("button", name=team.words("Message to copy")).click()
    hers.get_by_role("button", name=team.words("Copy for WhatsApp")).click()
    expect(hers.get_by_text(team.words("Copied"), exact=True)).to_be_visible()
    assert copied(team).splitlines()[:2] == [f"سلام \u2068{NAME}\u2069،", "آمده می‌توانید؟"]
    hers.get_by_role("combobox", name=team.words("Language of the message")).select_option("en")
    expect(hers.get_by_role("textbox")).to_have_value(re.compile(f"Hello {NAME},\nCan you come\\?"))
    team.look(f"alone-{team.words.locale}-waiting")
    hers.get_by_role("button", name=team.words("Said yes by phone")).click()
    expect(hers).to_have_count(0)


def copy_the_confirmation(team: Window) -> None:
    session(team).locator("button.place").click()
    hers = asked_in_the_sheet(team, "Said yes")
    hers.get_by_role("button", name=team.words("Message to copy")).click()
    hers.get_by_role("button", name=team.words("Copy for WhatsApp")).click()
    expect(hers.get_by_text(team.words("Copied"), exact=True)).to_be_visible()
    assert Session.objects.filter(shifts__holder__first_name=NAME)[0].group.site.address in copied(team)
    team.page.keyboard.press("Escape")


def cancel_the_later_one(team: Window) -> None:
    """Whoever was to come is named after it is cancelled too, with what to write to her and to the partner."""
    row = the_later_one(team)
    row.get_by_text(team.words("Details and changes"), exact=True).click()
    row.get_by_role("button", name=team.words("Cancel the session")).click()
    team.button("Cancel it").click()
    expect(team.heading("Does not take place")).to_be_visible()
    expect(row.filter(has=team.status("Cancelled"))).to_have_count(1)
    expect(row).to_have_count(1)
    row.get_by_text(team.words("Who is to be told"), exact=True).click()
    hers = row.locator("li.asked").filter(has_text=NAME)
    expect(row.locator("li.asked")).to_have_count(1)
    hers.get_by_role("button", name=team.words("Message to copy")).click()
    hers.get_by_role("button", name=team.words("Copy for WhatsApp")).click()
    expect(hers.get_by_text(team.words("Copied"), exact=True)).to_be_visible()
    assert copied(team).splitlines()[0] == f"سلام \u2068{NAME}\u2069،"
    row.get_by_role("button", name=team.words("Message for the partner")).click()
    of_the_partner = row.locator("button", has_text=team.words("Copy for WhatsApp"))
    expect(of_the_partner).to_have_count(2)
    of_the_partner.first.click()
    expect(row.get_by_text(team.words("Copied"), exact=True)).to_have_count(2)
    assert copied(team).splitlines()[0].strip("\u2068\u2069") == GROUP
    team.look(f"alone-{team.words.locale}-cancelled")


def the_day_goes_by(session_id: UUID) -> None:
    """Everything of that day was a year ago, by the same clocks: nobody waits for a Friday in a test."""
    back = A_YEAR
    row = Session.objects.get(pk=session_id)
    assert row.visit is not None
    Visit.objects.filter(pk=row.visit.id).update(day=row.visit.day - back)
    Session.objects.filter(pk=session_id).update(starts_at=row.starts_at - back, ends_at=row.ends_at - back)
    for shift in Shift.objects.filter(session=session_id):
        Shift.objects.filter(pk=shift.pk).update(block=DateTimeTZRange(shift.block.lower - back, shift.block.upper - back))


def close_out(team: Window) -> None:
    team.page.reload()
    session(team).get_by_text(team.words("Details and changes"), exact=True).click()
    session(team).get_by_role("button", name=team.words("Close out")).click()
    team.button("The session was held").click()
    expect(session(team, "Held").first).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_friday_run_by_the_coordinator_alone(open_window: Opener, locale: str) -> None:
    team = open_window("team", locale, width=WIDE)
    team.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    day = a_day_of_its_own()
    take_on(team)
    team.go("Fridays")
    plan_the_day(team, day)
    ask_on_a_partners_behalf(team, day.isoformat())
    team.go("Inbox")
    expect(line_of_inbox(team, "Request")).to_be_visible()
    team.look(f"alone-{locale}-inbox")
    line_of_inbox(team, "Request").get_by_role("link", name=team.words("Answer the request")).click()
    put_on_the_friday(team)
    team.go("Inbox")
    line_of_inbox(team, "Nobody yet").get_by_role("link", name=team.words("Ask somebody")).click()
    ask_her(team, session(team))
    team.page.keyboard.press("Escape")
    write_to_her_and_record_her_yes(team)
    team.go("Inbox")
    expect(line_of_inbox(team, "Nobody yet")).to_have_count(0)
    put_the_later_one_on_too(team, day.isoformat())
    team.go("Fridays")
    open_the_board(team, day)
    ask_her_for_the_later_one_too(team)
    two_therapists_come(team)
    confirm_the_day(team, sessions=2)
    copy_the_confirmation(team)
    cancel_the_later_one(team)
    hers = Shift.objects.get(holder__first_name=NAME)
    offer = Offer.objects.get(shift=hers)
    assert (hers.state, offer.recorded_by is not None, Interpreter.objects.get(first_name=NAME).user) == (
        ShiftState.CONFIRMED,
        True,
        None,
    )
    the_day_goes_by(hers.session_id)
    close_out(team)
    assert Session.objects.get(pk=hers.session_id).state == SessionState.HELD
    assert Shift.objects.get(pk=hers.pk).state == ShiftState.WORKED
    assert Session.objects.exclude(pk=hers.session_id).get(visit__day=day - A_YEAR).state == SessionState.CANCELLED


def test_a_person_booked_by_phone_opens_her_link_and_only_the_button_makes_the_account(open_window: Opener) -> None:
    team, hers = open_window("team", width=WIDE), open_window.at_the_door("interpreter")
    take_on(team)
    team.button("Make a link").click()
    link = team.field("Link, shown this once").input_value()
    hers.page.goto(link.replace("team.localhost", "interpreter.localhost"))
    expect(hers.button("Make my account")).to_be_visible()
    assert Interpreter.objects.get(first_name=NAME).user is None
    hers.look("alone-en-claim")
    hers.field("Your e-mail: codes to sign in are sent there").fill("zarifa@example.invalid")
    hers.button("Make my account").click()
    hers.page.wait_for_url("**/interpreter")
    expect(team.page.get_by_text(team.words("Signs in and answers for themselves."))).to_be_visible()
