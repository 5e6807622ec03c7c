"""What the database holds, all of it, for "undo leaves nothing"; and a sheet that was taken in."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model

from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.models import Import, ImportRow
from passerelle.imports.services import start_import
from passerelle.journal.models import Change, Counter
from tests.factories.people import NOW
from tests.imports.sheets import comma

type Contents = dict[str, list[str]]

_OWN: tuple[type[Model], ...] = (Import, ImportRow, Change, Counter)
"""The import's own record, and the journal, which is only added to."""


def everything(*, but: Iterable[str] = ()) -> Contents:
    """Every row of every table with all of its columns, ``but`` for columns of those names.

    A language somebody works in is known by what it says: it is written anew with each edit.
    """
    models = [model for model in apps.get_models() if model not in _OWN]
    without = {*but}
    return {model._meta.label: sorted(_said(row, without) for row in model._default_manager.values()) for model in models}


def _said(row: dict[str, Any], without: set[str]) -> str:
    written_anew = {"id"} if {"interpreter_id", "language", "varieties"} <= row.keys() else set()
    return repr(sorted((name, repr(value)) for name, value in row.items() if name not in without | written_anew))


def checked(team: Actor, kind: ImportKind, *rows: Any) -> Import:
    """A sheet of ``rows`` as it was taken in and looked at, and not applied yet."""
    return start_import(kind=kind, file_name="sheet.csv", data=comma(rows), now=NOW, actor=team)
