"""Past Fridays with a column for each interpreter: which header is recognised, and what goes with what."""

import pytest

from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.models import Import
from passerelle.imports.services import match_columns, start_import, undo_import
from passerelle.imports.vocabulary.fields import suggested
from tests.factories.people import NOW
from tests.imports.sessions.sheet import AT, MADE, applied, places, said
from tests.imports.worlds import checked, everything

NUMBERED = (
    "Date",
    "Partner",
    "Group",
    "Time",
    "Interpreter 1",
    "Language 1",
    "Interpreter 2",
    "Language 2",
    "Came 1",
    "Came 2",
)


@pytest.mark.parametrize("form", MADE)
def test_a_column_for_each_interpreter_goes_with_the_language_of_its_number(team: Actor, form: str) -> None:
    rows = [
        NUMBERED,
        (*AT, "10:00-11:15", "Shirin", "Dari", "Nour", "Farsi", "", "missed"),
        (*AT, "12:00-13:15", "", "Pashto", "Amal", "", "", ""),
        (*AT, "14:00-15:15", "Shirin", "", "", "", "missed", ""),
        (*AT, "16:00-17:15", "Amal, Shirin", "", "Omid", "", "", ""),
        (*AT, "18:00-19:15", "", "", "", "", "", ""),
    ]
    before = everything()
    made = start_import(kind=ImportKind.FRIDAYS, file_name="days", data=MADE[form](rows), now=NOW, actor=team)
    assert ([column["field"] for column in made.columns[4:]], made.notes) == (
        ["interpreter", "language", "interpreter", "language", "outcome", "outcome"],
        [],
    )
    applied(team, made)
    assert places() == [
        ("Amal", "ar", "worked", "paid"),
        ("Amal", "ar", "worked", "paid"),
        ("Nour", "fa", "missed", "paid"),
        ("Omid", "ps", "worked", "volunteer"),
        ("Shirin", "prs", "missed", "paid"),
        ("Shirin", "prs", "worked", "paid"),
        ("Shirin", "prs", "worked", "paid"),
        (None, "ps", "unfilled", "volunteer"),
    ]
    undo_import(import_id=made.id, now=NOW, actor=team)
    Import.objects.all().delete()
    assert everything() == before


def test_what_is_wrong_in_a_numbered_column_is_said_at_its_own_cell(team: Actor) -> None:
    assert said(
        team,
        NUMBERED,
        (*AT, "10:00-11:15", "Shirin", "Dari", "Nobody", "Farsi", "", ""),
        (*AT, "10:00-11:15", "Shirin", "Dari", "Amal", "Klingon", "", ""),
        (*AT, "10:00-11:15", "Shirin", "", "Nour", "", "", ""),
        (*AT, "10:00-11:15", "Shirin", "", "Omid", "", "", "missed"),
        (*AT, "10:00-11:15", "Shirin", "", "Shirin", "", "", ""),
    ) == [
        [("interpreter_unknown", 6)],
        [("word_unknown", 7)],
        [("language_of_whom", 7)],
        [("volunteer_missed", 9)],
        [("named_twice", 6)],
    ]


def test_one_language_column_is_for_all_interpreters_or_lists_as_many(team: Actor) -> None:
    head = ("Date", "Partner", "Group", "Time", "Interprète 1", "Interprète 2", "Langue")
    assert said(
        team,
        head,
        (*AT, "10:00-11:15", "Nour", "Amal", "Arabe"),
        (*AT, "12:00-13:15", "Shirin", "Nour", "Dari, Persan"),
        (*AT, "14:00-15:15", "", "Nour", "Persan"),
        (*AT, "16:00-17:15", "Nour", "Amal", "Arabe, Persan, Dari"),
    ) == ["new", "new", "new", [("counts_differ", 6)]]


@pytest.mark.parametrize(
    "header",
    [
        "Interpreter 2",
        "interpreter2",
        "Interpreter #2",
        "2nd interpreter",
        "Interprète n° 2",
        "2e interprète",
        "المترجم ٢",
        "المترجم الثاني",
    ],
)
def test_a_numbered_header_is_recognised(header: str) -> None:
    assert suggested(ImportKind.FRIDAYS, header) == "interpreter"


def test_a_number_makes_no_header_of_a_thing_that_has_one_column() -> None:
    assert [suggested(ImportKind.FRIDAYS, header) for header in ("Group 2", "Day 2", "Phone 0699001234")] == [None] * 3


def test_a_second_column_of_another_name_is_left_out_and_may_be_taken_by_hand(team: Actor) -> None:
    rows = [("Date", "Partner", "Group", "Time", "Interpreter", "Name"), (*AT, "10:00-11:15", "Shirin", "Amal")]
    made = checked(team, ImportKind.FRIDAYS, *rows)
    assert ([column["field"] for column in made.columns[4:]], made.notes) == (["interpreter", None], ["header_twice"])
    made = match_columns(import_id=made.id, version=made.version, columns={5: "interpreter"}, now=NOW, actor=team)
    applied(team, made)
    assert [place[0] for place in places()] == ["Amal", "Shirin"]
