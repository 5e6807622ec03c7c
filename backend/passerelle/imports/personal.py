"""The register of spreadsheets that were taken in: what they hold of people goes after a month, whoever it is of."""

from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from passerelle.common.register import Table
from passerelle.domain.personal import Basis, Erasing, Kept, Personal, Plain, Purpose, Reader, Whom, fields, readers
from passerelle.imports.models import Import

_ROWS = Personal(
    about=Whom.INTERPRETER,
    purpose=Purpose.TAKE_OVER,
    basis=Basis.INTERESTS,
    kept=Kept.SHEETS,
    seen_by=readers(Reader.TEAM),
    erasing=Erasing.RUNS_OUT,
    exported=False,  # as a spreadsheet had it; what became of it is exported where it stands
)
_DONE = replace(_ROWS, about=Whom.TEAM, purpose=Purpose.TRACE, kept=Kept.JOURNAL, erasing=Erasing.NAMELESS)


def _own(user_id: UUID) -> QuerySet[Import]:
    return Import.objects.filter(created_by=user_id).order_by("created_at", "pk")


REGISTER = (
    Table(
        "imports.Import",
        fields(Plain.ROW, "id", "version")
        | fields(Plain.MACHINE, "kind", "state", "header_row", "notes", "counts", "applied_at", "undone_at")
        | fields(Plain.MACHINE, "forgotten_at")
        | fields(_ROWS, "columns", "sheet")
        | fields(replace(_ROWS, exported=True), "file_name")
        | fields(_DONE, "created_by")
        | fields(replace(_DONE, exported=True), "created_at"),
        own=_own,
    ),
    Table(
        "imports.ImportRow",
        fields(Plain.ROW, "id", "number")
        | fields(Plain.MACHINE, "of", "faults", "state")
        | fields(_ROWS, "cells", "problems", "changes", "effects"),
    ),
)
