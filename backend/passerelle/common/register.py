"""The register of personal data: each app says of each of its fields what it is (settings, ``PERSONAL_REGISTERS``).

Nothing is left out: ``against_models`` names every field of the database that nobody registered, and what is registered
and gone. The export of one's own data is read from here, as is the page ``docs/personal-data.md``.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils.module_loading import import_string

from passerelle.domain.personal import Personal, Registered
from passerelle.domain.roles import Actor

type Rows = Callable[[UUID], QuerySet[Any]]
type Told = Callable[[Actor], Q]


@dataclass(frozen=True, slots=True)
class Table:
    """A model by its label, and each of its fields.

    ``own``: the rows that are in what a user downloads of themselves. ``shown``: what is written there for a field that
    is an id only (``group`` as ``group__name``), and what is needed beside to read it. ``told``: where not all that is
    their own may be read by them, what of it may, as whoever they are at the moment.
    """

    model: str
    fields: Mapping[str, Registered]
    own: Rows | None = None
    shown: Mapping[str, str] = field(default_factory=dict)
    told: Told | None = None

    def rows_of(self, actor: Actor) -> QuerySet[Any]:
        """What ``actor`` downloads of this table."""
        if self.own is None or actor.user_id is None:
            raise TypeError(f"{self.model} holds nothing that is {actor.name}'s own.")
        own = self.own(actor.user_id)
        return own if self.told is None else own.filter(self.told(actor))

    @property
    def personal(self) -> dict[str, Personal]:
        return {name: said for name, said in self.fields.items() if isinstance(said, Personal)}

    @property
    def exported(self) -> dict[str, str]:
        """What one downloads of each row of one's own: by its name, where it is read from."""
        own = {name: self.shown.get(name, name) for name, said in self.personal.items() if said.exported}
        return own | dict(self.shown) if own else {}


def tables() -> tuple[Table, ...]:
    """What all apps registered, in their order."""
    found: list[Table] = []
    for path in settings.PERSONAL_REGISTERS:
        found.extend(import_string(path))
    return tuple(found)


def against_models(registered: Iterable[Table], models: Iterable[type[Model]] | None = None) -> list[str]:
    """What is wrong with the register, in words, each with its table and field; empty where it is whole."""
    all_of_them = apps.get_models(include_auto_created=True) if models is None else models
    there = {model._meta.label: {one.name for one in model._meta.local_concrete_fields} for model in all_of_them}
    known = list(registered)
    said = {table.model: table for table in known}
    twice = [name for name, count in Counter(table.model for table in known).items() if count > 1]
    return [
        *(f"{name}: registered twice" for name in twice),
        *(f"{name}: no such table" for name in said if name not in there),
        *(line for name, names in there.items() for line in _of_one(name, names, said.get(name))),
    ]


def unregistered(registered: Iterable[Table]) -> list[str]:
    """The fields of the database that the register does not know."""
    return [line for line in against_models(registered) if line.endswith(NOT_REGISTERED)]


NOT_REGISTERED = "not registered"


def _of_one(name: str, there: set[str], table: Table | None) -> Iterator[str]:
    said = set(table.fields) if table else set()
    yield from (f"{name}.{one}: {NOT_REGISTERED}" for one in sorted(there - said))
    if table is None:
        return
    yield from (f"{name}.{one}: registered, and gone" for one in sorted(said - there))
    if table.exported and table.own is None:
        yield f"{name}: has fields that are exported, and does not say which rows are whose"
    if table.own and not table.exported:
        yield f"{name}: says which rows are whose, and exports none of its fields"
