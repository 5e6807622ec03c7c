"""What the acts on one interpreter's place take."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from passerelle.bookings.api.inputs.asks import QualityInput
from passerelle.bookings.services.moving import Place
from passerelle.domain.words import (
    Language,
    Pay,
    Variety,
)


@dataclass(frozen=True)
class PlaceInput:
    """A shift to open. ``qualities`` null: what its partner asked for; ``named`` is who ``named`` among them speaks of."""

    language: Language
    pay: Pay
    variety: Variety | None = None
    qualities: list[QualityInput] | None = None
    named: UUID | None = None
    ticket_paid: bool = False

    def place(self) -> Place:
        qualities = None if self.qualities is None else {line.what: line.strength for line in self.qualities}
        return Place(self.language, self.pay, self.variety, qualities, self.named, self.ticket_paid)

    def arguments(self) -> dict[str, Any]:
        return {"place": self.place()}


@dataclass(frozen=True, kw_only=True)
class PlaceEdit(PlaceInput):
    """The place as it should be."""

    version: int

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "place": self.place()}


@dataclass(frozen=True)
class AskInterpreters:
    """Put the place to these people, with the time until which they may answer."""

    interpreters: list[UUID]
    answer_by: datetime | None = None

    LIMITS: ClassVar = {"interpreters": {"min_length": 1, "max_length": 100}}

    def arguments(self) -> dict[str, Any]:
        return {"interpreter_ids": self.interpreters, "answer_by": self.answer_by}


@dataclass(frozen=True)
class Assign:
    """Said yes by phone."""

    interpreter: UUID

    def arguments(self) -> dict[str, Any]:
        return {"interpreter_id": self.interpreter}


@dataclass(frozen=True)
class Ticket:
    """Whether the team pays the ticket beforehand."""

    paid: bool


@dataclass(frozen=True)
class Decide:
    """The safeguarding lead's decision to let one person take one place despite a hard rule."""

    interpreter: UUID
    reason: str

    LIMITS: ClassVar = {"reason": {"max_length": 500}}

    def arguments(self) -> dict[str, Any]:
        return {"interpreter_id": self.interpreter, "reason": self.reason}
