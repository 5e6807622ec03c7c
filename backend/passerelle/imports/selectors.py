"""Imports as the team reads them, in the reader's language."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from passerelle.common.language import say
from passerelle.domain.refusals import MESSAGES, Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.importing import IMPORT, ImportAction, ImportState
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports.languages import written_language
from passerelle.imports.matching import fields_of
from passerelle.imports.models import Import, ImportRow
from passerelle.imports.shapes import (
    ImportColumn,
    ImportCounts,
    ImportField,
    ImportNote,
    ImportPerson,
    ImportProblem,
    ImportRowView,
    ImportView,
)
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary.for_reading import is_for_reading


def visible_imports(actor: Actor) -> QuerySet[Import]:
    """All of them to the team, none to anybody else."""
    rows = Import.objects.select_related("created_by")
    return rows if actor.is_team or actor.is_system else rows.none()


def one_import(import_id: UUID, actor: Actor) -> Import:
    found = visible_imports(actor).filter(pk=import_id).first()
    if found is None:
        raise Missing(problem(Code.NOT_FOUND))
    return found


def import_view(import_id: UUID, actor: Actor, _now: datetime | None = None) -> ImportView:
    return import_views([one_import(import_id, actor)], actor)[0]


def import_views(found: Iterable[Import], actor: Actor) -> list[ImportView]:
    return [_view(one, actor) for one in found]


def row_views(rows: Iterable[ImportRow], width: int) -> list[ImportRowView]:
    """``width`` is the number of columns of the sheet: each row has as many cells."""
    language = written_language()
    return [
        ImportRowView(
            number=row.number,
            state=ImportRowState(row.state),
            cells=[*row.cells, *[""] * (width - len(row.cells))],
            problems=[_problem(one, language) for one in row.problems],
            changes=row.changes,
        )
        for row in rows
    ]


def _view(found: Import, actor: Actor) -> ImportView:
    actions = IMPORT.possible(ImportState(found.state), actor.roles())
    if found.forgotten_at is not None:
        actions = [action for action in actions if action is not ImportAction.UNDO]
    kind = ImportKind(found.kind)
    return ImportView(
        id=found.id,
        version=found.version,
        kind=kind,
        status=ImportState(found.state),
        file_name=found.file_name,
        sheet=found.sheet,
        header_row=found.header_row,
        rows=sum(found.counts.values()),
        columns=[ImportColumn(**column, for_reading=is_for_reading(kind, column["header"])) for column in found.columns],
        fields=[ImportField(f.name, f.required, list(f.instead), f.several) for f in fields_of(kind, found.columns)],
        notes=[ImportNote(Code(note), say(MESSAGES[Code(note)])) for note in found.notes],
        counts=ImportCounts(**found.counts),
        created_at=found.created_at,
        created_by=ImportPerson(found.created_by.id, found.created_by.name) if found.created_by is not None else None,
        applied_at=found.applied_at,
        undone_at=found.undone_at,
        forgotten_at=found.forgotten_at,
        allowed_actions=actions,
    )


_LISTS: dict[str, words.Words[Any]] = {
    "languages": words.LANGUAGE,
    "kurdish": words.KURDISH,
    "places": words.PLACE,
    "pay_status": words.PAY_STATUS,
    "pay": words.PAY,
    "gender": words.GENDER,
    "group_kinds": words.GROUP_KIND,
    "outcomes": words.OUTCOME,
    "answers": words.ANSWER,
    "states": words.SESSION_STATE,
    "days": words.VISIT_STATE,
    "due": words.PAY_OUTCOME,
    "credentials": words.CREDENTIAL,
}


def _problem(stored: dict[str, Any], language: str) -> ImportProblem:
    code, params = Code(stored["code"]), dict(stored["params"])
    if params.get("known") in _LISTS:
        params["known"] = _LISTS[params["known"]].known(language)
    return ImportProblem(stored["column"], stored["field"], code, say(MESSAGES[code], params))
