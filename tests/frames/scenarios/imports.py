"""A spreadsheet is taken in, applied and taken back: what it writes is told as if it were written by hand."""

from passerelle.domain.words import ImportKind
from passerelle.imports import services
from passerelle.imports.models import Import
from passerelle.interpreters import services as interpreters
from tests.factories.people import a_profile
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World
from tests.imports.sheets import comma

SHEET = comma([("Name", "Phone", "Languages"), ("asked", "06 99 00 12 34", "Dari, Farsi"), ("Nadia", "", "Dari")])
"""Someone who was asked for a place, and someone nobody knows."""


def begun(_world: World) -> dict[str, object]:
    return {"kind": ImportKind.INTERPRETERS, "file_name": "people.csv", "data": SHEET}


def it(**more: object) -> Given:
    def given(world: World) -> dict[str, object]:
        found: Import = world.told["import"]
        version = {"version": Import.objects.get(pk=found.pk).version} if "version" in more else {}
        return {"import_id": found.id, **more, **version}

    return given


BEGUN = Scenario(services.start_import, "coordinator", begun, tells="import")
APPLIED = Scenario(services.apply_import, "coordinator", it(version=0), first=(BEGUN,))
NADIA = Scenario(interpreters.add_interpreter, "coordinator", lambda _: {"profile": a_profile("Nadia")})

SCENARIOS = [
    Scenario(services.start_import, "coordinator", begun),
    Scenario(services.match_columns, "coordinator", it(version=0, columns={1: None}), first=(BEGUN,)),
    Scenario(services.check_again, "coordinator", it(), first=(BEGUN, NADIA)),
    Scenario(services.check_again, "coordinator", it(), "which reads the same", first=(BEGUN,)),
    APPLIED,
    Scenario(services.undo_import, "coordinator", it(), first=(BEGUN, APPLIED)),
    Scenario(services.discard_import, "coordinator", it(), first=(BEGUN,)),
]
