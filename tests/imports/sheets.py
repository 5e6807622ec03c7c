"""Spreadsheets as they are found, made in the test."""

import csv
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

IMPORTS = "/api/v1/imports"
PEOPLE = (("Name", "Phone", "Languages"), ("Shirin Azizi", "+33 6 99 00 12 34", "Dari, Farsi"), ("Amal Haddad", "", "Arabic"))


def comma(rows: Sequence[Sequence[Any]], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(rows: Sequence[Sequence[Any]], *, then: Callable[[Worksheet], None] | None = None, title: str = "People") -> bytes:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = title
    for row in rows:
        page.append(list(row))
    if then is not None:
        then(page)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def upload(client: Client, data: bytes, kind: str = "interpreters", name: str = "people.csv", **headers: str) -> Any:
    return client.post(IMPORTS, {"file": SimpleUploadedFile(name, data), "kind": kind}, headers=headers)


def rows_of(client: Client, import_id: UUID | str, state: str = "") -> list[dict[str, Any]]:
    answered = client.get(f"{IMPORTS}/{import_id}/rows?limit=100" + (f"&state={state}" if state else ""))
    assert answered.status_code == 200, answered.content
    found: list[dict[str, Any]] = answered.json()["results"]
    return found
