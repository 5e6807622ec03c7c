"""A spreadsheet is taken in, applied and taken back: what it writes is told as if it were written by hand."""

from datetime import timedelta

from passerelle.agencies.models import Group
from passerelle.domain.words import ImportKind
from passerelle.imports import forgetting, services
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


def partners(world: World) -> dict[str, object]:
    """Another kind for a group that is here, another address of its site, a new partner with a group, and a colleague."""
    group = Group.objects.select_related("site", "agency").get(pk=world.groups["open"].pk)
    rows = [
        ("Partner", "Group", "Type", "Site", "Area", "Address", "Country", "Contact", "E-mail"),
        ("Art Refuge", group.name, "Staff", group.site.name, "", "1 rue Neuve", "", "", ""),
        ("Art Refuge", "", "", "", "", "", "", "Nour", "nour.new@example.invalid"),
        ("Médecins du Monde", "Circle", "Adults", "The harbour", "Calais", "2 quai", "FR", "", ""),
    ]
    return {"kind": ImportKind.PARTNERS, "file_name": "partners.csv", "data": comma(rows)}


def fridays(world: World) -> dict[str, object]:
    """A day some weeks ago on which two came, one of them with an account."""
    day = (world.built - timedelta(weeks=3)).date().isoformat()
    group = world.groups["open"].name
    rows = [
        ("Day", "Partner", "Group", "Start", "Minutes", "Language", "Interpreter"),
        (day, "Art Refuge", group, "10:00", "60", "Dari", "holder"),
        (day, "Art Refuge", group, "10:00", "60", "Dari", "by phone"),
    ]
    return {"kind": ImportKind.FRIDAYS, "file_name": "fridays.csv", "data": comma(rows)}


def it(**more: object) -> Given:
    def given(world: World) -> dict[str, object]:
        found: Import = world.told["import"]
        version = {"version": Import.objects.get(pk=found.pk).version} if "version" in more else {}
        return {"import_id": found.id, **more, **version}

    return given


BEGUN = Scenario(services.start_import, "coordinator", begun, tells="import")
APPLIED = Scenario(services.apply_import, "coordinator", it(version=0), first=(BEGUN,))
NADIA = Scenario(interpreters.add_interpreter, "coordinator", lambda _: {"profile": a_profile("Nadia")})

PARTNERS = Scenario(services.start_import, "coordinator", partners, tells="import")
FRIDAYS = Scenario(services.start_import, "coordinator", fridays, tells="import")

SCENARIOS = [
    Scenario(services.apply_import, "coordinator", it(version=0), "partners", first=(PARTNERS,)),
    Scenario(services.undo_import, "coordinator", it(), "partners", first=(PARTNERS, APPLIED)),
    Scenario(services.apply_import, "coordinator", it(version=0), "past Fridays", first=(FRIDAYS,)),
    Scenario(services.undo_import, "coordinator", it(), "past Fridays", first=(FRIDAYS, APPLIED)),
    Scenario(services.start_import, "coordinator", begun),
    Scenario(services.match_columns, "coordinator", it(version=0, columns={1: None}), first=(BEGUN,)),
    Scenario(services.check_again, "coordinator", it(), first=(BEGUN, NADIA)),
    Scenario(services.check_again, "coordinator", it(), "which reads the same", first=(BEGUN,)),
    APPLIED,
    Scenario(services.undo_import, "coordinator", it(), first=(BEGUN, APPLIED)),
    Scenario(forgetting.forget_import, "system", it(), "applied", first=(BEGUN, APPLIED)),
    Scenario(forgetting.forget_import, "system", it(), "never applied", first=(BEGUN,)),
    Scenario(services.discard_import, "coordinator", it(), first=(BEGUN,)),
]
