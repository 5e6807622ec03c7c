"""The product's WSGI application with a mechanism taken away for the requests that say so in a header.

``X-Unlocked`` names tables whose rows are read without being locked; ``X-Waits`` ends of addresses whose requests wait
at the gate of ``tests.races.mechanisms`` before their first write that has one; ``X-Any-Version`` lets an edit of an older
version through. ``X-Forgets`` says what is forgotten of an ``Idempotency-Key``: all ``keys``, the ``words`` of what was
answered, or ``whose`` it is.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from contextvars import ContextVar
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from passerelle.config.wsgi import application as whole

# isort: split
# After the application, which sets Django up.
from passerelle.bookings.services import locks
from passerelle.common import idempotency
from tests.races.mechanisms import without_locks

UNLOCKED, WAITS, ANY_VERSION, FORGETS = "X-Unlocked", "X-Waits", "X-Any-Version", "X-Forgets"

_any_version: ContextVar[bool] = ContextVar("any_version", default=False)
_forgets: ContextVar[str] = ContextVar("forgets", default="")
_require_version = locks.require_version


def _require_version_or_not(row: Any, version: int) -> None:
    if not _any_version.get():
        _require_version(row, version)


locks.require_version = _require_version_or_not


class _Forgetful(idempotency.Stored):
    """An answer under a key, of which something is forgotten."""

    def __init__(self, user_id: UUID, key: UUID, *rest: Any) -> None:
        forgets = _forgets.get()
        super().__init__(UUID(int=0) if forgets == "whose" else user_id, uuid4() if forgets == "keys" else key, *rest)

    def read(self) -> tuple[bytes, int | None]:
        body, status = super().read()
        return (b"{}" if _forgets.get() == "words" else body), status


idempotency.Stored = _Forgetful  # type: ignore[misc,assignment]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    tables = _words(environ, UNLOCKED)
    with ExitStack() as weakened:
        before = _any_version.set(bool(_words(environ, ANY_VERSION)))
        weakened.callback(_any_version.reset, before)
        weakened.callback(_forgets.reset, _forgets.set(str(environ.get("HTTP_X_FORGETS", ""))))
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
