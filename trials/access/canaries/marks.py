"""A mark in every text that is of somebody, and who may read it: whom the register of personal data names for the field."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DataError, IntegrityError, models, transaction

from passerelle.common.register import Table, tables
from passerelle.domain.personal import Reader
from trials.access.canaries.standing import own_rows, standing

LEAST = 30
"""Characters that a text must be able to hold; what holds less is a code."""
AS_IT_IS = {
    "accounts.User.id",
    "accounts.User.password",
    "sessions.Session.session_key",
    "sessions.Session.session_data",
    "account.EmailConfirmation.key",
    "interpreters.Interpreter.id",
    "interpreters.ClaimLink.digest",
    "bookings.Offer.id",
}
"""No text could stand in its place, and it is like no other already."""
NOT_MARKED = {
    "journal.Change.entity": "a code",
    "journal.Change.kind": "a code",
    "journal.Change.audiences": "codes and ids",
}
THINGS = {
    "agencies.Agency.name": {Reader.TEAM, Reader.PARTNER, Reader.INTERPRETERS},
    "agencies.Group.name": {Reader.TEAM, Reader.PARTNER, Reader.INTERPRETERS},
    "bookings.Offer.id": {Reader.TEAM, Reader.INTERPRETERS},
}
"""Of nobody, and yet not for everybody: with whom a partner works is theirs to tell, and who is asked is the team's."""
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Mark:
    """``text`` stands in ``field`` of one row, and nowhere else; ``readers`` are ids of users."""

    text: str
    field: str
    readers: frozenset[UUID | None]


def marked(people: Collection[UUID]) -> list[Mark]:
    """Mark every text of people that the database holds, row by row; ``people`` are those who ask."""
    return [mark for table in tables() for mark in _of_table(table, people)]


def fields(table: Table) -> dict[str, Collection[Reader]]:
    """Those of a table that are texts, or as good as one, and who reads them."""
    personal: dict[str, Collection[Reader]] = {
        name: said.seen_by for name, said in table.personal.items() if _is_text(table, name)
    }
    things = {name: THINGS[label] for name in table.fields if (label := f"{table.model}.{name}") in THINGS}
    return {**personal, **things}


def every_field() -> list[str]:
    """As ``bookings.Session.notes``."""
    return [f"{table.model}.{name}" for table in tables() for name in fields(table)]


def _is_text(table: Table, name: str) -> bool:
    label = f"{table.model}.{name}"
    if label in AS_IT_IS:
        return True
    field: Any = apps.get_model(table.model)._meta.get_field(name)
    text = getattr(field, "base_field", field)
    if label in NOT_MARKED or text.choices or not isinstance(text, models.CharField | models.TextField):
        return False
    return text.max_length is None or text.max_length >= LEAST


def _of_table(table: Table, people: Collection[UUID]) -> Iterator[Mark]:
    texts = fields(table)
    own = own_rows(table, people) if texts else {}
    for row in apps.get_model(table.model)._default_manager.all() if texts else ():
        near = standing(table, row, own)
        for name, readers in texts.items():
            text = str(getattr(row, name)) if f"{table.model}.{name}" in AS_IT_IS else _written(row, name)
            if text:
                yield Mark(text, f"{table.model}.{name}", frozenset().union(*(near[one] for one in readers)))


def _written(row: Any, name: str) -> str:
    """The mark that stands there now; nothing where the database takes no text in such a row."""
    field, text = row._meta.get_field(name), f"canary{next(_numbers):07d}"
    kept: Any = [text] if hasattr(field, "base_field") else text
    if isinstance(field, models.EmailField):
        kept = f"{text}@example.invalid"
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{name: kept})
    except (IntegrityError, DataError):
        return ""
    return text
