"""Requests of many people at once from one event loop, each on a connection of its own."""

import asyncio
from typing import Any, NoReturn
from uuid import uuid4

from trials.wire import API, Answer, Ask, read_answer, written

PATIENCE = 60.0
"""Seconds after which a request counts as never answered."""


async def ask(
    port: int, session: str, path: str, *, method: str = "GET", body: Any = None, key: str = "", root: str = API
) -> Answer:
    """``path`` lies below ``root``. Never raises: what was not answered in time, or not whole, has status 0."""
    sent = written(Ask(session, path, body, method, key or str(uuid4()), root=root), {})
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(sent)
                return read_answer(await reader.read())
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return Answer(0)


def refused(what: str, got: Answer) -> NoReturn:
    """A trial cannot go on where what it begins with is refused."""
    raise AssertionError(f"{what} was answered {got.status}: {got.body[:500]!r}")
