"""Columns that an export writes for whoever reads it: what they say, and that no import reads them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.availability.services import take_break
from passerelle.bookings.services.closing import cancel_session
from passerelle.domain.roles import Actor
from passerelle.domain.words import (
    CancelReason,
    ImportKind,
)
from passerelle.imports.exporting import ExportFormat, export
from passerelle.imports.vocabulary.fields import FIELDS
from passerelle.imports.vocabulary.folding import folded
from passerelle.imports.vocabulary.for_reading import FOR_READING, is_for_reading
from passerelle.imports.vocabulary.words import LANGUAGES_WRITTEN
from tests.factories.partners import FRIDAY, signed_in
from tests.factories.people import (
    NOW,
    a_profile,
    acting,
    an_interpreter,
    someone_of_the_team,
)
from tests.imports.exported import a_friday, file_of, rows
from tests.imports.sheets import IMPORTS, rows_of, upload


@pytest.fixture
def team(db: None) -> Actor:
    return someone_of_the_team()


IN_EVERY_LANGUAGE = {
    "en": {
        "state": "Confirmed",
        "day_state": "Confirmed",
        "language": "Arabic",
        "pay": "Volunteer",
        "mode": "In person",
        "needs": "Arabic (Sudanese): 6",
        "requirements": "Safeguarding training: wished for",
        "theme": "Tree of life",
        "situations": "Someone new joins",
        "materials": "Lego; Paper",
        "room": "Chairs in a circle",
        "therapists": "Ruth Adeyemi: Said yes; Tom Ferris: Said yes",
        "variety": "Sudanese",
        "qualities": "Safeguarding training: wished for",
        "ticket": "Paid beforehand",
        "asked": "Shirin: Said yes; Omid: Said no",
    },
    "fr": {
        "state": "Confirmée",
        "day_state": "Confirmée",
        "language": "Arabe",
        "pay": "Bénévole",
        "mode": "Sur place",
        "needs": "Arabe (Soudanais): 6",
        "requirements": "Formation à la protection: souhaité",
        "theme": "L’arbre de vie",
        "situations": "Quelqu’un de nouveau arrive",
        "materials": "Lego; Papier",
        "room": "Chaises en cercle",
        "therapists": "Ruth Adeyemi: A dit oui; Tom Ferris: A dit oui",
        "variety": "Soudanais",
        "qualities": "Formation à la protection: souhaité",
        "ticket": "Payé d’avance",
        "asked": "Shirin: A dit oui; Omid: A dit non",
    },
    "ar": {
        "state": "مؤكَّدة",
        "day_state": "مؤكَّد",
        "language": "العربية",
        "pay": "متطوع",
        "mode": "حضوريًا",
        "needs": "\u200fالعربية (السودانية): 6",
        "requirements": "\u200fتدريب على الحماية: مرغوب",
        "theme": "شجرة الحياة",
        "situations": "\u200fينضم شخص جديد",
        "materials": "\u200fليغو؛ ورق",
        "room": "\u200fكراسٍ في دائرة",
        "therapists": "\u200fRuth Adeyemi: قال نعم؛ Tom Ferris: قال نعم",
        "variety": "السودانية",
        "qualities": "\u200fتدريب على الحماية: مرغوب",
        "ticket": "مدفوعة مسبقًا",
        "asked": "\u200fShirin: قال نعم؛ Omid: قال لا",
    },
}


@pytest.mark.parametrize("language", LANGUAGES_WRITTEN)
def test_a_friday_is_whole_in_the_readers_language(team: Actor, language: str) -> None:
    world = a_friday(team)
    assert rows(ImportKind.FRIDAYS, team, language) == [
        {
            "day": FRIDAY.isoformat(),
            "partner": world.agency,
            "group": world.group,
            "starts": "14:00",
            "ends": "15:00",
            "people": "6",
            "interpreter": "Shirin",
            "interpreter_id": str(world.shirin.id),
            "notes": "Two rooms, a kettle.",
            "contact": "Ines; +33 6 99 00 12 34",
            "staff": "Marc",
            "told": "Robin",
            "time_zone": "Europe/Paris",
            **IN_EVERY_LANGUAGE[language],
        }
    ]


def test_what_was_called_off_says_why_and_who_had_been_asked(team: Actor) -> None:
    world = a_friday(team)
    cancel_session(session_id=world.session, reason=CancelReason.NO_CROSSING, note="Storm", now=NOW, actor=team)
    (row,) = rows(ImportKind.FRIDAYS, team)
    assert {name: row.get(name) for name in ("state", "reason", "interpreter", "asked")} == {
        "state": "Cancelled",
        "reason": "No crossing; Storm",
        "interpreter": None,
        "asked": "Omid (Arabic): Said no; Shirin (Arabic): Not needed this time",
    }


def test_a_break_is_said_while_it_lasts(team: Actor) -> None:
    person = an_interpreter(a_profile("Shirin"))
    take_break(interpreter_id=person.id, until=FRIDAY, now=NOW, actor=acting(person))
    (row,) = rows(ImportKind.INTERPRETERS, team)
    assert (row["break_until"], row["account"]) == (FRIDAY.isoformat(), "Yes")
    later = export(ImportKind.INTERPRETERS, ExportFormat.CSV, "en", now=NOW + timedelta(weeks=52), actor=team)
    assert FRIDAY.isoformat() not in later.decode()


def test_changed_columns_for_reading_change_nothing_and_are_said_to_be_left_out(team: Actor) -> None:
    a_friday(team)
    file = file_of(ImportKind.FRIDAYS, team).replace("Tree of life", "Grief and loss").replace("Said no", "Said yes")
    client = signed_in(team)
    body = upload(client, file.encode(), kind="fridays").json()
    assert body["counts"] == {"new": 0, "changed": 0, "same": 1, "wrong": 0}
    assert [row["changes"] for row in rows_of(client, body["id"])] == [[]]
    left_out = [column["header"] for column in body["columns"] if column["for_reading"]]
    assert left_out == [field.header("en") for field in FOR_READING[ImportKind.FRIDAYS]]
    assert [column["field"] for column in body["columns"] if column["for_reading"]] == [None] * len(left_out)
    assert all(column["field"] for column in body["columns"] if not column["for_reading"])


def test_a_column_for_reading_is_taken_for_nothing(team: Actor) -> None:
    a_friday(team)
    client: Client = signed_in(team)
    body = upload(client, file_of(ImportKind.FRIDAYS, team).encode(), kind="fridays").json()
    theme = next(column["index"] for column in body["columns"] if column["header"] == "Theme")
    answered = client.patch(
        f"{IMPORTS}/{body['id']}",
        {"version": body["version"], "columns": [{"index": theme, "field": "minutes"}]},
        content_type="application/json",
    )
    assert (answered.status_code, answered.json()["errors"]) == (
        400,
        [
            {
                "code": "column_for_reading",
                "message": "What this column says is changed in Passerelle, not by a spreadsheet. Leave it out.",
                "field": "columns.0.field",
            }
        ],
    )


@pytest.mark.parametrize("kind", ImportKind)
def test_no_header_for_reading_is_one_that_is_read(kind: ImportKind) -> None:
    for language in LANGUAGES_WRITTEN:
        headers = [field.header(language) for field in FOR_READING[kind]]
        assert all(is_for_reading(kind, header) for header in headers)
        assert not any(is_for_reading(kind, field.header(language)) for field in FIELDS[kind])
        assert len({folded(header) for header in headers}) == len(headers)
    assert not is_for_reading(kind, "")


@pytest.mark.parametrize("kind", ImportKind)
def test_an_export_takes_as_many_statements_however_much_there_is(team: Actor, kind: ImportKind) -> None:
    counts = []
    for week in (0, 1, 2):
        a_friday(team, week)
        with CaptureQueriesContext(connection) as exporting:
            start = len(exporting)
            export(kind, ExportFormat.CSV, "en", now=NOW, actor=team)
        counts.append(len(exporting) - start)
    assert counts[0] == counts[1] == counts[2]
