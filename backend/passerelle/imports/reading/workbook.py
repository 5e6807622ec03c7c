"""XLSX. What a formula gave when the file was saved counts; a cell merged downwards says the same in every row."""

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from passerelle.domain.refusals import Code, Refusal, refuse
from passerelle.imports.reading.sheet import EMPTY, HEAD, MOST_CHARACTERS, MOST_ROWS, Cell, Line, Sheet, bounded

MOST_UNPACKED = 64 * 1024 * 1024
_LAST_ROW = 1_048_576
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
_A_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_A_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)[\s>]")


def read_workbook(data: bytes, *, recognises: Callable[[list[str]], int]) -> Sheet:
    _require_bounded(data)
    with _readable():
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        pages = [page for page in book.worksheets if page.sheet_state == "visible"]
        said = [page for page in pages if any(any(row) for row in islice(_values(page), HEAD))]
        if not said:
            raise refuse(Code.FILE_EMPTY, at="file")
        best = max(said, key=lambda page: max(recognises(_texts(row)) for row in islice(_values(page), HEAD)))
        return _sheet(data, best, several=len(said) > 1)


@contextmanager
def _readable() -> Iterator[None]:
    """Whatever the library trips over is a file that nobody can read as it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and rules it leaves out: nothing that is imported
            yield
    except Refusal:
        raise
    except Exception:  # of a dozen kinds, from a bad entry of the zip to a style that is not there
        raise refuse(Code.FILE_DAMAGED, at="file") from None


def _require_bounded(data: bytes) -> None:
    """A small file can unpack to gigabytes; what is packed cannot be larger than its entry says."""
    with _readable(), ZipFile(BytesIO(data)) as packed:
        if any(entry.flag_bits & 1 for entry in packed.infolist()):
            raise refuse(Code.FILE_LOCKED, at="file")
        if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
            raise refuse(Code.FILE_TOO_LARGE, at="file", most=f"{MOST_UNPACKED // 1024**2} MB")


def _values(page: Any) -> Iterator[tuple[Any, ...]]:
    page.reset_dimensions()  # what the file says of its own size need not be so
    yield from page.iter_rows(values_only=True)


def _texts(row: tuple[Any, ...]) -> list[str]:
    return [_text(value) for value in row]


@dataclass(frozen=True)
class _Merged:
    """Ranges of cells that show one value: down a column it counts for each row, across columns nobody can say."""

    down: dict[tuple[int, int], tuple[int, int]]
    across: frozenset[tuple[int, int]]

    @cached_property
    def widths(self) -> dict[int, int]:
        """How far the merged cells of a row reach."""
        found: dict[int, int] = {}
        for row, column in [*self.down, *self.across]:
            found[row] = max(found.get(row, 0), column)
        return found


def _sheet(data: bytes, page: Any, *, several: bool) -> Sheet:
    with ZipFile(BytesIO(data)) as packed:
        raw = packed.read(page._worksheet_path)
    merged = _merged(raw)
    found = bounded(_lines(page, merged, set()))
    # Formulas are looked for where the rest is not too much already: that reads the file twice more.
    if len(found) <= MOST_ROWS + HEAD and _A_FORMULA.search(raw):
        found = bounded(_lines(page, merged, _without_result(data, page.title)))
    if len(found) > MOST_ROWS + HEAD:
        rows = sum(bool(_A_VALUE.search(row)) for row in re.split(rb"</(?:\w+:)?row>", raw))
        raise refuse(Code.TOO_MANY_ROWS, at="file", rows=str(rows), most=str(MOST_ROWS))
    notes = [code for code, holds in ((Code.SEVERAL_SHEETS, several), (Code.MERGED_FILLED, bool(merged.down))) if holds]
    return Sheet(page.title, found, notes)


def _lines(page: Any, merged: _Merged, open_formulas: set[tuple[int, int]]) -> Iterator[Line]:
    first: dict[tuple[int, int], Cell] = {}
    tops = set(merged.down.values())
    for number, row in enumerate(_values(page), start=1):
        if number > _LAST_ROW:
            return
        width = max(len(row), merged.widths.get(number, 0))
        cells = []
        for column in range(1, width + 1):
            at = number, column
            cell = _cell(row[column - 1] if column <= len(row) else None)
            if at in open_formulas:
                cell = Cell("", Code.FORMULA_UNSAID)
            elif at in merged.across:
                cell = Cell(cell.text, Code.CELLS_MERGED)
            if at in tops:
                first[at] = cell
            cells.append(first.get(merged.down[at], EMPTY) if at in merged.down else cell)
        yield Line(number, tuple(cells))


def _merged(raw: bytes) -> _Merged:
    down: dict[tuple[int, int], tuple[int, int]] = {}
    across: set[tuple[int, int]] = set()
    for found in _MERGED.findall(raw):
        left, top, right, bottom = (int(edge) for edge in range_boundaries(found.decode()))  # type: ignore[arg-type]
        if bottom - top > MOST_ROWS + HEAD or right - left > 200:  # noqa: PLR2004  (a whole column, or a whole row)
            continue
        for row in range(top, bottom + 1):
            if left == right and row > top:
                down[row, left] = (top, left)
            across.update((row, column) for column in range(left, right + 1) if left != right)
    return _Merged(down, frozenset(across))


def _without_result(data: bytes, title: str) -> set[tuple[int, int]]:
    """Where a formula stands whose result was not saved with it, in the first rows: as many as are read at most."""
    formulas = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)[title]
    results = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)[title]
    found: set[tuple[int, int]] = set()
    saying = 0
    for number, (row, shown) in enumerate(zip(_values(formulas), _values(results), strict=True), start=1):
        if number > _LAST_ROW or saying > MOST_ROWS + HEAD:
            break
        saying += any(said is not None for said in row)
        for column, (said, result) in enumerate(zip(row, shown, strict=True), start=1):
            if said is not None and result is None:
                found.add((number, column))
    return found


_FAULTS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"}


def _cell(value: Any) -> Cell:
    text = _text(value)
    if text in _FAULTS:
        return Cell(text, Code.FORMULA_FAILED)
    return Cell(text[:MOST_CHARACTERS], Code.TOO_LONG if len(text) > MOST_CHARACTERS else None)


def _text(value: Any) -> str:
    """As a person would type it: days and times in ISO 8601, whole numbers without a fraction."""
    said = next((say(value) for kind, say in _SAY if isinstance(value, kind)), None)
    return str(value).strip() if said is None else said


def _duration(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


_SAY: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (type(None), lambda _: ""),
    (bool, lambda value: "yes" if value else "no"),
    (datetime, lambda value: value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")),
    (date, date.isoformat),
    (time, lambda value: value.isoformat("minutes")),
    (timedelta, _duration),
    (float, lambda value: str(int(value)) if value.is_integer() else repr(value)),
)
