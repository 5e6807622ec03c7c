"""People and groups that a hard rule keeps apart (mornings 5 and 6)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from passerelle.bookings.services import answers, asking
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.domain.words import CredentialKind, GroupKind
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import record_credential
from tests.factories.bookings import FRIDAY, Friday, a_scheduled_session, confirm, says, taken
from tests.factories.people import NOW, a_man, an_interpreter

THURSDAY = FRIDAY - timedelta(days=1)
BOTH = (CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING)


def women_only() -> tuple[Friday, Interpreter]:
    """A women-only group, and a man (morning 5)."""
    return a_scheduled_session(women_only=True), a_man()


def with_papers_until(day: date) -> Interpreter:
    """A woman whose check and training end on ``day``."""
    person = an_interpreter(cleared=False)
    for kind in BOTH:
        record_credential(interpreter_id=person.id, kind=kind, seen_on=NOW.date(), expires_on=day, now=NOW, actor=SYSTEM)
    return person


def with_under_18s() -> tuple[Friday, Interpreter]:
    """A group of unaccompanied young people, and somebody whose papers end the day before (morning 6)."""
    return a_scheduled_session(kind=GroupKind.UNACCOMPANIED_YOUNG_PEOPLE), with_papers_until(THURSDAY)


type Situation = Callable[[], tuple[Friday, Interpreter]]

broken = pytest.mark.parametrize("situation", [women_only, with_under_18s])
"""For each hard rule, a session and somebody who breaks it there."""


def assigned(friday: Friday, who: Interpreter) -> None:
    asking.assign_interpreter(shift_id=friday.shift.id, interpreter_id=who.id, now=NOW, actor=friday.coordinator)


def decided(friday: Friday, who: Interpreter, by: Actor, reason: str = "I know his work with them.") -> None:
    asking.record_override(shift_id=friday.shift.id, interpreter_id=who.id, reason=reason, now=NOW, actor=by)


def confirmed_and_left(situation: Situation) -> tuple[Friday, Interpreter]:
    """The session is confirmed already; its holder has left again, so that a yes would be confirmed at once."""
    friday, who = situation()
    holder = taken(friday)
    confirm(friday)
    says(answers.withdraw_offer, friday.shift, holder)
    assert (friday.session.state, friday.shift.state) == ("confirmed", "open")
    return friday, who
