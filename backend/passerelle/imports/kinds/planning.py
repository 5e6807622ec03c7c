"""What importing a row would do: read cell by cell, every problem at its cell, nothing written."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from passerelle.domain.refusals import Code, Problem
from passerelle.domain.roles import Actor
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports.reading import Cell


@dataclass(frozen=True)
class Row:
    """The cells of one row by the field their column is taken for, each with the index of that column.

    ``more``: those of further columns, of a field that may have several.
    """

    number: int
    cells: Mapping[str, tuple[int, Cell]]
    more: Mapping[str, Sequence[tuple[int, Cell]]] = dataclasses.field(default_factory=dict)

    def every(self, name: str) -> list[tuple[int, Cell]]:
        """All cells of a field, in the order of their columns."""
        return [self.cells[name], *self.more.get(name, ())] if name in self.cells else []


@dataclass(frozen=True)
class CellProblem:
    """``column`` and ``field`` say which cell; both None where it is about the row. ``params`` are texts for the sentence."""

    code: Code
    field: str | None = None
    column: int | None = None
    params: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass
class Planned:
    """What importing the row would do. ``act`` is what the kind writes: nothing where the row is the same, or wrong."""

    number: int
    state: ImportRowState
    problems: list[CellProblem] = dataclasses.field(default_factory=list)
    changes: list[str] = dataclasses.field(default_factory=list)
    act: Any = None


@dataclass(frozen=True)
class Effect:
    """Something a row wrote. ``before``: what it was, as JSON; None where the row made it."""

    thing: str
    id: UUID
    version: int
    before: dict[str, Any] | None = None


@dataclass(frozen=True)
class Used:
    """Something of an import that cannot be taken back, since it was used or changed after."""

    number: int
    name: str


type Effects = dict[int, list[Effect]]
"""By the number of the row that wrote them, in the order of writing."""


class Kind(Protocol):
    """One kind of import. ``take_back`` returns what stands in the way; the caller then undoes its transaction."""

    kind: ImportKind

    def plan(self, rows: Sequence[Row], *, now: datetime) -> list[Planned]: ...
    def write(self, planned: Sequence[Planned], *, now: datetime, actor: Actor) -> Effects: ...
    def take_back(self, effects: Effects, *, now: datetime, actor: Actor) -> list[Used]: ...
    def export(self, language: str, now: datetime) -> list[dict[str, str]]: ...


@dataclass
class Reader:
    """Reads one row; what cannot be read is kept in ``problems``, and reads as not said."""

    row: Row
    problems: list[CellProblem] = dataclasses.field(default_factory=list)

    def text(self, name: str) -> str:
        """The cell's text, with single spaces; empty where nothing is said, or the file could not say it."""
        return " ".join(self.lines(name).split())

    def lines(self, name: str) -> str:
        """The same with the cell's lines apart, for what may be a list."""
        if name not in self.row.cells:
            return ""
        _column, cell = self.row.cells[name]
        if cell.fault is not None:
            self.against(name, cell.fault, most="1000")
            return ""
        return "\n".join(" ".join(line.split()) for line in cell.text.splitlines())

    def against(self, at: str | None, code: Code, /, **params: str) -> None:
        """Said once, however many things the cell says it of."""
        column = self.row.cells[at][0] if at is not None and at in self.row.cells else None
        found = CellProblem(code, at, column, params)
        if found not in self.problems:
            self.problems.append(found)

    def against_all(self, name: str, problems: Sequence[Problem]) -> bool:
        """Refusals of the rules as problems of that cell; whether there were any."""
        for found in problems:
            self.against(name, found.code, **{key: str(value) for key, value in found.params.items()})
        return bool(problems)

    def wrong(self) -> Planned:
        return Planned(self.row.number, ImportRowState.WRONG, self.problems)


def required(reader: Reader, *names: str) -> None:
    """Each of ``names`` must be said, where the file did not fail to say it."""
    for name in names:
        blank = name not in reader.row.cells or (not reader.row.cells[name][1].text and not reader.row.cells[name][1].fault)
        if blank:
            reader.against(name, Code.EMPTY)
