"""A pairing that is ruled out is known to who set it alone: an import's undo neither tells of it nor stops at it."""

from typing import Any

import pytest

from passerelle.agencies.models import Agency, Group
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.models import Import
from passerelle.imports.services import apply_import, start_import, undo_import
from passerelle.interpreters.models import Interpreter, NotPaired
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, a_group_of, an_agency, an_interpreter, someone_of_the_team
from tests.imports.sheets import PEOPLE, comma

PARTNERS = (
    ("Partner", "Group", "Type", "Site", "Town", "Address", "Country"),
    ("Art Refuge", "Circle", "Adults", "The harbour", "Calais", "1 quai", "FR"),
)


@pytest.fixture
def team(committed_db: None) -> Actor:
    return someone_of_the_team()


def applied(team: Actor, kind: ImportKind, rows: Any) -> Import:
    made = start_import(kind=kind, file_name="a.csv", data=comma(rows), now=NOW, actor=team)
    return apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)


def undone_telling(made: Import, team: Actor) -> list[tuple[str, str, frozenset[str]]]:
    with told() as lines:
        undo_import(import_id=made.id, now=NOW, actor=team)
    return [(entity, kind, frozenset(audience)) for entity, _, _, kind, audience in lines if entity == "pairing"]


def test_people_are_taken_back_with_a_pairing_that_somebody_else_ruled_out(team: Actor) -> None:
    made, colleague = applied(team, ImportKind.INTERPRETERS, PEOPLE), someone_of_the_team()
    person, group = Interpreter.objects.order_by("id").first(), a_group_of(an_agency())
    assert person is not None
    pairing = rule_out_pairing(interpreter_id=person.id, group_id=group.id, now=NOW, actor=colleague)
    assert undone_telling(made, team) == [("pairing", "allowed", frozenset({audiences.user(pairing.set_by_id)}))]
    assert not Interpreter.objects.exists()
    assert not NotPaired.objects.exists()


@pytest.mark.parametrize("with_whom", ["group", "agency"])
def test_partners_are_taken_back_with_a_pairing_that_somebody_else_ruled_out(team: Actor, with_whom: str) -> None:
    made, colleague = applied(team, ImportKind.PARTNERS, PARTNERS), someone_of_the_team()
    other = (Group if with_whom == "group" else Agency).objects.get()
    pairing = rule_out_pairing(interpreter_id=an_interpreter().id, **{f"{with_whom}_id": other.pk}, now=NOW, actor=colleague)
    assert undone_telling(made, team) == [("pairing", "allowed", frozenset({audiences.user(pairing.set_by_id)}))]
    assert not Agency.objects.exists()
    assert not NotPaired.objects.exists()
