"""Rows of spreadsheets are not kept for longer than an import may have to be taken back."""

from datetime import timedelta
from typing import Any

import pytest

from passerelle.domain.personal import Kept
from passerelle.domain.refusals import Code, Refusal
from passerelle.domain.words import ImportKind
from passerelle.imports.forgetting import forget_imports
from passerelle.imports.models import Import, ImportRow
from passerelle.imports.selectors import import_view
from passerelle.imports.services import apply_import, match_columns, start_import, undo_import
from passerelle.interpreters.models import Interpreter
from tests.factories.people import NOW, someone_of_the_team
from tests.imports.sheets import PEOPLE, comma


def test_old_rows_go_and_what_was_imported_stays(db: None) -> None:
    team = someone_of_the_team()
    taken_in: dict[str, Any] = {
        "kind": ImportKind.INTERPRETERS,
        "file_name": "people.csv",
        "data": comma(PEOPLE),
        "now": NOW,
        "actor": team,
    }
    applied = start_import(**taken_in)
    left = start_import(**taken_in)
    apply_import(import_id=applied.id, version=applied.version, now=NOW, actor=team)
    assert forget_imports(now=NOW + Kept.SHEETS.time - timedelta(seconds=1)) == 0
    assert forget_imports(now=NOW + Kept.SHEETS.time) == 2
    assert forget_imports(now=NOW + Kept.SHEETS.time) == 0
    assert not Import.objects.filter(pk=left.id).exists()
    assert not ImportRow.objects.exists()
    view = import_view(applied.id, team)
    assert ([column.samples for column in view.columns], view.allowed_actions, view.counts.new) == ([[], [], []], [], 2)
    assert Interpreter.objects.count() == 2
    with pytest.raises(Refusal) as refusal:
        undo_import(import_id=applied.id, now=NOW + Kept.SHEETS.time, actor=team)
    assert refusal.value.code is Code.IMPORT_FORGOTTEN


def test_one_that_cannot_be_forgotten_holds_up_no_other(db: None) -> None:
    """And what it is called, and its sheet, go with the rows."""
    team = someone_of_the_team()
    made = []
    for name in ("Noor", "Salim"):
        data = comma([["Name", "Languages"], [name, "Dari"]])
        found = start_import(kind=ImportKind.INTERPRETERS, file_name=f"{name}.csv", data=data, now=NOW, actor=team)
        made.append(apply_import(import_id=found.id, version=found.version, now=NOW, actor=team))
    broken, whole = sorted(made, key=lambda one: one.id)
    Import.objects.filter(pk=broken.id).update(columns=[{"not": "a column"}])
    Import.objects.filter(pk=whole.id).update(sheet="Salim")
    with pytest.raises(ExceptionGroup) as raised:
        forget_imports(now=NOW + Kept.SHEETS.time)
    assert [type(error) for error in raised.value.exceptions] == [KeyError]
    assert Import.objects.get(pk=broken.id).forgotten_at is None
    left = Import.objects.get(pk=whole.id)
    assert (left.forgotten_at, left.file_name, left.sheet) == (NOW + Kept.SHEETS.time, "–", "")


def test_a_person_taken_for_the_header_is_forgotten_with_the_rows(db: None) -> None:
    team = someone_of_the_team()
    people = [["Noor Haidari", "Dari", "+33 6 39 98 00 17"], ["Salim Amiri", "Pashto", "+33 6 39 98 00 18"]]
    found = start_import(kind=ImportKind.INTERPRETERS, file_name="people.csv", data=comma(people), now=NOW, actor=team)
    assert [column["header"] for column in found.columns] == people[0]
    chosen = {0: "name", 1: "languages", 2: "phone"}
    found = match_columns(import_id=found.id, version=found.version, columns=chosen, now=NOW, actor=team)
    apply_import(import_id=found.id, version=found.version, now=NOW, actor=team)
    assert forget_imports(now=NOW + Kept.SHEETS.time) == 1
    kept = Import.objects.get(pk=found.id).columns
    assert [(column["header"], column["samples"], column["field"]) for column in kept] == [
        ("", [], "name"),
        ("", [], "languages"),
        ("", [], "phone"),
    ]
