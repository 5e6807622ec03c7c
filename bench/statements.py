"""How many statements PostgreSQL is sent for one act: read from its own log, so nothing is left out."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.acts import WHAT, Act
from bench.results import Figure
from scripts.postgres import Postgres

_STATEMENT = re.compile(r"LOG:  (?:statement|execute [^:]*): (.*)")
_AROUND = re.compile(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE|SET|SELECT 1$|$)", re.IGNORECASE)
TIMES = 5


def of_each(postgres: Postgres, acts: Mapping[str, Act]) -> list[Figure]:
    """The statements of each act; BEGIN, COMMIT and the question whether a connection is alive are told beside it."""
    with logging(postgres):
        return [_figure(name, [count(_sent(postgres.log, act)) for _ in range(TIMES)]) for name, act in acts.items()]


def _figure(name: str, counts: list[tuple[int, int]]) -> Figure:
    own, around = max(counts)
    how = (
        f"in PostgreSQL's own log, session and idempotency included, the most of {TIMES}; {around} more begin, commit and check"
    )
    return Figure(f"bench/{name}_statements", own, "statements", f"{WHAT[name]}; {how}")


def count(sent: list[str]) -> tuple[int, int]:
    """How many of ``sent`` read or write, and how many are around them."""
    around = sum(bool(_AROUND.match(statement)) for statement in sent)
    return len(sent) - around, around


def _sent(log: Path, act: Act) -> list[str]:
    """Every statement that the server was sent while it was asked once, and nobody else asked anything."""
    before = log.stat().st_size
    _answer, put_back = act.once()
    with log.open("rb") as written:
        written.seek(before)
        sent = _STATEMENT.findall(written.read().decode())
    put_back()
    return sent


@contextmanager
def logging(postgres: Postgres) -> Iterator[None]:
    """Every statement goes to the server's log."""
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET log_statement = 'all'")
        connection.execute("SELECT pg_reload_conf()")
        try:
            yield
        finally:
            connection.execute("ALTER SYSTEM RESET log_statement")
            connection.execute("SELECT pg_reload_conf()")
