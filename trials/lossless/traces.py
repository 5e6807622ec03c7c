"""What an act left in the database: every row, and every row with what is new in it made alike."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from psycopg import sql

from tests.support.database import filled_tables

ASKING_ITSELF = ("accounts_signin", "seen")
"""What any request writes, an act or none, in whichever process has not noted it for a while: when somebody was last seen."""
BESIDE = "common_accessentry"
"""Who came, looked and was refused: of what is asked again, each process writes a line of its own, at most once an hour."""
_NEW = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"  # an id
    r"|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?"  # a moment
    r"|\\\\x[0-9a-f]{16,}"  # a digest
    r"|![A-Za-z0-9]{40}"  # a password that nobody has
    r"|(?<=/claim#)[\w-]{43}"  # a link
)


@dataclass(frozen=True)
class Traces:
    """The rows of each table as text, in order."""

    rows: dict[str, list[str]]

    @classmethod
    def take(cls) -> "Traces":
        with connection.cursor() as cursor:
            return cls({table: _rows(cursor, table, columns) for table, columns in _columns().items()})

    def known(self) -> frozenset[str]:
        """Every id, moment and digest."""
        return frozenset(found for rows in self.rows.values() for row in rows for found in _NEW.findall(row))

    def alike(self, known: Iterable[str]) -> dict[str, list[str]]:
        """Ids, moments and digests that are not ``known`` all read the same: two times the same act can be compared."""
        return {table: sorted(alike(row, known) for row in rows) for table, rows in self.rows.items()}


def alike(text: str, known: Iterable[str]) -> str:
    return _NEW.sub(lambda found: found[0] if found[0] in known else "new", text)


def in_one_order(body: str) -> str:
    """An answer with its lists sorted: two that came with new ids may stand the other way round."""
    return json.dumps(_sorted(json.loads(body))) if body else ""


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _sorted(inner) for name, inner in value.items()}
    return sorted(map(_sorted, value), key=json.dumps) if isinstance(value, list) else value


def unlike(one: dict[str, list[str]], other: dict[str, list[str]], *, but: frozenset[str] = frozenset()) -> list[str]:
    """How the second differs from the first, in words; in all tables ``but`` some."""
    return [_changed(table, rows, other[table]) for table, rows in one.items() if rows != other[table] and table not in but]


def _changed(table: str, before: list[str], after: list[str]) -> str:
    gone, come = [[row for row in some if row not in others] for some, others in ((before, after), (after, before))]
    return f"{table}: {len(before)} rows, then {len(after)}; {gone[:1]} became {come[:1]}"


def _rows(cursor: Any, table: str, columns: list[str]) -> list[str]:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    with cursor.copy(sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(table), names)) as out:
        return sorted(b"".join(bytes(part) for part in out).decode().splitlines())


@cache
def _columns() -> dict[str, list[str]]:
    """Of every table but ``BESIDE``, without ``ASKING_ITSELF`` and numbers of sequences, which go on after a try taken back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns"
            " WHERE table_schema = 'public' AND is_identity = 'NO' AND is_generated = 'NEVER'"
            " AND coalesce(column_default, '') NOT LIKE 'nextval%%' AND (table_name, column_name) <> (%s, %s)"
            " GROUP BY table_name",
            ASKING_ITSELF,
        )
        found = dict(cursor.fetchall())
    return {table: found[table] for table in filled_tables() if table != BESIDE}
