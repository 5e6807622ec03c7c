"""What the things of the journal are called: each app names its own (settings, ``JOURNAL_NAMES``).

The journal itself holds ids only; a name is read when it is shown, and is gone with its thing.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class ThingName:
    """What a thing is called, the day it belongs to, and where to look at it: the visit, and the place on it."""

    name: str = ""
    day: date | None = None
    visit: UUID | None = None
    place: UUID | None = None


type Ids = Mapping[str, Set[UUID]]
"""Ids by the type of their thing."""
type Source = Callable[[Ids], Mapping[UUID, ThingName]]


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(import_string(path) for path in settings.JOURNAL_NAMES)


def names_of(things: Iterable[tuple[str, UUID]]) -> dict[UUID, ThingName]:
    """Names of ``(type, id)`` pairs, where there are any. A fixed number of queries for any number of them."""
    ids: dict[str, set[UUID]] = {}
    for kind, thing in things:
        ids.setdefault(kind, set()).add(thing)
    found: dict[UUID, ThingName] = {}
    for source in _sources():
        found.update(source(ids))
    return found
