"""What a test changed in the tables of bookings: every field of every row, and nothing else looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db.models import Model

from passerelle.bookings.models import Offer, Override, Session, Shift, Visit, VisitTherapist

WATCHED: tuple[type[Model], ...] = (Visit, VisitTherapist, Session, Shift, Override, Offer)

type Row = dict[str, Any]
type Changed = dict[UUID, Row | None]


def row(thing: Model) -> Row:
    """Every column of ``thing`` as it is stored now."""
    found: Row = type(thing)._default_manager.filter(pk=thing.pk).values().get()
    return found


@contextmanager
def changed() -> Iterator[Changed]:
    """By id, what was changed inside the block: the new values of the columns that differ.

    A new row is there with all of its columns, a deleted one as ``None``.
    """
    before, found = _everything(), Changed.__value__()
    yield found
    after = _everything()
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old != new:
            found[key] = new if old is None or new is None else {name: new[name] for name in new if new[name] != old[name]}


def _everything() -> dict[UUID, Row]:
    return {line["id"]: line for model in WATCHED for line in model._default_manager.values()}
