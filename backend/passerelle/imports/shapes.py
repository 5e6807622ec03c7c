"""What the API shows of imports: to the team."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.domain.refusals import Code
from passerelle.domain.states.importing import ImportAction, ImportState
from passerelle.domain.words import ImportKind, ImportRowState


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column of the sheet. ``samples`` are its first three different texts; ``field`` is what it is taken for, or null.

    ``for_reading``: an export writes it and no import reads it, so it is taken for nothing.
    """

    index: int
    header: str
    samples: list[str]
    field: str | None
    for_reading: bool


@dataclass(frozen=True, slots=True)
class ImportField:
    """Something this kind of import knows. Where it is ``required``, one of ``instead`` will do as well.

    ``several``: more than one column may be taken for it.
    """

    name: str
    required: bool
    instead: list[str]
    several: bool


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Rows by what importing them would do, or did."""

    new: int
    changed: int
    same: int
    wrong: int


@dataclass(frozen=True, slots=True)
class ImportNote:
    """Something to know about the whole sheet; it stands in the way of nothing."""

    code: Code
    message: str


@dataclass(frozen=True, slots=True)
class ImportPerson:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ImportView:
    """``rows`` is their number. ``header_row`` is the header's number as the spreadsheet shows it.

    Its rows are forgotten some time after (``forgotten_at``); it can then no longer be taken back.
    """

    id: UUID
    version: int
    kind: ImportKind
    status: ImportState
    file_name: str
    sheet: str
    header_row: int
    rows: int
    columns: list[ImportColumn]
    fields: list[ImportField]
    notes: list[ImportNote]
    counts: ImportCounts
    created_at: datetime
    created_by: ImportPerson | None
    applied_at: datetime | None
    undone_at: datetime | None
    forgotten_at: datetime | None
    allowed_actions: list[ImportAction]


@dataclass(frozen=True, slots=True)
class ImportPage:
    results: list[ImportView]
    next: str | None


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """What is wrong with a cell; ``column`` and ``field`` are null where it is about the whole row."""

    column: int | None
    field: str | None
    code: Code
    message: str


@dataclass(frozen=True, slots=True)
class ImportRowView:
    """``number`` is what the spreadsheet calls the row; ``changes`` are the fields that would read differently."""

    number: int
    state: ImportRowState
    cells: list[str]
    problems: list[ImportProblem]
    changes: list[str]


@dataclass(frozen=True, slots=True)
class ImportRowPage:
    results: list[ImportRowView]
    next: str | None
