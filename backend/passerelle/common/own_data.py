"""Everything that is kept about oneself, as the register says what that is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from passerelle.common.register import Table, tables
from passerelle.domain.roles import Actor

MOST = 20_000
"""Rows of one table. Only what somebody did, in the journal, can be more in a lifetime; then the newest are told."""


@dataclass(frozen=True, slots=True)
class OwnRows:
    """``table`` as the page of personal data names it; ``complete``: there is no more of it."""

    table: str
    complete: bool
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class OwnData:
    """``tables``: those that hold something about the person."""

    person: UUID
    made_at: datetime
    tables: list[OwnRows]


def own_data(actor: Actor, *, now: datetime) -> OwnData:
    """What somebody may take with them: one statement for each table, however much is in it."""
    if actor.user_id is None:
        raise TypeError("Nothing is kept about nobody.")
    found = [_rows(table, actor) for table in tables() if table.own]
    return OwnData(actor.user_id, now, [rows for rows in found if rows.rows])


def _rows(table: Table, actor: Actor) -> OwnRows:
    names, paths = zip(*table.exported.items(), strict=True)
    read = list(table.rows_of(actor).values_list(*paths)[: MOST + 1])
    return OwnRows(table.model, len(read) <= MOST, [dict(zip(names, row, strict=True)) for row in read[:MOST]])
