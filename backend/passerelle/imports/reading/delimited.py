"""CSV as it is found: any of three delimiters, and the letters of whichever program wrote it."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from passerelle.domain.refusals import Code, refuse
from passerelle.imports.reading.sheet import HEAD, MOST_CHARACTERS, MOST_ROWS, Cell, Line, Sheet, bounded

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DELIMITERS = (",", ";", "\t")
_MOSTLY_FOREIGN = 0.3
"""Of the letters: a Western text in one byte a letter has fewer accents than this."""
DEFUSED = re.compile(r"^'(?=[=+\-@\t\r'])")
"""How an export marks a text that a spreadsheet would take for a formula."""


def read_delimited(data: bytes) -> Sheet:
    text = _decoded(data)
    if _NO_TEXT.search(text) or text.lstrip()[:1] in {"<", "{", "["}:
        raise refuse(Code.FILE_NO_SHEET, at="file")
    try:
        found = bounded(_lines(text))
        rows = sum(1 for line in _lines(text) if not line.is_empty) if len(found) > MOST_ROWS + HEAD else 0
    except csv.Error:
        raise refuse(Code.FILE_DAMAGED, at="file") from None
    if rows:
        raise refuse(Code.TOO_MANY_ROWS, at="file", rows=str(rows), most=str(MOST_ROWS))
    return Sheet("", found)


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _or_refused(data, encoding)
    if data[:1000].count(b"\0") * 3 > len(data[:1000]):  # two bytes a letter, without the mark that says so
        return _or_refused(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data)


def _or_refused(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise refuse(Code.FILE_LETTERS, at="file") from None


def _western(data: bytes) -> str:
    """One byte a letter: Western Europe's, unless hardly any letter is a plain one; then nobody can say whose it is."""
    foreign = sum(byte >= 0xC0 for byte in data)  # noqa: PLR2004  (where the letters with accents begin)
    letters = foreign + sum(chr(byte).isalpha() for byte in data if byte < 0x80)  # noqa: PLR2004  (ASCII)
    if foreign > letters * _MOSTLY_FOREIGN:
        raise refuse(Code.FILE_LETTERS, at="file")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _lines(text: str) -> Iterator[Line]:
    """A row's number is the one a spreadsheet shows: a text with line breaks in it is one row."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    for number, row in enumerate(rows, start=1):
        yield Line(number, tuple(_cell(text) for text in row))


def _cell(text: str) -> Cell:
    text = DEFUSED.sub("", text.strip())
    return Cell(text[:MOST_CHARACTERS], Code.TOO_LONG if len(text) > MOST_CHARACTERS else None)


def _delimiter(text: str) -> str:
    """The one that cuts the first lines into the most equal pieces: decided by what most of them have."""
    begun = text[:20_000]

    def pieces(delimiter: str) -> tuple[int, int]:
        rows = islice(csv.reader(StringIO(begun, newline=""), delimiter=delimiter), HEAD)
        widths = [len(row) for row in rows if any(row)]
        common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (common, widths.count(common))

    return max(_DELIMITERS, key=pieces)
