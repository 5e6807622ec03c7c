"""Columns and what they are taken for: suggested from their headers, chosen by a person, and the rows read with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from passerelle.domain.refusals import Code, refuse
from passerelle.domain.words import ImportKind
from passerelle.imports.kinds.planning import Row
from passerelle.imports.reading import Cell, Line, Sheet
from passerelle.imports.reading.sheet import HEAD, MOST_ROWS
from passerelle.imports.vocabulary.fields import FIELDS, Field, suggested, unnumbered
from passerelle.imports.vocabulary.for_reading import is_for_reading
from passerelle.imports.vocabulary.hours import times_in

SAMPLES = 3


@dataclass(frozen=True)
class Matched:
    """The sheet cut at its header: ``columns`` as an import keeps them, ``lines`` below."""

    header_row: int
    columns: list[dict[str, Any]]
    lines: list[Line]
    notes: list[Code]


def recognised(kind: ImportKind, texts: Iterable[str]) -> int:
    """How many different fields these texts are headers of."""
    return len({suggested(kind, text) for text in texts} - {None})


def matched(kind: ImportKind, sheet: Sheet) -> Matched:
    """Refuses a sheet without a row below its header, and one with too many."""
    at = max(range(min(len(sheet.lines), HEAD)), key=lambda index: recognised(kind, sheet.lines[index].texts))
    header, lines = sheet.lines[at], sheet.lines[at + 1 :]
    if not lines:
        raise refuse(Code.ONLY_A_HEADER, at="file")
    if len(lines) > MOST_ROWS:
        raise refuse(Code.TOO_MANY_ROWS, at="file", rows=str(len(lines)), most=str(MOST_ROWS))
    width = max(len(line.cells) for line in [header, *lines])
    headers = [header.cells[index].text if index < len(header.cells) else "" for index in range(width)]
    fields, twice = _suggestions(kind, headers)
    columns = [
        {"index": index, "header": headers[index], "samples": _samples(lines, index), "field": fields[index]}
        for index in range(width)
    ]
    return Matched(header.number, columns, lines, [*sheet.notes, *([Code.HEADER_TWICE] if twice else [])])


def _suggestions(kind: ImportKind, headers: Sequence[str]) -> tuple[list[str | None], bool]:
    """A field for each header, each once, and whether a second column was left for that."""
    found = [suggested(kind, header) for header in headers]
    if "name" in found and "first_name" in found and "family_name" not in found:
        found = ["family_name" if name == "name" else name for name in found]  # "Name" beside "First name"
    if "family_name" in found and not {"first_name", "name"} & set(found):
        found = ["name" if name == "family_name" else name for name in found]  # "Nom" alone is the whole name
    once = _once(kind, found, headers)
    return once, once != found


def _once(kind: ImportKind, found: Sequence[str | None], headers: Sequence[str]) -> list[str | None]:
    """Each field's first column, and of those that may have several the others that are called the same but for a number."""
    first: dict[str, str] = {}
    several = {field.name for field in FIELDS[kind] if field.several}
    kept: list[str | None] = []
    for name, header in zip(found, headers, strict=True):
        called = unnumbered(header)
        known = name is not None and (first.setdefault(name, called) == called if name in several else name not in kept)
        kept.append(name if known else None)
    return kept


def _samples(lines: Sequence[Line], index: int) -> list[str]:
    """The first different texts of a column."""
    texts = (line.cells[index].text for line in lines if index < len(line.cells))
    return list(dict.fromkeys(text[:120] for text in texts if text))[:SAMPLES]


def chosen(kind: ImportKind, columns: Sequence[Mapping[str, Any]], choices: Mapping[int, str | None]) -> list[dict[str, Any]]:
    """``columns`` with the ``choices`` (a field, or none, by index) in the place of what they were taken for."""
    names = {field.name: field for field in FIELDS[kind]}
    for place, (index, name) in enumerate(choices.items()):
        if not 0 <= index < len(columns):
            raise refuse(Code.COLUMN_UNKNOWN, at=f"columns.{place}.index")
        if name is not None and is_for_reading(kind, columns[index]["header"]):
            raise refuse(Code.COLUMN_FOR_READING, at=f"columns.{place}.field")
        if name is not None and name not in names:
            raise refuse(Code.FIELD_UNKNOWN, at=f"columns.{place}.field")
    made = [{**column, "field": choices.get(column["index"], column["field"])} for column in columns]
    taken = [column["field"] for column in made if column["field"] is not None]
    for place, name in enumerate(choices.values()):
        if name is not None and taken.count(name) > 1 and not names[name].several:
            raise refuse(Code.FIELD_TWICE, at=f"columns.{place}.field")
    return made


def fields_of(kind: ImportKind, columns: Iterable[Mapping[str, Any]]) -> list[Field]:
    """What this sheet is asked for: no column of ends where one of its columns says from when to when."""
    ends_within = any(times_in(sample) is not None for column in columns for sample in column["samples"])
    return [replace(field, required=False) if field.name == "ends" and ends_within else field for field in FIELDS[kind]]


def missing(kind: ImportKind, columns: Sequence[Mapping[str, Any]]) -> list[Field]:
    """The fields every row needs that no column is taken for."""
    taken = {column["field"] for column in columns}
    return [field for field in fields_of(kind, columns) if field.required and not taken & {field.name, *field.instead}]


def row_of(number: int, texts: Sequence[str], faults: Mapping[str, str], columns: Iterable[Mapping[str, Any]]) -> Row:
    """A stored row as it is read now."""

    def cell(index: int) -> Cell:
        fault = faults.get(str(index))
        return Cell(texts[index] if index < len(texts) else "", Code(fault) if fault else None)

    cells: dict[str, list[tuple[int, Cell]]] = {}
    for column in columns:
        if column["field"] is not None:
            cells.setdefault(column["field"], []).append((column["index"], cell(column["index"])))
    return Row(number, {name: of[0] for name, of in cells.items()}, {name: of[1:] for name, of in cells.items() if of[1:]})
