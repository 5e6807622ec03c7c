"""Past Fridays as most sheets have them: a row for each session, its hours in one cell, its interpreters in another."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session, Shift
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind, Language, PayStatus
from passerelle.imports.models import Import
from passerelle.imports.selectors import row_views
from passerelle.imports.services import apply_import, match_columns, start_import, undo_import
from passerelle.imports.vocabulary.fields import suggested
from passerelle.interpreters.models import Interpreter
from tests.factories.people import NOW, a_group_of, a_profile, an_agency, an_interpreter, someone_of_the_team
from tests.imports.sheets import comma, workbook
from tests.imports.worlds import checked, everything

HEADER = ("Date", "Partner", "Group", "Time", "Language", "Interpreter")
AT = ("13/11/2026", "Art Refuge", "Circle")
MADE: dict[str, Callable[[Sequence[Sequence[Any]]], bytes]] = {"csv": comma, "xlsx": workbook}


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


@pytest.fixture(autouse=True)
def circle(db: None) -> Group:
    group = a_group_of(an_agency("Art Refuge"))
    Group.objects.filter(pk=group.pk).update(name="Circle")
    return group


@pytest.fixture(autouse=True)
def people(circle: Group) -> dict[str, Interpreter]:
    """Two who speak one language each, a volunteer, and one who speaks two."""
    return {
        name: an_interpreter(a_profile(name, *languages, pay_status=pay), signs_in=False)
        for name, languages, pay in (
            ("Shirin", [Language.DARI], PayStatus.FEES),
            ("Amal", [Language.ARABIC], PayStatus.FEES),
            ("Omid", [Language.PASHTO], PayStatus.EXPENSES_ONLY),
            ("Nour", [Language.ARABIC, Language.FARSI], PayStatus.FEES),
        )
    }


def applied(team: Actor, made: Import) -> Import:
    assert made.counts["wrong"] == 0, list(made.rows.values_list("number", "problems"))
    return apply_import(import_id=made.id, version=made.version, now=NOW, actor=team)


def said(team: Actor, *rows: Any) -> list[Any]:
    """For each row its state, or the (code, column) of what is wrong with it."""
    found = checked(team, ImportKind.FRIDAYS, *rows).rows.order_by("number")
    return [[(one["code"], one["column"]) for one in row.problems] or row.state for row in found]


def places() -> list[tuple[Any, ...]]:
    return sorted(Shift.objects.values_list("holder__first_name", "language", "state", "pay"), key=str)


@pytest.mark.parametrize("form", MADE)
def test_a_row_for_a_session_is_written_and_taken_back_whole(team: Actor, form: str) -> None:
    rows = [
        (*HEADER, "Paid", "Came"),
        (*AT, "10:00-11:15", "Dari, Arabic", "Shirin, Amal", "", "yes, missed"),
        (*AT, "14h – 15h30", "Arabic", "Amal / Nour", "volunteer", ""),
        ("6/11/2026", *AT[1:], "10.00 to 11.15", "", "Shirin & Omid", "", ""),
        ("6/11/2026", *AT[1:], "١٤:٠٠ إلى ١٥:٠٠", "Pashto; Tigrinya", "", "", ""),
    ]
    before = everything()
    made = start_import(kind=ImportKind.FRIDAYS, file_name="days", data=MADE[form](rows), now=NOW, actor=team)
    assert made.state == "ready"
    applied(team, made)
    assert places() == [
        ("Amal", "ar", "missed", "paid"),
        ("Amal", "ar", "worked", "volunteer"),
        ("Nour", "ar", "worked", "volunteer"),
        ("Omid", "ps", "worked", "volunteer"),
        ("Shirin", "prs", "worked", "paid"),
        ("Shirin", "prs", "worked", "paid"),
        (None, "ps", "unfilled", "volunteer"),
        (None, "ti", "unfilled", "volunteer"),
    ]
    assert [f"{one.starts_at:%d %H:%M}–{one.ends_at:%H:%M}" for one in Session.objects.order_by("starts_at")] == [
        "06 09:00–10:15",
        "06 13:00–14:00",
        "13 09:00–10:15",
        "13 13:00–14:30",
    ]
    assert [len(row.effects) for row in made.rows.order_by("number")] == [2, 1, 2, 1]
    again = start_import(kind=ImportKind.FRIDAYS, file_name="days", data=MADE[form](rows), now=NOW, actor=team)
    assert again.counts == {"new": 0, "changed": 0, "same": 4, "wrong": 0}
    undo_import(import_id=made.id, now=NOW, actor=team)
    Import.objects.all().delete()
    assert everything() == before


def test_what_two_cells_say_of_the_end_must_agree(team: Actor) -> None:
    more = (*HEADER, "End", "Minutes")
    assert said(
        team,
        more,
        (*AT, "10:00-11:15", "", "", "", ""),
        (*AT, "12:00-13:15", "", "", "13:15", "75"),
        (*AT, "14:00-15:15", "", "", "15:30", ""),
        (*AT, "16:00-17:15", "", "", "", "60"),
        (*AT, "18:00", "", "", "19:00", "90"),
        (*AT, "20:00", "", "", "", ""),
        (*AT, "11:00-10:00", "", "", "", ""),
        (*AT, "10:00-25:00", "", "", "", ""),
        (*AT, "00:00-23:00", "", "", "", ""),
    ) == [
        "new",
        "new",
        [("ends_otherwise", 6)],
        [("ends_otherwise", 7)],
        [("ends_otherwise", 7)],
        [("empty", 6)],
        [("ends_before_it_starts", 3)],
        [("time_unread", 3)],
        [("too_long_a_time", 3)],
    ]


def test_where_no_column_says_an_end_the_cell_of_the_hours_does(team: Actor) -> None:
    hours = [(*AT, "10:00-11:15", "", ""), (*AT, "12:00", "", "")]
    made = checked(team, ImportKind.FRIDAYS, HEADER, *hours)
    assert (made.state, said(team, HEADER, *hours)) == ("ready", ["new", [("end_unsaid", 3)]])
    assert checked(team, ImportKind.FRIDAYS, HEADER, hours[1]).state == "matching"


def test_counts_that_do_not_fit_are_said_at_their_cell(team: Actor) -> None:
    head = ("Date", "Partner", "Group", "Time", "Language", "Interpreter", "Phone", "Paid", "Came")
    at = (*AT, "10:00-11:15")
    assert said(
        team,
        head,
        (*at, "Dari, Arabic, Farsi", "Shirin, Amal", "", "", ""),
        (*at, "Dari, Arabic", "Shirin", "", "", ""),
        (*at, "", "Shirin, Nour", "", "", ""),
        (*at, "", "Shirin, Amal", "", "paid, paid, paid", ""),
        (*at, "", "Shirin, Amal", "", "", "yes, yes, yes"),
        (*at, "", "Shirin, Amal", "+33 6 99 00 12 34", "", ""),
        (*at, "", "Shirin, Nobody", "", "", ""),
        (*at, "Dari, Klingon", "Shirin, Amal", "", "", ""),
        (*at, "", "Shirin, Amal", "", "paid, robot", ""),
        (*at, "", "Shirin, Amal, Shirin", "", "", ""),
        (*at, "", "Shirin, Omid", "", "paid", ""),
        (*at, "", "Shirin, Omid", "", "", "missed"),
        (*at, "", "Shirin, Amal", "", "", ""),
        (*at, "", "Omid, Amal", "", "", ""),
        (*at, "", "Omid", "", "", ""),
    ) == [
        [("counts_differ", 4)],
        [("counts_differ", 4)],
        [("language_of_whom", 4)],
        [("counts_differ", 7)],
        [("counts_differ", 8)],
        [("phone_of_whom", 6)],
        [("interpreter_unknown", 5)],
        [("word_unknown", 4)],
        [("word_unknown", 7)],
        [("named_twice", 5)],
        [("never_a_fee", 7)],
        [("volunteer_missed", 8)],
        "new",
        [("twice_in_sheet", 5)],
        "new",
    ]


def test_a_name_that_is_somebodys_as_a_whole_is_not_cut(team: Actor) -> None:
    an_interpreter(a_profile("Shirin and Amal", Language.FARSI), signs_in=False)
    applied(team, checked(team, ImportKind.FRIDAYS, HEADER, (*AT, "10:00-11:15", "", "Shirin and Amal")))
    assert places() == [("Shirin and Amal", "fa", "worked", "paid")]


@pytest.mark.parametrize(
    "names",
    ["Shirin, Amal", "Shirin;Amal", "Shirin\nAmal", "Shirin and Amal", "Shirin et Amal", "Shirin + Amal", "Shirin، Amal"],
)
def test_names_are_told_apart_however_they_are_cut(team: Actor, names: str) -> None:
    data = workbook([HEADER, (*AT, "10:00-11:15", "", names)])
    applied(team, start_import(kind=ImportKind.FRIDAYS, file_name="days", data=data, now=NOW, actor=team))
    assert places() == [("Amal", "ar", "worked", "paid"), ("Shirin", "prs", "worked", "paid")]


@pytest.mark.parametrize("names", ["وليد وأمل", "وليد و أمل", "أمل ووليد"])
def test_the_arabic_and_is_no_part_of_a_name(team: Actor, names: str) -> None:
    for name in ("وليد", "أمل"):
        an_interpreter(a_profile(name, Language.ARABIC), signs_in=False)
    applied(team, checked(team, ImportKind.FRIDAYS, HEADER, (*AT, "10:00-11:15", "", names)))
    assert sorted(name for name, *_place in places()) == sorted(["وليد", "أمل"])


def test_two_of_one_name_are_told_apart_by_as_many_phones(team: Actor) -> None:
    for phone, language in (("+33 6 99 00 12 34", Language.DARI), ("+33 6 99 00 56 78", Language.FARSI)):
        leyla = an_interpreter(a_profile("Leyla", language), signs_in=False)
        Interpreter.objects.filter(pk=leyla.pk).update(phone=phone)
    head, at = (*HEADER, "Phone"), (*AT, "10:00-11:15", "")
    assert said(team, head, (*at, "Leyla, Amal", "")) == [[("several_such", 5)]]
    made = checked(team, ImportKind.FRIDAYS, head, (*at, "Leyla, Leyla", "06 99 00 12 34 / +33699005678"))
    applied(team, made)
    assert [place[:2] for place in places()] == [("Leyla", "fa"), ("Leyla", "prs")]


def test_rows_of_several_places_take_no_statement_for_each(team: Actor) -> None:
    counts = []
    for number in (1, 3):
        rows = [(f"{number}/{month}/2026", *AT[1:], "10:00-11:15", "", "Shirin, Amal, Omid") for month in range(5, 5 + number)]
        with CaptureQueriesContext(connection) as statements:
            made = applied(team, checked(team, ImportKind.FRIDAYS, HEADER, *rows))
            undo_import(import_id=made.id, now=NOW, actor=team)
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_a_word_for_two_languages_is_asked_about_by_their_names(team: Actor) -> None:
    made = checked(team, ImportKind.FRIDAYS, HEADER, (*AT, "10:00-11:15", "Dari, Kurde", "Shirin, Amal"))
    (row,) = row_views(made.rows.all(), len(HEADER))
    assert [(one.column, one.message) for one in row.problems] == [
        (4, "“Kurde” can be more than one language here. Write which: Sorani, Kurmanji.")
    ]


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


def test_a_name_with_a_comma_is_one_where_the_phone_says_whose_it_is(team: Actor) -> None:
    made = an_interpreter(a_profile("Leyla", Language.FARSI), signs_in=False)
    Interpreter.objects.filter(pk=made.pk).update(family_name="Karimi", phone="+33 6 99 00 12 34")
    head, at = (*HEADER, "Phone"), (*AT, "10:00-11:15", "")
    assert said(team, head, (*at, "Karimi, Leyla", "06 99 00 12 34"), (*at, "Leyla, Nobody", "06 99 00 12 34")) == [
        "new",
        [("phone_of_whom", 6)],
    ]


def test_one_id_beside_the_names_of_two_leaves_neither_out(team: Actor, people: dict[str, Interpreter]) -> None:
    head, at = (*HEADER, "Interpreter’s id"), (*AT, "10:00-11:15", "")
    shirin = str(people["Shirin"].pk)
    assert said(team, head, (*at, "Shirin, Amal", shirin), (*at, "Shirin A., called Sh.", shirin)) == [
        [("counts_differ", 6)],
        "new",
    ]
