"""How far the journal is, and how that is handed to a client who must not learn it."""

from typing import NamedTuple
from uuid import UUID

from django.db import connection

from passerelle.common.sealed import seal, unseal

POSITION = """
SELECT replace(epoch::text, '-', '') || lpad(to_hex(pg_relation_filenode('journal_counter')::bigint), 8, '0'), last
FROM journal_counter
"""
"""Asked by whoever reads the journal, over whichever connection."""

_PURPOSE = "passerelle.live.cursor"
_EPOCH, _NUMBER = 40, 16
"""Hex digits of each part of a cursor; the rest is its person."""


class Position(NamedTuple):
    """How far the journal is. Numbers of two epochs have nothing to do with each other.

    The epoch is 40 hex digits: the counter's own (``manage.py begin_epoch`` begins another after a restore), and the
    file of its table, which is another once a dump was restored or the table emptied.
    """

    epoch: str
    number: int


NOWHERE = Position("", 0)


def position() -> Position:
    """Where the journal ends now. Every change numbered after it commits after this was read.

    So what is read later may show such a change or not: whoever goes on from here is told of it either way.
    """
    with connection.cursor() as cursor:
        cursor.execute(POSITION)
        row = cursor.fetchone()
    return Position(*row) if row else NOWHERE


def cursor_of(position: Position, *, user_id: UUID) -> str:
    """``position`` as that person's clients keep it: always as long, never the same twice, and of use to nobody else."""
    return seal(f"{position.epoch:0>{_EPOCH}}{position.number:0{_NUMBER}x}{user_id.hex}", purpose=_PURPOSE)


def position_of(cursor: str, *, user_id: UUID) -> Position | None:
    """The position in a cursor of that person; None for what is not ours, or is somebody else's."""
    try:
        text = str(unseal(cursor, purpose=_PURPOSE))
    except ValueError:
        return None
    epoch, number, whose = text[:_EPOCH], text[_EPOCH : _EPOCH + _NUMBER], text[_EPOCH + _NUMBER :]
    return Position(epoch, int(number, 16)) if whose == user_id.hex else None
