"""Needs and persons as the rules see them, each fitting until a test says otherwise. No database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from passerelle.domain.eligibility.facts import Booking, Need, Person
from passerelle.domain.time import Span
from passerelle.domain.travel import Stop
from passerelle.domain.words import CredentialKind, Gender, GroupKind, Language, Mode, Pay, PayStatus, Place

DAY = date(2026, 11, 27)
BEGINS = datetime(2026, 11, 27, 9, 45, tzinfo=UTC)
BLOCK = Span(BEGINS, BEGINS + timedelta(minutes=100))
SHIFT = UUID("00000000-0000-4000-8000-000000000001")


def a_need(**otherwise: Any) -> Need:
    """A paid place in Dari with mixed adults in France, nothing required."""
    need = Need(
        shift_id=SHIFT,
        language=Language.DARI,
        variety=None,
        pay=Pay.PAID,
        block=BLOCK,
        day=DAY,
        mode=Mode.IN_PERSON,
        place=Place.FRANCE,
        group_kind=GroupKind.MIXED_ADULTS,
        women_only=False,
        under_18s=False,
        qualities={},
    )
    return replace(need, **otherwise)


def a_person(name: str = "Shirin", **otherwise: Any) -> Person:
    """A woman who speaks Dari, works everywhere, holds everything on the day and said she is free."""
    person = Person(
        interpreter_id=uuid4(),
        name=name,
        gender=Gender.WOMAN,
        pay_status=PayStatus.FEES,
        languages={Language.DARI: frozenset()},
        places=frozenset(Place),
        credentials={CredentialKind.CHECK: DAY, CredentialKind.SAFEGUARDING_TRAINING: DAY},
        free=True,
    )
    return replace(person, **otherwise)


def booked(*, starts: timedelta, minutes: int = 100, shift_id: UUID | None = None, stop: Stop | None = None) -> Booking:
    """A booked block that begins ``starts`` after (before, when negative) the one of ``a_need``."""
    begins = BEGINS + starts
    return Booking(shift_id or uuid4(), Span(begins, begins + timedelta(minutes=minutes)), stop=stop)
