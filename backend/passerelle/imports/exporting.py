"""Everything of one kind as a spreadsheet, in the columns and words that an import reads, and columns that are for reading."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from passerelle.common.permissions import require_team
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind
from passerelle.imports.kinds.all import KINDS
from passerelle.imports.vocabulary.for_reading import exported


class ExportFormat(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a text begins that a spreadsheet program may run as a formula; and the mark that says it is none."""


def export(kind: ImportKind, format_: ExportFormat, language: str, *, now: datetime, actor: Actor) -> bytes:
    """The file, written in one of the languages that spreadsheets are read in."""
    require_team(actor)
    found = KINDS[kind].export(language, now)
    fields = exported(kind)
    rows = [[row.get(field.name, "") for field in fields] for row in found]
    header = [field.header(language) for field in fields]
    return _workbook(kind, [header, *rows]) if format_ is ExportFormat.XLSX else _delimited([header, *rows], language)


def _delimited(rows: Iterable[Sequence[str]], language: str) -> bytes:
    """UTF-8 with the mark by which spreadsheet programs know it; in French they expect semicolons."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if language == "fr" else ",")
    writer.writerows([defused(text) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def defused(text: str) -> str:
    """With an apostrophe before it where a spreadsheet would run it; ``reading.delimited`` takes that away again."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _workbook(kind: ImportKind, rows: Iterable[Sequence[str]]) -> bytes:
    """Every cell is stored as a text, whatever it begins with."""
    book = Workbook(write_only=True)
    page = book.create_sheet(kind.value)
    for row in rows:
        cells = [WriteOnlyCell(page, value=text) for text in row]
        for cell in cells:
            cell.data_type = "s"
        page.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
