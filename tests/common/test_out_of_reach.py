"""A database that is away, full or busy is said so, apart from faults of ours; and nobody waits for one who hangs for ever."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import Error, InterfaceError, OperationalError, ProgrammingError, connection
from django.test import Client
from psycopg import errors as pg

from passerelle.common.transactions import is_out_of_reach
from tests.factories.people import someone_of_the_team
from tests.support.sockets import session_of


def _killed(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Whatever is asked, the connection was just ended by the server."""
    return execute("SELECT pg_terminate_backend(pg_backend_pid())", (), many, context)


@pytest.fixture
def browser(committed_db: None) -> Iterator[Client]:
    from passerelle.accounts.models import User  # noqa: PLC0415

    found = Client(raise_request_exception=False)
    found.cookies["sessionid"] = session_of(User.objects.get(pk=str(someone_of_the_team().user_id)))
    yield found
    connection.close()


@pytest.mark.parametrize("path", ["/api/v1/me", "/healthz"])
def test_a_database_that_goes_away_is_503_and_is_asked_again(browser: Client, path: str) -> None:
    with connection.execute_wrapper(_killed):
        answer = browser.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert [line["code"] for line in answer.json()["errors"]] == ["fault"]
    connection.close()
    assert browser.get(path).status_code == 200


def caused(error: Error, cause: BaseException) -> Error:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (caused(OperationalError(), psycopg.OperationalError("server closed the connection unexpectedly")), True),
        (caused(OperationalError(), pg.DiskFull()), True),
        (caused(OperationalError(), pg.TooManyConnections()), True),
        (caused(OperationalError(), pg.CannotConnectNow()), True),
        (caused(OperationalError(), pg.IdleInTransactionSessionTimeout()), True),
        (caused(InterfaceError(), psycopg.InterfaceError("the connection is closed")), True),
        (caused(OperationalError(), pg.LockNotAvailable()), False),
        (caused(OperationalError(), pg.DeadlockDetected()), False),
        (caused(ProgrammingError(), pg.UndefinedTable()), False),
        (OperationalError("of our own making"), False),
        (ValueError(), False),
        (None, False),
    ],
)
def test_what_is_no_fault_of_ours(error: BaseException | None, expected: bool) -> None:
    assert is_out_of_reach(error) is expected


@pytest.mark.parametrize(("name", "value"), [("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "15s")])
def test_nobody_waits_for_ever_for_one_who_hangs(db: None, name: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        assert cursor.fetchone() == (value,)
