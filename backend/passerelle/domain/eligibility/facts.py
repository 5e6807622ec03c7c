"""What eligibility is judged on: values in, values out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from passerelle.domain.time import Span
from passerelle.domain.words import (
    CredentialKind,
    Gender,
    GroupKind,
    Language,
    Mode,
    Pay,
    PayStatus,
    Place,
    Quality,
    Strength,
    Variety,
)


@dataclass(frozen=True, slots=True)
class Need:
    """One shift, as far as who may take it goes. ``named`` is the interpreter that ``Quality.NAMED`` speaks of."""

    shift_id: UUID
    language: Language
    variety: Variety | None
    pay: Pay
    block: Span
    day: date
    mode: Mode
    place: Place
    group_kind: GroupKind
    women_only: bool
    under_18s: bool
    qualities: Mapping[Quality, Strength]
    named: UUID | None = None

    def requires(self, quality: Quality) -> bool:
        return self.qualities.get(quality) is Strength.REQUIRED

    def wishes(self, quality: Quality) -> bool:
        return self.qualities.get(quality) is Strength.WISHED


@dataclass(frozen=True, slots=True)
class Booking:
    """A taken or confirmed shift someone holds."""

    shift_id: UUID
    block: Span


@dataclass(frozen=True, slots=True)
class Person:
    """One interpreter, as far as what they may take goes. ``free`` is None where they have not said."""

    interpreter_id: UUID
    name: str
    gender: Gender
    pay_status: PayStatus
    languages: Mapping[Language, frozenset[Variety]]
    places: frozenset[Place]
    credentials: Mapping[CredentialKind, date]
    bookings: tuple[Booking, ...] = ()
    free: bool | None = None
    active: bool = True

    def holds(self, kind: CredentialKind, on: date) -> bool:
        """Whether what was seen is still valid on that day (the last valid day included)."""
        expires = self.credentials.get(kind)
        return expires is not None and expires >= on
