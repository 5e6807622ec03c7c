"""The product's WSGI application with a mechanism taken away for the requests that say so in a header.

``X-Unlocked`` names tables whose rows are read without being locked; ``X-Waits`` ends of addresses whose requests wait
at the gate of ``tests.races.mechanisms`` before their first write that has one; ``X-Any-Version`` lets an edit of an older
version through.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from contextvars import ContextVar
from typing import Any

from django.db import connection

from passerelle.config.wsgi import application as whole

# isort: split
# After the application, which sets Django up.
from passerelle.bookings.services import locks
from tests.races.mechanisms import without_locks

UNLOCKED, WAITS, ANY_VERSION = "X-Unlocked", "X-Waits", "X-Any-Version"

_any_version: ContextVar[bool] = ContextVar("any_version", default=False)
_require_version = locks.require_version


def _require_version_or_not(row: Any, version: int) -> None:
    if not _any_version.get():
        _require_version(row, version)


locks.require_version = _require_version_or_not


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    tables = _words(environ, UNLOCKED)
    with ExitStack() as weakened:
        before = _any_version.set(bool(_words(environ, ANY_VERSION)))
        weakened.callback(_any_version.reset, before)
        if tables:
            weakened.enter_context(connection.execute_wrapper(without_locks(*tables)))
        if any(environ["PATH_INFO"].endswith(end) for end in _words(environ, WAITS)):
            weakened.enter_context(connection.execute_wrapper(_marked))
        return whole(environ, start_response)


def _words(environ: dict[str, Any], header: str) -> list[str]:
    return str(environ.get(f"HTTP_{header.upper().replace('-', '_')}", "")).split()


def _marked(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Mark the transaction before each of its updates: a connection of the pool is another one in every request."""
    if sql.startswith("UPDATE"):
        context["cursor"].execute("SET LOCAL races.waits_at_the_gate = 'yes'")
    return execute(sql, params, many, context)
