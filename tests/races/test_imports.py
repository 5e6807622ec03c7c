"""An import is taken back in the moment in which somebody begins to use what it made."""

from functools import partial

import pytest
from django.db import connection

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session
from passerelle.bookings.services.requests import request_session
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.services import apply_import, start_import, undo_import
from tests.factories.people import NOW, someone_of_the_team
from tests.imports.sheets import comma
from tests.races.friday import an_ask
from tests.races.mechanisms import in_the_middle_of
from tests.support.crew import Act, Crew, Outcome

ROUNDS = 6
HEADERS = ("Partner", "Group", "Type", "Site", "Town", "Address", "Country")
ROW = ("Art Refuge", "Circle", "Adults", "The harbour", "Calais", "1 quai", "FR")
USED = (409, {"import_used"})
GONE = (404, {"not_found"})
DONE = (200, set[str]())


def told(outcome: Outcome) -> tuple[int, set[str]]:
    return outcome.status, {code for code, _message in outcome.errors}


def applied(team: Actor) -> tuple[Act, Group]:
    """A group that an import made, and the act that takes it back."""
    made = start_import(kind=ImportKind.PARTNERS, file_name="a.csv", data=comma([HEADERS, ROW]), now=NOW, actor=team)
    apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)
    return partial(undo_import, import_id=made.id, now=NOW, actor=team), Group.objects.get()


def one_of_both(undone: Outcome, asked: Outcome) -> None:
    """The session is there and the import stands, or there is neither."""
    assert (told(undone), told(asked)) in [(USED, DONE), (DONE, GONE)]
    there = told(undone) == USED
    assert (Group.objects.exists(), Session.objects.exists()) == (there, there)
    connection.check_constraints()


@pytest.fixture
def team(committed_db: None) -> Actor:
    return someone_of_the_team()


def test_taken_back_or_asked_for_whichever_comes_first(crew: Crew, team: Actor) -> None:
    for _ in range(ROUNDS):
        undo, group = applied(team)
        ask = partial(request_session, group_id=group.id, ask=an_ask(), now=NOW, actor=team)
        one_of_both(*crew.at_once(undo, ask))
        Session.objects.all().delete()
        Group.objects.all().delete()


def test_an_import_is_taken_back_in_the_middle_of_asking(crew: Crew, team: Actor) -> None:
    undo, group = applied(team)
    ask = partial(request_session, group_id=group.id, ask=an_ask(), now=NOW, actor=team)
    asked, undone = in_the_middle_of(crew, ask, undo, table="journal_counter")
    one_of_both(undone, asked)


def test_somebody_asks_in_the_middle_of_taking_back(crew: Crew, team: Actor) -> None:
    undo, group = applied(team)
    ask = partial(request_session, group_id=group.id, ask=an_ask(), now=NOW, actor=team)
    one_of_both(*in_the_middle_of(crew, undo, ask, table="agencies_group", write="DELETE"))
