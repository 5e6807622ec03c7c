"""The pool of connections to the database: how it gets over a database that was away.

Left to itself a pool finds its dead connections one at a time, waiting longer after each, and tries more and more rarely to
make others: with twelve of them, whoever asked was refused for half a minute after the database was back.
"""

from typing import Any

from psycopg import Connection
from psycopg_pool import ConnectionPool

TIMEOUT = 10.0
"""Seconds that a request waits for a connection."""
TRIES_FOR = 1.0
"""Seconds after which trying to connect begins anew, without waiting longer each time."""


def options(most: int) -> dict[str, Any]:
    """What Django makes its pool of ``most`` connections with."""
    return {
        "min_size": 1,
        "max_size": most,
        "timeout": TIMEOUT,
        "check": alive_or_all_are_looked_at,
        "reconnect_timeout": TRIES_FOR,
        "reconnect_failed": ConnectionPool.check,
    }


def alive_or_all_are_looked_at(connection: Connection[Any]) -> None:
    """Asked before a connection is handed out. What ended one has mostly ended the others: none of them is tried after it."""
    try:
        ConnectionPool.check_connection(connection)
    except Exception:
        if isinstance(pool := connection._pool, ConnectionPool):  # set by the pool, and read by Django
            pool.check()
        raise
