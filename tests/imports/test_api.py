"""The team's requests about imports: taken in, matched, looked at, applied, taken back, thrown away."""

import pytest
from django.test import Client

from passerelle.interpreters.models import Interpreter
from tests.factories.partners import signed_in
from tests.factories.people import someone_of_the_team
from tests.imports.sheets import IMPORTS, PEOPLE, comma, rows_of, upload


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
        {"index": 0, "header": "Name", "samples": ["Shirin Azizi", "Amal Haddad"], "field": "name"},
        {"index": 1, "header": "Phone", "samples": ["+33 6 99 00 12 34"], "field": "phone"},
        {"index": 2, "header": "Languages", "samples": ["Dari, Farsi", "Arabic"], "field": "languages"},
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
