"""Nobody who runs what waits is given a connection that somebody before them left, nor leaves one."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from asgiref.sync import sync_to_async
from django.db import connection

from trials.lossless.loop import run

pytestmark = pytest.mark.usefixtures("committed_db")


async def there[T](work: Callable[[], T]) -> T:
    """``work`` in the thread that outlives whoever runs something."""
    return await sync_to_async(work)()


def beside[T](work: Callable[[], T]) -> T:
    """The same, from a loop that is not ours."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, there(work)).result()


def is_connected() -> bool:
    return connection.connection is not None


def connect() -> None:
    connection.ensure_connection()


def test_a_connection_that_was_left_is_let_go() -> None:
    beside(connect)
    assert beside(is_connected)
    assert not run(there(is_connected))


def test_none_is_left() -> None:
    run(there(connect))
    assert not beside(is_connected)
