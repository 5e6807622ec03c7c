"""The product's WSGI application with a mechanism taken away for the requests that say so in a header.

``X-Unlocked`` names tables whose rows are read without being locked; ``X-Waits`` ends of addresses whose requests wait
at the gate of ``tests.races.mechanisms`` before their first write that has one.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

from django.db import connection

from passerelle.config.wsgi import application as whole
from tests.races.mechanisms import without_locks

UNLOCKED, WAITS = "X-Unlocked", "X-Waits"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    tables = _words(environ, UNLOCKED)
    with ExitStack() as weakened:
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
