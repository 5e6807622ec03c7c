"""The team's requests about imports: taken in, matched, looked at, applied, taken back, thrown away."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.imports.models import Import, ImportRow
from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Change
from tests.factories.partners import signed_in
from tests.factories.people import a_profile, an_interpreter, someone_of_the_team
from tests.imports.sheets import IMPORTS, PEOPLE, comma, rows_of, upload, workbook
from tests.imports.worlds import everything


@pytest.fixture
def client(db: None) -> Client:
    return signed_in(someone_of_the_team())


def test_a_sheet_is_taken_in_and_nothing_else_is_written(client: Client) -> None:
    made = upload(client, comma(PEOPLE))
    assert made.status_code == 201, made.content
    body = made.json()
    assert {key: body[key] for key in ("kind", "status", "file_name", "sheet", "header_row", "rows", "counts")} == {
        "kind": "interpreters",
        "status": "ready",
        "file_name": "people.csv",
        "sheet": "",
        "header_row": 1,
        "rows": 2,
        "counts": {"new": 2, "changed": 0, "same": 0, "wrong": 0},
    }
    assert body["columns"] == [
        {"index": 0, "header": "Name", "samples": ["Shirin Azizi", "Amal Haddad"], "field": "name", "for_reading": False},
        {"index": 1, "header": "Phone", "samples": ["+33 6 99 00 12 34"], "field": "phone", "for_reading": False},
        {"index": 2, "header": "Languages", "samples": ["Dari, Farsi", "Arabic"], "field": "languages", "for_reading": False},
    ]
    assert body["allowed_actions"] == ["match", "apply", "discard"]
    assert rows_of(client, body["id"])[1] == {
        "number": 3,
        "state": "new",
        "cells": ["Amal Haddad", "", "Arabic"],
        "problems": [],
        "changes": [],
    }
    assert not Interpreter.objects.exists()
    assert client.get(f"{IMPORTS}/{body['id']}").json() == body
    assert client.get(IMPORTS).json() == {"results": [body], "next": None}


def test_applied_and_taken_back(client: Client) -> None:
    body = upload(client, comma(PEOPLE)).json()
    address = f"{IMPORTS}/{body['id']}"
    applied = client.post(f"{address}/apply", {"version": body["version"]}, content_type="application/json")
    assert applied.status_code == 200, applied.content
    assert (applied.json()["status"], applied.json()["allowed_actions"]) == ("applied", ["undo"])
    assert sorted(str(person) for person in Interpreter.objects.all()) == ["Amal Haddad", "Shirin Azizi"]
    undone = client.post(f"{address}/undo", {}, content_type="application/json")
    assert undone.status_code == 200, undone.content
    assert (undone.json()["status"], undone.json()["allowed_actions"]) == ("undone", [])
    assert not Interpreter.objects.exists()


def test_thrown_away(client: Client) -> None:
    address = f"{IMPORTS}/{upload(client, comma(PEOPLE)).json()['id']}"
    assert client.delete(address, {}, content_type="application/json").json() == {}
    assert client.get(address).status_code == 404


def send(client: Client, path: str, body: Any, **headers: str) -> Any:
    return client.post(path, body, content_type="application/json", headers=headers)


def told(answered: Any) -> list[tuple[str, str | None]]:
    return [(line["code"], line.get("field")) for line in answered.json()["errors"]]


@pytest.mark.parametrize(
    ("form", "problems"),
    [
        ({}, [("empty", "file"), ("empty", "kind")]),
        ({"kind": "interpreters"}, [("empty", "file")]),
        ({"kind": "interpreters", "file": "words"}, [("empty", "file")]),
    ],
)
def test_a_form_without_what_it_needs_is_refused_whole(client: Client, form: Any, problems: Any) -> None:
    answered = client.post(IMPORTS, form)
    assert (answered.status_code, told(answered)) == (400, problems)


def test_a_kind_nobody_knows_is_refused(client: Client) -> None:
    answered = upload(client, comma(PEOPLE), kind="budgets")
    assert (answered.status_code, told(answered)) == (400, [("field_unknown", "kind")])


def test_a_body_of_ten_megabytes_is_refused_in_a_sentence_and_nothing_is_kept(client: Client) -> None:
    answered = upload(client, b"Name,Languages\r\n" + b"x" * 10 * 1024**2)
    assert answered.status_code == 400
    assert answered.json()["errors"] == [
        {
            "code": "file_too_large",
            "message": "This file is larger than 5 MB. Save only the sheet with the rows, or split it into several files.",
            "field": "file",
        }
    ]
    assert not Import.objects.exists()


def test_what_is_no_sheet_is_refused_in_the_readers_language(client: Client) -> None:
    answered = upload(client, b"%PDF-1.7", name="people.xlsx", accept_language="fr")
    assert (answered.status_code, answered.json()["errors"]) == (
        400,
        [
            {
                "code": "file_no_sheet",
                "message": "Ce n’est pas un tableau. Choisissez un fichier Excel (.xlsx) ou CSV.",
                "field": "file",
            }
        ],
    )
    assert not Import.objects.exists()


def test_the_same_upload_sent_twice_is_taken_in_once(client: Client) -> None:
    key = str(uuid4())
    first = upload(client, comma(PEOPLE), **{"idempotency-key": key})
    again = upload(client, comma(PEOPLE), **{"idempotency-key": key})
    assert (first.status_code, again.content) == (201, first.content)
    assert Import.objects.count() == 1
    other = upload(client, comma(PEOPLE[:2]), **{"idempotency-key": key})
    assert (other.status_code, told(other)) == (422, [("idempotency_reused", None)])


def test_columns_are_matched_by_hand_and_every_row_checked_anew(client: Client) -> None:
    body = upload(client, comma([("Who", "What"), ("Amal", "Arabic"), ("Shirin", "Klingon")])).json()
    assert (body["status"], body["counts"]["wrong"]) == ("matching", 2)
    address = f"{IMPORTS}/{body['id']}"
    early = send(client, f"{address}/apply", {"version": body["version"], "skip_wrong": True})
    assert (early.status_code, told(early)) == (409, [("wrong_state", None)])
    columns = [{"index": 0, "field": "name"}, {"index": 1, "field": "languages"}]
    matched = client.patch(address, {"version": body["version"], "columns": columns}, content_type="application/json")
    assert matched.status_code == 200, matched.content
    assert (matched.json()["status"], matched.json()["counts"]) == ("ready", {"new": 1, "changed": 0, "same": 0, "wrong": 1})
    (wrong,) = rows_of(client, body["id"], "wrong")
    assert wrong == {
        "number": 3,
        "state": "wrong",
        "cells": ["Shirin", "Klingon"],
        "problems": [
            {
                "column": 1,
                "field": "languages",
                "code": "word_unknown",
                "message": "“Klingon” is not known here. Known are: Arabic, Sorani, Kurmanji, Pashto, Farsi, Dari, Tigrinya, "
                "Amharic, Vietnamese, French, English.",
            }
        ],
        "changes": [],
    }


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ([{"index": 9, "field": "name"}], ("column_unknown", "columns.0.index")),
        ([{"index": 1, "field": "shoe_size"}], ("field_unknown", "columns.0.field")),
        ([{"index": 1, "field": "name"}], ("field_twice", "columns.0.field")),
    ],
)
def test_a_choice_that_cannot_be_is_refused_at_its_place(client: Client, columns: Any, problem: tuple[str, str]) -> None:
    body = upload(client, comma(PEOPLE)).json()
    answered = client.patch(
        f"{IMPORTS}/{body['id']}", {"version": body["version"], "columns": columns}, content_type="application/json"
    )
    assert (answered.status_code, told(answered)) == (400, [problem])


def test_wrong_rows_are_left_out_only_when_that_is_said(client: Client) -> None:
    body = upload(client, comma([*PEOPLE, ("Nour", "ask her", "Dari")])).json()
    address = f"{IMPORTS}/{body['id']}/apply"
    refused = send(client, address, {"version": body["version"]})
    assert (refused.status_code, told(refused)) == (409, [("rows_wrong", None)])
    assert not Interpreter.objects.exists()
    assert send(client, address, {"version": body["version"], "skip_wrong": True}).status_code == 200
    assert Interpreter.objects.count() == 2


def test_nothing_is_written_where_a_row_would_do_something_else_than_was_shown(client: Client) -> None:
    body = upload(client, comma(PEOPLE)).json()
    an_interpreter(a_profile("Amal Haddad"), signs_in=False)
    address = f"{IMPORTS}/{body['id']}"
    refused = send(client, f"{address}/apply", {"version": body["version"]})
    assert (refused.status_code, told(refused)) == (409, [("import_outdated", None)])
    assert Interpreter.objects.count() == 1
    now = client.get(address).json()
    assert (now["version"], now["counts"]) == (body["version"] + 1, {"new": 1, "changed": 1, "same": 0, "wrong": 0})
    assert send(client, f"{address}/apply", {"version": now["version"]}).status_code == 200
    assert Interpreter.objects.count() == 2


def test_what_is_thrown_away_before_it_is_checked_again_is_missing(client: Client) -> None:
    body = upload(client, comma(PEOPLE)).json()
    an_interpreter(a_profile("Amal Haddad"), signs_in=False)
    locked: list[str] = []

    def throw_away_before_the_second_lock(execute: Any, sql: str, *of: Any) -> Any:
        if 'FROM "imports_import"' in sql and sql.endswith("FOR NO KEY UPDATE"):
            locked.append(sql)
            if len(locked) > 1:
                ImportRow.objects.all().delete()
                Import.objects.all().delete()
        return execute(sql, *of)

    with connection.execute_wrapper(throw_away_before_the_second_lock):
        answered = send(client, f"{IMPORTS}/{body['id']}/apply", {"version": body["version"]})
    assert (len(locked), answered.status_code, told(answered)) == (2, 404, [("not_found", None)])


def test_what_was_used_since_stands_in_the_way_of_taking_back_and_is_named(client: Client) -> None:
    body = upload(client, comma(PEOPLE)).json()
    address = f"{IMPORTS}/{body['id']}"
    send(client, f"{address}/apply", {"version": body["version"]})
    amal = Interpreter.objects.get(first_name="Amal")
    seen = {"kind": "check", "seen_on": "2026-01-01", "expires_on": "2027-01-01"}
    assert send(client, f"/api/v1/interpreters/{amal.id}/credentials", seen).status_code == 200
    refused = send(client, f"{address}/undo", {})
    assert refused.status_code == 409
    assert refused.json()["errors"] == [
        {
            "code": "import_used",
            "message": "Row 3, Amal Haddad: used or changed since, so this import cannot be taken back as a whole.",
        }
    ]
    assert Interpreter.objects.count() == 2


def test_the_lists_ask_no_more_of_the_database_for_more_rows(client: Client) -> None:
    found = upload(client, comma(PEOPLE)).json()["id"]

    def asked() -> list[int]:
        counts = []
        for path in (IMPORTS, f"{IMPORTS}/{found}/rows"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            counts.append(len(queries))
        return counts

    few = asked()
    found = upload(client, comma([*PEOPLE, *((f"Person {n}", "wrong", "Dari") for n in range(20))])).json()["id"]
    assert asked() == few


def test_the_journal_tells_of_the_import_and_of_everyone_it_brought(client: Client) -> None:
    body = upload(client, comma(PEOPLE)).json()

    before = Change.objects.count()
    send(client, f"{IMPORTS}/{body['id']}/apply", {"version": body["version"]})
    lines = Change.objects.order_by("id")[before:]
    assert [(line.entity, line.kind) for line in lines] == [
        ("interpreter", "created"),
        ("interpreter", "created"),
        ("import", "applied"),
    ]


def test_an_export_is_a_file_with_a_name(client: Client) -> None:
    an_interpreter(a_profile("Amal"), signs_in=False)
    answered = client.get("/api/v1/exports/interpreters", headers={"accept-language": "fr"})
    assert answered["Content-Type"] == "text/csv; charset=utf-8"
    assert answered["Content-Disposition"].startswith('attachment; filename="interpreters-')
    assert answered.content.decode("utf-8-sig").splitlines()[0].split(";")[1:3] == ["Prénom", "Nom de famille"]
    assert client.get("/api/v1/exports/interpreters?format=xlsx").content.startswith(b"PK")
    assert client.get("/api/v1/exports/interpreters?format=pdf").status_code == 400
    assert client.get("/api/v1/exports/budgets").status_code == 404


@pytest.mark.parametrize(("file_name", "made"), [("people.csv", comma), ("people.xlsx", workbook)])
def test_fifty_thousand_rows_are_refused_in_a_sentence_and_nothing_is_kept(
    client: Client, file_name: str, made: Callable[[list[tuple[str, str]]], bytes]
) -> None:
    before, lines = everything(), Change.objects.count()
    answered = upload(client, made([("Name", "Languages"), *((f"Person {n}", "Dari") for n in range(50_000))]), name=file_name)
    assert answered.status_code == 400, answered.content
    assert answered.json() == {
        "errors": [
            {
                "code": "too_many_rows",
                "message": "This sheet has 50001 rows. At most 2000 can be imported at once: split it into several files.",
                "field": "file",
            }
        ]
    }
    assert (everything(), Import.objects.count(), ImportRow.objects.count(), Change.objects.count()) == (before, 0, 0, lines)
