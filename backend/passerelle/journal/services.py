"""Appending to the journal: always inside the transaction of the change that is told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import connection, transaction
from django.utils.module_loading import import_string

from passerelle.journal.models import Change, Counter

CHANNEL = "journal"
"""On which the database notifies of each numbered line (migration 0002)."""


@dataclass(frozen=True)
class Entry:
    """One line to append. ``audiences`` are made by ``journal.audiences``."""

    entity: str
    entity_id: UUID
    version: int
    kind: str
    audiences: frozenset[str]


def append(entries: Iterable[Entry], *, actor_id: UUID | None, now: datetime) -> None:
    """Append ``entries``; their numbers are given when the surrounding transaction commits.

    Raises ``RuntimeError`` outside a transaction: a change and its line commit together or not at all.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The journal is written inside the transaction of the change it tells.")
    Change.objects.bulk_create(
        Change(
            entity=entry.entity,
            entity_id=entry.entity_id,
            version=entry.version,
            kind=entry.kind,
            audiences=sorted(entry.audiences),
            actor_id=actor_id,
            at=now,
        )
        for entry in entries
        if entry.audiences
    )
    _ring_after_commit()


def begin_epoch() -> None:
    """Let no cursor from before be gone on from: after a restore, numbers are given again that meant something else.

    Whoever follows the journal is woken, as by a new line.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        Counter.objects.update(epoch=RandomUUID())
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
        _ring_after_commit()


@cache
def _bells() -> tuple[Callable[[], None], ...]:
    return tuple(import_string(path) for path in settings.JOURNAL_BELLS)


def _ring_after_commit() -> None:
    """Beside the database's own notice: each bell (settings, ``JOURNAL_BELLS``) returns at once and fails nobody."""
    for bell in _bells():
        transaction.on_commit(bell, robust=True)
