"""Reading what a service told, in commit order."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from passerelle.journal.models import Change

type Told = tuple[str, UUID, int, str, frozenset[str]]


@contextmanager
def told() -> Iterator[list[Told]]:
    """``(entity, id, version, kind, audiences)`` of every line committed inside the block, in commit order."""
    before = Change.objects.count()
    lines: list[Told] = []
    yield lines
    rows = Change.objects.filter(number__gt=before).order_by("number")
    lines.extend((row.entity, row.entity_id, row.version, row.kind, frozenset(row.audiences)) for row in rows)
