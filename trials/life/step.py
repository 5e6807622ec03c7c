"""One step of a life: what was stored before and after it, and what the journal told of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.domain.roles import Actor
from passerelle.journal.models import Change

type Row = dict[str, Any]

KINDS: Mapping[str, type[Model]] = {"visit": Visit, "session": Session, "shift": Shift, "offer": Offer}
"""By the names under which the journal tells of them."""


@dataclass(frozen=True)
class Rows:
    """Every column of every visit, session, place and answer, by kind and id."""

    of: Mapping[str, Mapping[UUID, Row]]

    @classmethod
    def read(cls) -> "Rows":
        return cls({kind: {row["id"]: row for row in model._default_manager.values()} for kind, model in KINDS.items()})


@dataclass(frozen=True)
class Changed:
    """A row that is not as it was; ``before`` None where it is new."""

    kind: str
    pk: UUID
    before: Row | None
    after: Row


@dataclass(frozen=True)
class Step:
    """``lines`` are those of the journal that the step added; ``numbered`` the last number before it."""

    act: str
    actor: Actor
    now: datetime
    done: bool
    before: Rows
    after: Rows
    lines: Sequence[Change]
    numbered: int

    def changed(self) -> Iterator[Changed]:
        for kind, rows in self.after.of.items():
            for pk, row in rows.items():
                was = self.before.of[kind].get(pk)
                if was != row:
                    yield Changed(kind, pk, was, row)

    def lines_of(self, pk: UUID) -> list[Change]:
        return [line for line in self.lines if line.entity_id == pk]
