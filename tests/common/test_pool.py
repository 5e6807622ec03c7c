"""A pool whose database was away: dead connections are not found one at a time, and others are tried for on and on."""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg_pool import ConnectionPool, PoolTimeout

from passerelle.common.pool import options
from scripts.postgres import Postgres
from tests.support.database import database_url
from tests.support.waiting import until

MOST = 12


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    """A database server of the test's own, to stop."""
    folder = Path(tempfile.mkdtemp(prefix="pass-"))
    server = Postgres(folder / "data", durable=False)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


def pool_of(url: str, **other: Any) -> ConnectionPool:
    return ConnectionPool(url, kwargs={"autocommit": True}, open=True, **{**options(MOST), **other})


def fill(pool: ConnectionPool) -> list[int]:
    """As many connections as there may be; which processes of the server are behind them."""
    with ExitStack() as held:
        return [held.enter_context(pool.connection()).info.backend_pid for _ in range(MOST)]


def end(pids: list[int]) -> None:
    with psycopg.connect(database_url(), autocommit=True) as beside:
        beside.execute("SELECT pg_terminate_backend(pid, 5000) FROM unnest(%s::int[]) AS pid", [pids])


@pytest.mark.usefixtures("committed_db")
def test_where_one_is_dead_none_of_the_others_is_tried_after_it() -> None:
    with pool_of(database_url()) as pool:
        ended = fill(pool)
        end(ended)
        with pool.connection() as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert not set(ended) & set(fill(pool))


@pytest.mark.usefixtures("committed_db")
def test_one_at_a_time_they_are_not_found_while_anybody_waits() -> None:
    """What the look at all of them is for."""
    with pool_of(database_url(), check=ConnectionPool.check_connection) as pool:
        end(fill(pool))
        with pytest.raises(PoolTimeout), pool.connection():
            pass


def test_others_are_tried_for_on_and_on_while_the_database_is_away(
    postgres: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    with pool_of(postgres.url) as pool, caplog.at_level(logging.WARNING, "psycopg.pool"):
        fill(pool)
        postgres.stop()
        with pytest.raises(PoolTimeout), pool.connection(timeout=0.5):
            pass
        until(lambda: caplog.text.count("failed after 1.0 sec") > 2 * MOST, what="tries that began anew")
        postgres.start()
        with pool.connection() as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
