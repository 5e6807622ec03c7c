"""One step of a life: what was stored before and after it, and what the journal told of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from passerelle.agencies.models import Agency, Group, Member, Site, TravelTime
from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.bookings.models import Offer, Override, Session, SessionTold, Shift, Visit, VisitTherapist
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import ClaimLink, Credential, Interpreter, LanguageSkill, NotPaired
from passerelle.journal.models import Change

type Row = dict[str, Any]
type Kept = Mapping[str, Mapping[UUID, Row]]

KINDS: Mapping[str, type[Model]] = {
    "visit": Visit,
    "session": Session,
    "shift": Shift,
    "offer": Offer,
    "interpreter": Interpreter,
    "agency": Agency,
    "group": Group,
    "site": Site,
    "travel_time": TravelTime,
}
"""By the names under which the journal tells of them; each has versions."""


@dataclass(frozen=True)
class Part:
    """A table whose rows the journal tells of under another thing: ``entity`` is its name there, ``of`` the column."""

    model: type[Model]
    entity: str
    of: str


PARTS: Mapping[str, Part] = {
    "free day": Part(FreeDay, "free_day", "interpreter_id"),
    "usual day": Part(UsualDay, "free_day", "interpreter_id"),
    "break": Part(Break, "free_day", "interpreter_id"),
    "pairing": Part(NotPaired, "pairing", "id"),
    "paper": Part(Credential, "interpreter", "interpreter_id"),
    "language": Part(LanguageSkill, "interpreter", "interpreter_id"),
    "link": Part(ClaimLink, "interpreter", "interpreter_id"),
    "therapist": Part(VisitTherapist, "visit", "visit_id"),
    "told": Part(SessionTold, "session", "session_id"),
    "decision": Part(Override, "shift", "shift_id"),
    "member": Part(Member, "agency", "agency_id"),
}


@dataclass(frozen=True)
class Rows:
    """Every column of every row that an act may change: ``of`` by kind and id, ``parts`` by what they are part of."""

    of: Kept
    parts: Kept

    @classmethod
    def read(cls) -> "Rows":
        return cls(
            {kind: _by_id(model) for kind, model in KINDS.items()}, {name: _by_id(part.model) for name, part in PARTS.items()}
        )


def _by_id(model: type[Model]) -> dict[UUID, Row]:
    return {row["id"]: row for row in model._default_manager.values()}


@dataclass(frozen=True)
class Changed:
    """A row that is not as it was; ``before`` None where it is new."""

    kind: str
    pk: UUID
    before: Row | None
    after: Row


@dataclass(frozen=True)
class Step:
    """``lines`` are those of the journal that the step added; ``numbered`` the last number before it.

    ``about`` is what the act was done to, where it names a booking.
    """

    act: str
    actor: Actor
    now: datetime
    done: bool
    before: Rows
    after: Rows
    lines: Sequence[Change]
    numbered: int
    about: UUID | None = None

    def changed(self) -> Iterator[Changed]:
        for kind, rows in self.after.of.items():
            for pk, row in rows.items():
                was = self.before.of[kind].get(pk)
                if was != row:
                    yield Changed(kind, pk, was, row)

    def parts_changed(self) -> Iterator[tuple[str, Row | None, Row | None]]:
        """Each row of a part that is not as it was, before and after; None where it is not there."""
        for name, rows in self.after.parts.items():
            before = self.before.parts[name]
            for pk in {**before, **rows}:
                if before.get(pk) != rows.get(pk):
                    yield name, before.get(pk), rows.get(pk)

    def lines_of(self, pk: UUID) -> list[Change]:
        return [line for line in self.lines if line.entity_id == pk]
