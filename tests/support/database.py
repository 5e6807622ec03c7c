"""The tests' PostgreSQL, and committed data that is cleaned away afterwards.

Three ways to a database in a test:

- ``db`` (pytest-django): one transaction, rolled back. Fast, and enough for rules, constraints and queries.
  The journal's numbers stay NULL in it and other connections see nothing of it.
- ``committed_db``: transactions really commit; threads, processes and servers see them. For the journal,
  races, live updates and whatever runs in a worker.
- ``asgi_server`` (``tests.support.server``): ``committed_db`` and a real server on it.
"""

import os
from collections.abc import Iterator
from functools import cache

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import setup_databases, teardown_databases
from psycopg.errors import LockNotAvailable
from pytest_django import DjangoDbBlocker

from passerelle.common.transactions import in_transaction

LOCKS_WITHIN = "10s"
"""How long cleaning waits for a transaction that a test left open before it fails and says so."""

APPENDED_TO = ("journal_change", "common_accessentry")
"""Tables of which the database lets nothing be taken away."""
TRIES = 3
KEPT = frozenset({"django_migrations", "django_content_type", "auth_permission"})
"""Tables that migrating fills and no test changes."""


def database_url(name: str | None = None) -> str:
    """The address of the test database (or of ``name`` on the same server), for another process."""
    base, _, options = os.environ["DATABASE_URL"].partition("?")
    server = base.rpartition("/")[0]
    return f"{server}/{name or connection.settings_dict['NAME']}" + (f"?{options}" if options else "")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One freshly migrated database for the run, named after its process so that runs do not meet.

    Replaces pytest-django's own, which makes no database for a run that has only committed tests.
    """
    connection.settings_dict["TEST"]["NAME"] = f"test_passerelle_{os.getpid()}"
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default": None}, serialized_aliases=set())
    yield
    with django_db_blocker.unblock():
        _alone()
        teardown_databases(made, verbosity=0)


def _alone() -> None:
    """No other session is on the test database, nor ours.

    Trials end the connections of this process, and put another database in the place of this one: none of the pool's is
    trusted with it, and a connection that is ended under our hands is not the end of it.
    """
    for attempt in range(TRIES):
        let_connections_go()
        try:
            _end_other_sessions()
        except OperationalError:
            if attempt == TRIES - 1:
                raise
        else:
            break
    let_connections_go()


def let_connections_go() -> None:
    """This process begins anew with the database: those that lie in the pool may be ended, or to another one."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]


@pytest.fixture
def committed_db(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Transactions that really commit; every table is empty again when the test ends.

    Not pytest-django's ``transactional_db``: that truncates, which the journal refuses, and it leaves the
    worker's jobs behind. Threads a test starts close their own connections.
    """
    if {"db", "transactional_db"} & set(request.fixturenames):
        raise pytest.UsageError("A test is either rolled back (db) or committed (committed_db), not both.")
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            if connection.in_atomic_block:
                transaction.rollback()
            clean()
            connection.close()


def clean() -> None:
    """Empty every table, set the journal's counter back to nothing, and leave each guard as it was found.

    Fails, after ending them, when a test left transactions open: one careless test does not spoil the next.
    """
    try:
        in_transaction(_empty_all)  # again where a server's last request stood in the way, and both waited
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        left_open = _end_other_sessions("idle in transaction")
        _empty_all()
        pytest.fail(f"The test left transactions open; their last statements: {left_open}")


def _empty_all() -> None:
    """One transaction: the triggers of what is only appended to are off only in it, and it holds those tables exclusively."""
    tables = ", ".join(connection.ops.quote_name(table) for table in filled_tables())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCKS_WITHIN}'")
        for log in APPENDED_TO:
            cursor.execute(f"ALTER TABLE {log} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {tables}")
        cursor.execute("INSERT INTO journal_counter (id, last) VALUES (1, 0)")
        for log in APPENDED_TO:
            cursor.execute(f"ALTER TABLE {log} ENABLE TRIGGER USER")


def _end_other_sessions(state: str | None = None) -> list[str]:
    """End the other sessions on the test database (in ``state``), and return the last statement of each."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT query, pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = coalesce(%s, state)",
            [state],
        )
        return [query for query, _ in cursor.fetchall()]


@cache
def filled_tables() -> tuple[str, ...]:
    """The tables that tests fill and ``clean`` empties."""
    with connection.cursor() as cursor:
        found = connection.introspection.table_names(cursor)
    return tuple(table for table in found if table not in KEPT)
