"""One interpreter as the team sees them, with what they are booked for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.bookings.shapes.common import DayRef
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import Language
from passerelle.interpreters.shapes import InterpreterView


@dataclass(frozen=True, slots=True)
class BookingOfPerson:
    """A place they hold or held; ``id`` is the place's."""

    id: UUID
    visit: DayRef | None
    group_name: str
    language: Language
    state: ShiftState
    starts_at: datetime
    ends_at: datetime
    time_zone: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """``areas`` are those somebody can set out from. ``claim_until``: when the link to make an account ends, if there is one.

    ``coming`` is soonest first, ``past`` latest first, the last twenty.
    """

    interpreter: InterpreterView
    version: int
    first_name: str
    family_name: str
    base_area: str
    reads: str
    areas: list[str]
    coming: list[BookingOfPerson]
    past: list[BookingOfPerson]
    claim_until: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimLinkView:
    """The address to send, told this once; it works once, until ``expires_at``."""

    path: str
    expires_at: datetime
