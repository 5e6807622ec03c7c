"""The journal as the hub reads it: over one connection of the process's own, apart from the pool.

A pool that requests have emptied must not hold up live screens, and LISTEN needs a connection that stays.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol, Self

from django.db import connection
from psycopg import AsyncConnection, sql
from psycopg.rows import TupleRow

from passerelle.journal.models import Change
from passerelle.journal.positions import NOWHERE, POSITION, Position
from passerelle.journal.selectors import Line
from passerelle.journal.services import CHANNEL

ANSWER_WITHIN = 10.0
"""Seconds. A database that takes longer to say how far the journal is counts as gone."""

_NOTICE_LOSS = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 15_000}
"""Seconds (the last: milliseconds) until a connection to a machine that vanished is given up."""

_AFTER = sql.SQL(
    "SELECT number, entity, entity_id, version, kind, audiences FROM {} WHERE number > %s ORDER BY number LIMIT %s"
).format(sql.Identifier(Change._meta.db_table))


class Waker(Protocol):
    """Says that the journal may have grown. It may be late or silent: the hub looks by itself now and then.

    This one is ``Source.wait`` (LISTEN). With ``REDIS_URL`` the hub is woken by the other processes as well (``hearing``).
    """

    async def wait(self) -> None:
        """Return when there may be something new."""


class Source:
    """Reads the journal, and is woken by it."""

    def __init__(self, connection: AsyncConnection[TupleRow]) -> None:
        self._connection = connection

    @classmethod
    @asynccontextmanager
    async def connect(cls, *, listen: bool = True) -> AsyncIterator[Self]:
        """Connect, and listen unless told not to. Raises ``psycopg.Error`` or ``OSError`` when the database is out of reach."""
        found = await AsyncConnection.connect(autocommit=True, **_parameters())
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                if listen:
                    await found.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
            yield cls(found)
        finally:
            await found.close()

    async def position(self) -> Position:
        """Where the journal ends now; number 0 when it is empty."""
        async with asyncio.timeout(ANSWER_WITHIN):
            row = await (await self._connection.execute(POSITION)).fetchone()
        return Position(*row) if row else NOWHERE

    async def after(self, number: int, limit: int) -> list[Line]:
        """The next committed lines after ``number``, oldest first, at most ``limit``."""
        async with asyncio.timeout(ANSWER_WITHIN):
            rows = await (await self._connection.execute(_AFTER, [number, limit])).fetchall()
        return [Line(n, entity, entity_id, version, kind, frozenset(who)) for n, entity, entity_id, version, kind, who in rows]

    async def wait(self) -> None:
        """Return at the next notification, or never where nobody listens; those that arrived while reading count."""
        async for _ in self._connection.notifies(stop_after=1):
            pass


def _parameters() -> dict[str, Any]:
    parameters = connection.get_connection_params()
    for django_own in ("cursor_factory", "context"):
        parameters.pop(django_own, None)
    return {"connect_timeout": 5, "application_name": "passerelle live", **_NOTICE_LOSS, **parameters}
