"""Past Fridays as most sheets have them: a row for each session, its hours in one cell, its interpreters in another."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from passerelle.bookings.models import Session
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind, Language
from passerelle.imports.models import Import
from passerelle.imports.selectors import row_views
from passerelle.imports.services import start_import, undo_import
from passerelle.interpreters.models import Interpreter
from tests.factories.people import NOW, a_profile, an_interpreter
from tests.imports.sessions.sheet import AT, HEADER, MADE, applied, places, said
from tests.imports.sheets import workbook
from tests.imports.worlds import checked, everything


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


def test_an_hour_that_the_clocks_skip_is_refused_at_its_cell_whether_it_begins_or_ends_there(team: Actor) -> None:
    night = ("29/03/2026", *AT[1:])
    assert said(
        team,
        (*HEADER, "End"),
        (*night, "02:30-04:00", "", "", ""),
        (*night, "01:00-02:30", "", "", ""),
        (*night, "01:00", "", "", "02:30"),
        (*night, "01:00-03:00", "", "", ""),
    ) == [[("clocks_skipped_it", 3)], [("clocks_skipped_it", 3)], [("clocks_skipped_it", 6)], "new"]


def test_an_hour_that_the_clocks_show_twice_is_refused_at_its_cell_and_what_lasts_over_it_is_not(team: Actor) -> None:
    night = ("25/10/2026", *AT[1:])
    assert said(
        team,
        (*HEADER, "End"),
        (*night, "02:30-04:00", "", "", ""),
        (*night, "01:00-02:30", "", "", ""),
        (*night, "01:00", "", "", "02:00"),
        (*night, "01:30-03:00", "", "", ""),
    ) == [[("clocks_showed_it_twice", 3)], [("clocks_showed_it_twice", 3)], [("clocks_showed_it_twice", 6)], "new"]


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
