"""Sheets with a row for each session: what stands above the columns, and what came of importing one."""

from collections.abc import Callable, Sequence
from typing import Any

from passerelle.bookings.models import Shift
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.models import Import
from passerelle.imports.services import apply_import
from tests.factories.people import NOW
from tests.imports.sheets import comma, workbook
from tests.imports.worlds import checked

HEADER = ("Date", "Partner", "Group", "Time", "Language", "Interpreter")
AT = ("13/11/2026", "Art Refuge", "Circle")
MADE: dict[str, Callable[[Sequence[Sequence[Any]]], bytes]] = {"csv": comma, "xlsx": workbook}


def applied(team: Actor, made: Import) -> Import:
    assert made.counts["wrong"] == 0, list(made.rows.values_list("number", "problems"))
    return apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)


def said(team: Actor, *rows: Any) -> list[Any]:
    """For each row its state, or the (code, column) of what is wrong with it."""
    found = checked(team, ImportKind.FRIDAYS, *rows).rows.order_by("number")
    return [[(one["code"], one["column"]) for one in row.problems] or row.state for row in found]


def places() -> list[tuple[Any, ...]]:
    return sorted(Shift.objects.values_list("holder__first_name", "language", "state", "pay"), key=str)
