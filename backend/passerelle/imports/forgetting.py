"""A spreadsheet holds names and numbers: its rows are kept for as long as an import may have to be taken back."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from passerelle.common.retention import Forgetting, each_alone
from passerelle.common.transactions import unit_of_work
from passerelle.domain.personal import Kept
from passerelle.domain.roles import SYSTEM
from passerelle.domain.states.importing import ImportState
from passerelle.domain.words import ImportKind
from passerelle.imports.events import tell_import
from passerelle.imports.models import Import
from passerelle.imports.vocabulary.fields import suggested
from passerelle.imports.vocabulary.for_reading import is_for_reading

NAMELESS = "–"
"""What a file is called when its name, which may be somebody's, is forgotten."""
_DONE = (ImportState.APPLIED, ImportState.UNDONE)


def forget_imports(*, now: datetime) -> int:
    """Forget every import that was taken in long enough ago, each in its own transaction; returns how many."""
    due = Import.objects.filter(created_at__lte=now - Kept.SHEETS.time, forgotten_at=None).order_by("id")
    ids = list(due.values_list("id", flat=True))
    return each_alone(partial(forget_import, import_id=import_id, now=now) for import_id in ids)


@unit_of_work
def forget_import(*, import_id: UUID, now: datetime) -> None:
    """Delete its rows, its name, the samples of its columns, and headers that are none; one never applied goes with them.

    In a sheet without a header, the first person's row was taken for it.
    """
    found = Import.objects.select_for_update(no_key=True).filter(pk=import_id, forgotten_at=None).first()
    if found is None:
        return
    if found.state not in _DONE:
        found.version += 1
        tell_import(found, "discarded", now=now, actor=SYSTEM)
        found.delete()
        return
    found.rows.all().delete()
    found.columns = [_without_people(ImportKind(found.kind), column) for column in found.columns]
    found.file_name, found.sheet = NAMELESS, ""
    found.forgotten_at = now
    found.changed("file_name", "sheet", "columns", "forgotten_at")
    tell_import(found, "forgotten", now=now, actor=SYSTEM)


def _without_people(kind: ImportKind, column: dict[str, Any]) -> dict[str, Any]:
    known = suggested(kind, column["header"]) is not None or is_for_reading(kind, column["header"])
    return {**column, "header": column["header"] if known else "", "samples": []}


FORGETTING = (Forgetting(Kept.SHEETS, ("imports.Import", "imports.ImportRow"), forget_imports),)
