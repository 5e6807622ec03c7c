"""A spreadsheet is taken in, its columns matched, applied as a whole, and taken back as a whole.

Taking it in writes the import alone. Each check reads every row against what there is now (a dry run); applying checks
again under a lock that lets one import write at a time, and refuses when anything would go otherwise than was shown.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection

from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, Refusal, Stale, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.importing import IMPORT, ImportAction, ImportState
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports import matching
from passerelle.imports.checking import check, with_known_areas
from passerelle.imports.events import tell_import
from passerelle.imports.kinds.all import KINDS
from passerelle.imports.kinds.planning import Effect, Effects
from passerelle.imports.models import Import, ImportRow
from passerelle.imports.reading import read_sheet

MOST_TOLD = 20
"""Rows that are named when an import cannot be taken back."""
_ONE_AT_A_TIME = 0x1A4B0023
_BATCH = 500


@unit_of_work
def start_import(*, kind: ImportKind, file_name: str, data: bytes, now: datetime, actor: Actor) -> Import:
    """Read a spreadsheet and check it with the columns its headers suggest. Nothing else is written."""
    require_team(actor)
    sheet = read_sheet(data, recognises=partial(matching.recognised, kind))
    found = matching.matched(kind, sheet)
    made = Import.objects.create(
        kind=kind,
        file_name=_shown(file_name) or kind,
        sheet=_shown(sheet.name),
        header_row=found.header_row,
        columns=with_known_areas(found.columns, found.lines),
        notes=found.notes,
        created_at=now,
        created_by_id=actor.user_id,
    )
    rows = [
        ImportRow(
            of=made,
            number=line.number,
            cells=line.texts,
            faults={str(at): cell.fault for at, cell in enumerate(line.cells) if cell.fault is not None},
        )
        for line in found.lines
    ]
    check(made, rows, now=now)
    ImportRow.objects.bulk_create(rows, batch_size=_BATCH)
    made.save(update_fields=["state", "counts", "notes"])
    tell_import(made, "created", now=now, actor=actor)
    return made


def _shown(name: str) -> str:
    """The end of a path, without what nobody can see."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable())[:120].strip()


@unit_of_work
def match_columns(*, import_id: UUID, version: int, columns: Mapping[int, str | None], now: datetime, actor: Actor) -> Import:
    """Take columns for other fields (or none), by their index, and check every row anew."""
    found = _locked(import_id, actor)
    IMPORT.after(ImportState(found.state), ImportAction.MATCH, actor.roles())
    _require_version(found, version)
    found.columns = matching.chosen(ImportKind(found.kind), found.columns, columns)
    _check_again(found, "matched", now=now, actor=actor)
    return found


@unit_of_work
def check_again(*, import_id: UUID, now: datetime, actor: Actor) -> Import:
    """Read every row against what there is now. Where nothing reads otherwise, nothing is told."""
    found = _locked(import_id, actor)
    IMPORT.after(ImportState(found.state), ImportAction.MATCH, actor.roles())
    _check_again(found, "checked", now=now, actor=actor)
    return found


def _check_again(found: Import, kind: str, *, now: datetime, actor: Actor) -> None:
    rows = list(found.rows.order_by("number"))
    before = [(row.state, row.problems, row.changes) for row in rows]
    check(found, rows, now=now)
    differing = [row for row, was in zip(rows, before, strict=True) if (row.state, row.problems, row.changes) != was]
    ImportRow.objects.bulk_update(differing, ["state", "problems", "changes"], batch_size=_BATCH)
    if differing or kind == "matched":
        found.changed("columns", "state", "counts", "notes")
        tell_import(found, kind, now=now, actor=actor)


@unit_of_work
def apply_import(*, import_id: UUID, version: int, skip_wrong: bool = False, now: datetime, actor: Actor) -> Import:
    """Write every row that is new or changed, all of them or none.

    Refuses ``rows_wrong`` unless those are to be left out, and ``import_outdated`` where a row would do something else
    than it was shown to do; the caller then calls ``check_again``.
    """
    found = _locked(import_id, actor)
    after = IMPORT.after(ImportState(found.state), ImportAction.APPLY, actor.roles())
    _require_version(found, version)
    if found.counts[ImportRowState.WRONG] and not skip_wrong:
        raise refuse(Code.ROWS_WRONG, rows=str(found.counts[ImportRowState.WRONG]))
    if not found.counts[ImportRowState.NEW] + found.counts[ImportRowState.CHANGED]:
        raise refuse(Code.NOTHING_TO_IMPORT)
    _one_at_a_time()
    rows = list(found.rows.order_by("number"))
    before = [(row.state, row.problems, row.changes) for row in rows]
    planned = check(found, rows, now=now)
    if [(row.state, row.problems, row.changes) for row in rows] != before:
        raise refuse(Code.IMPORT_OUTDATED)
    effects = KINDS[ImportKind(found.kind)].write(planned, now=now, actor=actor)
    _keep(rows, effects)
    found.state, found.applied_at = after, now
    found.changed("state", "applied_at")
    tell_import(found, "applied", now=now, actor=actor)
    return found


def _one_at_a_time() -> None:
    """Until this transaction ends: of two imports that bring the same person, the second sees that they are here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])


def _keep(rows: list[ImportRow], effects: Effects) -> None:
    wrote = [row for row in rows if row.number in effects]
    for row in wrote:
        row.effects = [
            {"thing": one.thing, "id": str(one.id), "version": one.version, "before": one.before} for one in effects[row.number]
        ]
    ImportRow.objects.bulk_update(wrote, ["effects"], batch_size=_BATCH)


@unit_of_work
def undo_import(*, import_id: UUID, now: datetime, actor: Actor) -> Import:
    """Take the whole import back: what it made is deleted, what it changed is as it was before.

    Where something of it was used, edited or claimed since, nothing is taken back and every such row is named.
    """
    found = _locked(import_id, actor)
    after = IMPORT.after(ImportState(found.state), ImportAction.UNDO, actor.roles())
    if found.forgotten_at is not None:
        raise refuse(Code.IMPORT_FORGOTTEN)
    _one_at_a_time()
    rows = found.rows.exclude(effects=[]).order_by("number")
    effects = {row.number: [_effect(one) for one in row.effects] for row in rows}
    if used := KINDS[ImportKind(found.kind)].take_back(effects, now=now, actor=actor):
        told = sorted({(one.number, one.name) for one in used})[:MOST_TOLD]
        raise Refusal(*(problem(Code.IMPORT_USED, row=str(number), name=name) for number, name in told))
    found.state, found.undone_at = after, now
    found.changed("state", "undone_at")
    tell_import(found, "undone", now=now, actor=actor)
    return found


def _effect(stored: dict[str, Any]) -> Effect:
    return Effect(stored["thing"], UUID(stored["id"]), stored["version"], stored["before"])


@unit_of_work
def discard_import(*, import_id: UUID, now: datetime, actor: Actor) -> None:
    """Throw away one that was not applied, with its rows."""
    found = _locked(import_id, actor)
    IMPORT.after(ImportState(found.state), ImportAction.DISCARD, actor.roles())
    found.version += 1
    tell_import(found, "discarded", now=now, actor=actor)
    found.delete()


def _locked(import_id: UUID, actor: Actor) -> Import:
    require_team(actor)
    found = Import.objects.select_for_update(no_key=True).filter(pk=import_id).first()
    if found is None:
        raise Missing(problem(Code.NOT_FOUND))
    return found


def _require_version(found: Import, version: int) -> None:
    if found.version != version:
        raise Stale(problem(Code.STALE))
