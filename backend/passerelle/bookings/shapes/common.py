from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Named:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about the thing, with its code for machines."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ToldOfShift:
    """The same about one place of a session, where ``shift`` names it."""

    code: str
    message: str
    shift: UUID | None = None


@dataclass(frozen=True, slots=True)
class DayRef:
    """The visit something is on."""

    id: UUID
    day: date
