"""What there is to write to each who was asked, once a session was moved or is held another way."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from passerelle.bookings.models import Move
from passerelle.bookings.selectors.messages import who_is_coming
from passerelle.bookings.selectors.sessions import session_view
from passerelle.bookings.selectors.to_interpreters import message_to_interpreter
from passerelle.bookings.services import answers, moving, requests
from passerelle.bookings.services.days import change_mode_of_day
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.domain.refusals import Code, Refusal
from passerelle.domain.words import Mode
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import (
    Friday,
    a_confirmed_session,
    a_scheduled_session,
    after,
    asked,
    at,
    confirm,
    offer_of,
    people,
    says,
    taken,
)

CHANGED, ASKING, CONFIRMING = MessageKind.CHANGED, MessageKind.ASKING, MessageKind.CONFIRMING
AT_FIRST, AT_TWO, AT_THREE = "11:00–12:15", "14:00–15:00", "15:00–16:00"
ON_SCREEN = "It is now held by video or telephone."
AGAIN = "Your answer was for the time before. Can you come at the new time?"
FIRST = "Can you come?"
YES = "Your yes still counts: you do not need to answer again. We will tell you when you are confirmed."
STANDBY = "You are still on standby: you do not need to answer again."
REASON = "A yes or a no is enough, no reason is needed."


def moved(was: str, now: str) -> str:
    day = "Friday 27 November"
    return f"This session was moved from {day}, {was} to {day}, {now}."


def move(friday: Friday, hour: int = 14, *, now: datetime, ends_at: datetime | None = None) -> None:
    act: dict[str, Any] = {
        "session_id": friday.session_id,
        "version": friday.session.version,
        "now": now,
        "actor": friday.coordinator,
    }
    moving.move_session(**act, starts_at=at(hour), ends_at=ends_at or at(hour + 1))


def hold(friday: Friday, mode: Mode, *, now: datetime) -> None:
    act: dict[str, Any] = {
        "session_id": friday.session_id,
        "version": friday.session.version,
        "now": now,
        "actor": friday.coordinator,
    }
    moving.change_mode(**act, mode=mode)


def offered(friday: Friday, person: Interpreter) -> MessageKind | None:
    """What the list of the place has to write to them."""
    (place,) = session_view(friday.session_id, friday.coordinator, after(600)).shifts
    (line,) = (asked.message for asked in place.offers if asked.interpreter.id == person.id)
    return line


def reads(friday: Friday, person: Interpreter) -> list[str] | Code:
    """What follows the place in the message of what changed."""
    offer = offer_of(friday.shift, person)
    try:
        return message_to_interpreter(offer.id, CHANGED, "en", friday.coordinator).text.splitlines()[2:]
    except Refusal as refused:
        return refused.code


def test_a_move_asks_holder_and_reserves_again_and_tells_who_has_not_answered(db: None) -> None:
    reserve, silent, late = people("Amal", "Parwana", "Zohra")
    friday, holder = a_confirmed_session(reserve)
    asked(friday.shift, silent, by=friday.coordinator)
    assert [offered(friday, one) for one in (holder, reserve, silent)] == [CONFIRMING, None, ASKING]
    assert [reads(friday, one) for one in (holder, reserve, silent)] == [Code.WRONG_STATE] * 3
    move(friday, now=after(60))
    asked(friday.shift, late, by=friday.coordinator, now=after(90))
    by, new_time = "Please answer by Monday 23 November, 23:00.", moved(AT_FIRST, AT_TWO)
    assert reads(friday, holder) == [new_time, AGAIN, by, REASON]
    assert reads(friday, reserve) == [new_time, AGAIN, REASON]
    assert reads(friday, silent) == [new_time, FIRST, REASON]
    # Who was asked for the new time in the first place has no news.
    assert reads(friday, late) == Code.WRONG_STATE
    assert [offered(friday, one) for one in (holder, reserve, silent, late)] == [CHANGED, CHANGED, CHANGED, ASKING]
    told = message_to_interpreter(offer_of(friday.shift, holder).id, CHANGED, "en", friday.coordinator).text.splitlines()
    assert told[:2] == ["Hello Shirin,", "Friday 27 November, 14:00–15:00, Dari, Calais centre"]


def test_who_answered_for_the_new_time_has_no_news_until_it_is_confirmed(db: None) -> None:
    friday, holder = a_confirmed_session()
    move(friday, now=after(60))
    says(answers.accept_offer, friday.shift, holder, now=after(90))
    assert (offered(friday, holder), reads(friday, holder)) == (None, Code.WRONG_STATE)
    confirm(friday, now=after(120))
    assert offered(friday, holder) == CONFIRMING


def test_another_way_to_hold_it_leaves_the_answers_and_everyone_knows(db: None) -> None:
    reserve, silent = people("Amal", "Parwana")
    friday, holder = a_confirmed_session(reserve)
    asked(friday.shift, silent, by=friday.coordinator)
    hold(friday, Mode.REMOTE, now=after(60))
    assert reads(friday, holder) == [ON_SCREEN, YES]
    assert reads(friday, reserve) == [ON_SCREEN, STANDBY]
    assert reads(friday, silent) == [ON_SCREEN, FIRST, REASON]
    assert [offered(friday, one) for one in (holder, reserve, silent)] == [CHANGED] * 3
    confirm(friday, now=after(120))
    assert (offered(friday, holder), reads(friday, holder)) == (CONFIRMING, Code.WRONG_STATE)


@pytest.mark.parametrize(
    ("mode", "said"),
    [(Mode.PARTNER_LED, "It is now led by the partner."), (Mode.IN_PERSON, "It is now held in person.")],
)
def test_it_says_how_it_is_held_by_now(db: None, mode: Mode, said: str) -> None:
    friday, holder = a_confirmed_session()
    hold(friday, Mode.REMOTE, now=after(60))
    hold(friday, mode, now=after(90))
    assert reads(friday, holder) == [said, YES]


def test_moved_and_held_another_way_says_both_but_only_what_came_since_the_answer(db: None) -> None:
    friday, holder = a_confirmed_session()
    hold(friday, Mode.REMOTE, now=after(60))
    move(friday, now=after(90))
    by = "Please answer by Monday 23 November, 23:30."
    assert reads(friday, holder) == [moved(AT_FIRST, AT_TWO), AGAIN, by, REASON]
    says(answers.accept_offer, friday.shift, holder, now=after(100))
    hold(friday, Mode.PARTNER_LED, now=after(110))
    assert reads(friday, holder) == ["It is now led by the partner.", YES]
    move(friday, 15, now=after(120))
    hold(friday, Mode.REMOTE, now=after(130))
    by = "Please answer by Tuesday 24 November, 00:00."
    assert reads(friday, holder) == [moved(AT_TWO, AT_THREE), ON_SCREEN, AGAIN, by, REASON]


def test_a_day_held_another_way_and_a_proposal_of_another_hour_are_news_too(db: None) -> None:
    friday, holder = a_confirmed_session()
    act: dict[str, Any] = {"now": after(60), "actor": friday.coordinator}
    change_mode_of_day(visit_id=friday.visit_id, version=friday.visit.version, modes={friday.session_id: Mode.REMOTE}, **act)
    assert reads(friday, holder) == [ON_SCREEN, YES]
    row = friday.session
    times: dict[str, Any] = {"starts_at": row.starts_at + timedelta(hours=1), "ends_at": row.ends_at + timedelta(hours=1)}
    requests.propose_change(session_id=row.id, version=row.version, **times, people_expected=7, **act)
    requests.accept_change(session_id=row.id, version=friday.session.version, now=after(90), actor=friday.coordinator)
    by = "Please answer by Monday 23 November, 23:30."
    assert reads(friday, holder) == [moved(AT_FIRST, "12:00–13:15"), AGAIN, by, REASON]


def test_who_said_nothing_to_two_moves_reads_when_they_were_asked_for_it(db: None) -> None:
    (silent,) = people("Parwana")
    friday, holder = a_confirmed_session()
    asked(friday.shift, silent, by=friday.coordinator)
    move(friday, now=after(60))
    move(friday, 15, now=after(90))
    assert reads(friday, silent) == [moved(AT_FIRST, AT_THREE), FIRST, REASON]
    assert reads(friday, holder)[0] == moved(AT_TWO, AT_THREE)
    # There and back: nothing that they would have to know.
    move(friday, 11, now=after(120), ends_at=at(12, 15))
    assert reads(friday, silent) == [FIRST, REASON]


def test_a_session_that_was_moved_before_times_were_kept_says_only_that_it_was(db: None) -> None:
    friday, holder = a_confirmed_session()
    move(friday, now=after(60))
    Move.objects.all().delete()
    assert reads(friday, holder)[0] == "This session has a new time."


def for_the_partner(friday: Friday, now: datetime) -> list[str]:
    """The lines between when and where."""
    lines = who_is_coming(friday.session_id, "en", friday.partner, now).text.splitlines()[2:]
    return lines[: next(n for n, line in enumerate(lines) if line.startswith(("Where", "By video")))]


def test_its_partner_reads_what_changed_until_it_is_confirmed_again(db: None) -> None:
    friday, holder = a_confirmed_session()
    assert for_the_partner(friday, after(30)) == []
    move(friday, now=after(60))
    assert for_the_partner(friday, after(60)) == [moved(AT_FIRST, AT_TWO)]
    hold(friday, Mode.REMOTE, now=after(90))
    assert for_the_partner(friday, after(90)) == [moved(AT_FIRST, AT_TWO), ON_SCREEN]
    says(answers.accept_offer, friday.shift, holder, now=after(100))
    confirm(friday, now=after(120))
    assert for_the_partner(friday, after(120)) == []
    move(friday, 15, now=after(150))
    assert for_the_partner(friday, after(150)) == [moved(AT_TWO, AT_THREE)]


def test_the_queries_do_not_grow_with_who_was_asked(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    friday = a_scheduled_session()
    taken(friday)
    move(friday, now=after(60))
    with CaptureQueriesContext(connection) as one:
        session_view(friday.session_id, friday.coordinator, after(90))
    asked(friday.shift, *people("Amal", "Parwana"), by=friday.coordinator)
    with django_assert_num_queries(len(one.captured_queries)):
        session_view(friday.session_id, friday.coordinator, after(90))
