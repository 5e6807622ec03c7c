"""A sheet as it was read: lines of cells, each a text, with what the file could not say."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from passerelle.domain.refusals import Code, refuse

MOST_ROWS = 2_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 1_000
"""Of one cell: nothing that is imported is longer."""
MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cell:
    """``fault`` says why the text is not what the sheet shows: a formula without a result, cells that are merged."""

    text: str
    fault: Code | None = None


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Line:
    """``number`` is the row's number as the spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    @property
    def is_empty(self) -> bool:
        return not any(cell.text or cell.fault for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """``lines`` are those that say something, the header among them. ``notes`` are codes of what should be known."""

    name: str
    lines: list[Line]
    notes: list[Code] = field(default_factory=list)


def bounded(lines: Iterable[Line]) -> list[Line]:
    """The lines that say something, as long as they are not too many or too wide; one more is allowed for."""
    found: list[Line] = []
    for line in lines:
        if line.is_empty:
            continue
        if len(_without_end(line.cells)) > MOST_COLUMNS:
            raise refuse(Code.TOO_MANY_COLUMNS, at="file", most=str(MOST_COLUMNS))
        found.append(Line(line.number, _without_end(line.cells)))
        if len(found) > MOST_ROWS + HEAD:
            break
    return found


HEAD = 20
"""How many lines may stand above the rows: a title, a date, an empty line, the header."""


def _without_end(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    last = max((index for index, cell in enumerate(cells) if cell.text or cell.fault), default=-1)
    return cells[: last + 1]
