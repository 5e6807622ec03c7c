"""How many statements PostgreSQL is sent for one act: read from its own log, so nothing is left out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.acts import Asked
from bench.results import Figure
from scripts.postgres import Postgres

_STATEMENT = re.compile(r"LOG:  (?:statement|execute [^:]*): (.*)")
_AROUND = re.compile(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE|SET|SELECT 1$|$)", re.IGNORECASE)
TIMES = 5


def of_accept(postgres: Postgres, asked: Asked) -> Figure:
    """The statements of one accept; BEGIN, COMMIT and the question whether a connection is alive are told beside it."""
    with logging(postgres):
        counts = [count(_sent(postgres.log, asked)) for _ in range(TIMES)]
    own, around = max(counts)
    how = (
        f"in PostgreSQL's own log, session and idempotency included, the most of {TIMES}; {around} more begin, commit and check"
    )
    return Figure("bench/accept_statements", own, "statements", how)


def count(sent: list[str]) -> tuple[int, int]:
    """How many of ``sent`` read or write, and how many are around them."""
    around = sum(bool(_AROUND.match(statement)) for statement in sent)
    return len(sent) - around, around


def _sent(log: Path, asked: Asked) -> list[str]:
    """Every statement that the server was sent while somebody said yes."""
    before = log.stat().st_size
    _answer, undo = asked.say_yes()
    with log.open("rb") as written:
        written.seek(before)
        sent = _STATEMENT.findall(written.read().decode())
    undo()
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
