"""How many statements a sheet takes to be written and taken back."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.domain.words import ImportKind
from passerelle.imports.services import apply_import, undo_import
from tests.factories.people import NOW, a_profile, an_interpreter, someone_of_the_team
from tests.imports.worlds import checked


def test_people_are_written_anew_in_as_many_statements_however_many_they_are(db: None) -> None:
    team = someone_of_the_team()
    counts = []
    for number in (1, 3):
        people = [an_interpreter(a_profile(f"Person{number}{n}")) for n in range(number)]
        rows = [(one.first_name, "06 99 00 12 34", "Dari, Farsi", "Check 2026-01-31 – 2029-01-31") for one in people]
        made = checked(team, ImportKind.INTERPRETERS, ("Name", "Phone", "Languages", "Checks"), *rows)
        with CaptureQueriesContext(connection) as applying:
            apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)
        with CaptureQueriesContext(connection) as undoing:
            undo_import(import_id=made.id, now=NOW, actor=team)
        counts.append((len(applying), len(undoing)))
    assert counts[0] == counts[1]
