"""Running what waits."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connection


def run[T](work: Coroutine[Any, Any, T]) -> T:
    """``work`` to its end, in an event loop of a thread of its own: in this one there may be a browser's already.

    What it asks the database it asks in one more thread, which outlives it and keeps its connection. That one may be to
    a database in whose place another has come: nobody begins with it, and nobody leaves one.
    """
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, _fresh(work)).result()


async def _fresh[T](work: Coroutine[Any, Any, T]) -> T:
    await sync_to_async(let_go)()
    try:
        return await work
    finally:
        await sync_to_async(let_go)()


def let_go() -> None:
    """The connection of whoever asks: it may be cut, or to a database that is gone."""
    connection.close()
