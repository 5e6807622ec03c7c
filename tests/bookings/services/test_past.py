"""What is over is written down only as it can have been."""

from datetime import timedelta
from typing import Any

import pytest

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.past import PastPlace, PastSession, record_past_sessions
from passerelle.domain.refusals import Code
from passerelle.domain.words import Language, Pay, PayStatus
from passerelle.interpreters.models import Interpreter
from tests.factories.bookings import refusal
from tests.factories.people import NOW, a_group_of, a_profile, an_agency, an_interpreter, someone_of_the_team

BEGAN = NOW - timedelta(days=7)


def past(*places: PastPlace, begins: Any = BEGAN, hours: float = 1) -> PastSession:
    group = a_group_of(an_agency())
    return PastSession(group.id, begins, begins + timedelta(hours=hours), 5, places)


def by(person: Interpreter, pay: Pay = Pay.VOLUNTEER, *, came: bool = True) -> PastPlace:
    return PastPlace(Language.DARI, pay, person.id, came)


def refused(*sessions: PastSession) -> list[tuple[Code, str | None]]:
    """The refusal of writing them; nothing is left of the attempt."""
    found = refusal(record_past_sessions, sessions=sessions, now=NOW, actor=someone_of_the_team())
    assert not any(model.objects.exists() for model in (Visit, Session, Shift, Offer))
    return found


@pytest.fixture
def person(db: None) -> Interpreter:
    return an_interpreter(a_profile(pay_status=PayStatus.EXPENSES_ONLY))


def test_who_was_there_is_in_their_history(person: Interpreter) -> None:
    found = record_past_sessions(sessions=[past(by(person))], now=NOW, actor=someone_of_the_team())
    assert [(shift.holder_id, shift.state) for one in found for shift in one.shifts] == [(person.id, "worked")]
    assert Offer.objects.get().interpreter == person


def test_a_fee_is_not_written_for_who_is_given_none(person: Interpreter) -> None:
    assert refused(past(by(person, Pay.PAID))) == [(Code.NEVER_A_FEE, None)]


def test_a_volunteer_was_not_missing(person: Interpreter) -> None:
    assert refused(past(by(person, came=False))) == [(Code.VOLUNTEER_NEVER_MISSED, None)]


def test_nobody_was_in_two_places_of_what_is_written(person: Interpreter) -> None:
    meanwhile = past(by(person), begins=BEGAN + timedelta(minutes=59))
    assert refused(past(by(person)), meanwhile) == [(Code.CLASH_HERE, None)]


def test_nobody_was_where_they_were_booked_elsewhere(person: Interpreter) -> None:
    team = someone_of_the_team()
    record_past_sessions(sessions=[past(by(person))], now=NOW, actor=team)
    again = {"sessions": [past(by(person), hours=2)], "now": NOW, "actor": team}
    assert refusal(record_past_sessions, **again) == [(Code.CLASH_HERE, None)]
    assert Session.objects.count() == 1
    after = past(by(person), begins=BEGAN + timedelta(hours=1))
    assert len(record_past_sessions(sessions=[after], now=NOW, actor=team)) == 1


def test_what_is_not_over_is_not_past(person: Interpreter) -> None:
    assert refused(past(by(person), begins=NOW - timedelta(minutes=30))) == [(Code.DAY_TO_COME, None)]
