"""Moved or held another way: the coordinator copies to each what changed, and what they need to do."""

import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services import answers, asking, moving
from passerelle.domain.words import Mode
from passerelle.interpreters.models import Interpreter
from tests.e2e.mornings.friday import Friday, a_friday, a_session, now, place_of
from tests.e2e.mornings.seats import Seats, sheet
from tests.e2e.windows import Window
from tests.factories.people import a_profile, acting, an_interpreter


def _said_yes(friday: Friday, shift: Shift) -> Interpreter:
    shirin = an_interpreter(a_profile("Shirin"))
    (offer,) = asking.ask_interpreters(shift_id=shift.id, interpreter_ids=[shirin.id], now=now(), actor=friday.coordinator)
    answers.accept_offer(offer_id=offer.id, now=now(), actor=acting(shirin))
    return shirin


def _go_remote(friday: Friday, session: Session) -> None:
    version = Session.objects.get(pk=session.pk).version
    moving.change_mode(session_id=session.id, version=version, mode=Mode.REMOTE, now=now(), actor=friday.coordinator)


def _message(window: Window, within: Locator) -> Locator:
    within.get_by_role("button", name=window.words("Message to copy"), exact=True).click()
    return within.get_by_label(window.words("Message"), exact=True)


@pytest.mark.parametrize(("locale", "width"), [("en", 1440), ("ar", 1440), ("en", 360), ("ar", 360)])
def test_who_keeps_the_place_is_told_that_it_is_remote(seat: Seats, locale: str, width: int) -> None:
    friday = a_friday()
    session = a_session(friday)
    shift = place_of(session)
    _said_yes(friday, shift)
    team = seat(friday.coordinator, "team", friday.board, locale=locale, width=width)
    person = sheet(team, shift).locator("li.asked").filter(has_text="Shirin")
    expect(person).to_have_count(1)
    expect(person.get_by_role("button", name=team.words("Message to copy"), exact=True)).to_have_count(0)
    _go_remote(friday, session)
    message = _message(team, person)
    team.page.locator(".sheet").get_by_label(team.words("Language of the message"), exact=True).first.select_option("en")
    expect(message).to_have_value(
        "Hello Shirin,\n"
        f"{_day(session)}, 11:00–12:00, Dari, By video or telephone\n"
        "It is now held by video or telephone.\n"
        "Your yes still counts: you do not need to answer again. We will tell you when you are confirmed."
    )
    team.look(f"told-of-changes-remote-{locale}-{width}", whole=False)


def test_everyone_concerned_by_a_move_is_listed_with_their_message(seat: Seats) -> None:
    friday = a_friday()
    session = a_session(friday)
    _said_yes(friday, place_of(session))
    team = seat.board(friday.coordinator, friday)
    row = team.page.get_by_role("article", name=session.group.name, exact=True)
    row.locator("summary").click()
    expect(row.get_by_text(team.words("Who is to be told"))).to_have_count(0)
    starts_at, ends_at = (moment.replace(minute=30) for moment in (session.starts_at, session.ends_at))
    version = Session.objects.get(pk=session.pk).version
    moving.move_session(
        session_id=session.id, version=version, starts_at=starts_at, ends_at=ends_at, now=now(), actor=friday.coordinator
    )
    expect(row.get_by_text(team.words("Who is to be told"))).to_be_visible()
    person = row.locator("li.asked").filter(has_text="Shirin")
    message = _message(team, person)
    moved = f"This session was moved from {_day(session)}, 11:00–12:00 to {_day(session)}, 11:30–12:30."
    expect(message).to_contain_text(moved)
    lines = message.input_value().splitlines()
    assert lines[1:4] == [
        f"{_day(session)}, 11:30–12:30, Dari, Calais centre",
        moved,
        "Your answer was for the time before. Can you come at the new time?",
    ]
    team.look("told-of-changes-moved")
    row.get_by_role("button", name=team.words("Message for the partner"), exact=True).click()
    expect(row.get_by_label(team.words("Message"), exact=True).first).to_have_value(re.compile(re.escape(moved)))
    team.look("told-of-changes-partner")


@pytest.mark.parametrize(("locale", "width"), [("en", 360), ("ar", 360), ("en", 1440), ("ar", 1440)])
def test_who_has_not_answered_is_written_to_with_what_changed(seat: Seats, locale: str, width: int) -> None:
    friday = a_friday()
    session = a_session(friday)
    _said_yes(friday, place_of(session))
    _an_hour_later(friday, session)
    team = seat(friday.coordinator, "team", "/team/waiting", locale=locale, width=width)
    person = team.page.get_by_role("article", name="Shirin")
    expect(person.get_by_text(team.words("Moved since they were asked or answered"))).to_be_visible()
    message = _message(team, person)
    person.get_by_label(team.words("Language of the message"), exact=True).select_option("en")
    expect(message).to_have_value(re.compile("Your answer was for the time before. Can you come at the new time?"))
    person.get_by_label(team.words("Language of the message"), exact=True).select_option(locale)
    expect(message).to_have_attribute("lang", locale)
    team.look(f"told-of-changes-waiting-{locale}-{width}")


def _an_hour_later(friday: Friday, session: Session) -> None:
    version = Session.objects.get(pk=session.pk).version
    hour = timedelta(hours=1)
    times: dict[str, Any] = {"starts_at": session.starts_at + hour, "ends_at": session.ends_at + hour}
    moving.move_session(session_id=session.id, version=version, **times, now=now(), actor=friday.coordinator)


def _day(session: Session) -> str:
    return f"{session.starts_at:%A} {session.starts_at.day} {session.starts_at:%B}"
