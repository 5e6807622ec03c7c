"""What was told inside a transaction that never commits: journal lines by the order in which they were appended."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db.models import Max

from passerelle.journal.models import Change

type Line = tuple[str, UUID, str]


@contextmanager
def telling() -> Iterator[set[Line]]:
    """``(entity, id, kind)`` of every line appended inside the block. With committed data use ``factories.journal.told``."""
    last = Change.objects.aggregate(last=Max("id"))["last"] or 0
    lines: set[Line] = set()
    yield lines
    rows = Change.objects.filter(id__gt=last)
    lines.update((row.entity, row.entity_id, row.kind) for row in rows)
