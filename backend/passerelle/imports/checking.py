"""The dry run: every row read with its columns against what there is now."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from passerelle.agencies.travel import known_areas
from passerelle.domain.refusals import Code
from passerelle.domain.states.importing import ImportState
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports import matching
from passerelle.imports.kinds.all import KINDS
from passerelle.imports.kinds.planning import CellProblem, Planned
from passerelle.imports.models import Import, ImportRow
from passerelle.imports.reading import Line
from passerelle.imports.vocabulary.folding import folded


def check(found: Import, rows: Sequence[ImportRow], *, now: datetime) -> list[Planned]:
    """Write onto the import and its rows what each would do; nothing is saved. Returns the plan."""
    kind = ImportKind(found.kind)
    found.state = ImportState.MATCHING if matching.missing(kind, found.columns) else ImportState.READY
    read = [matching.row_of(row.number, row.cells, row.faults, found.columns) for row in rows]
    planned = KINDS[kind].plan(read, now=now)
    for row, one in zip(rows, planned, strict=True):
        row.state, row.changes = one.state, sorted(one.changes)
        row.problems = [_stored(against) for against in one.problems]
    counts = Counter(row.state for row in rows)
    found.counts = {state.value: counts[state] for state in ImportRowState}
    found.notes = _notes(found)
    return planned


def with_known_areas(columns: Sequence[dict[str, Any]], lines: Sequence[Line]) -> list[dict[str, Any]]:
    """A column of towns is only suggested where at least one is an area known here: else every row would be wrong by it."""
    areas = {folded(area) for area in known_areas()}

    def is_known(index: int) -> bool:
        said = [cell.text for line in lines for cell in line.cells[index : index + 1] if cell.text]
        return not said or any(folded(text) in areas for text in said)

    return [
        {**column, "field": None} if column["field"] == "base_area" and not is_known(column["index"]) else column
        for column in columns
    ]


def _stored(against: CellProblem) -> dict[str, object]:
    return {"column": against.column, "field": against.field, "code": against.code.value, "params": against.params}


def _notes(found: Import) -> list[str]:
    """Those of the file, and what follows from the columns as they are now."""
    kept = [note for note in found.notes if note != Code.PLACES_UNSAID]
    unsaid = found.kind == ImportKind.INTERPRETERS and all(column["field"] != "places" for column in found.columns)
    return [*kept, *([Code.PLACES_UNSAID.value] if unsaid else [])]
