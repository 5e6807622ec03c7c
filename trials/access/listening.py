"""A socket or a poll of somebody who only listens: what it was told and when, and how it ended."""

import asyncio
import json
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, override

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from trials.lossless.asking import ask
from trials.lossless.connected import LOOK_AGAIN
from trials.lossless.screen import Told, gone, socket_of

SIGNED_OUT = frozenset({4401, 401})
"""How a socket is closed, and a poll answered, of whoever is signed in no longer."""


@dataclass
class Listener(ABC):
    """``at`` in it are seconds since 1970. ``code`` is what it ended with, while nobody ended it from here."""

    session: str
    port: int
    told: list[Told] = field(default_factory=list)
    greeted_at: float | None = None
    ended_at: float | None = None
    code: int = 0

    @property
    def waits(self) -> bool:
        """Not yet greeted, nor sent away."""
        return self.greeted_at is None and self.ended_at is None

    @abstractmethod
    async def listen(self) -> None:
        """Until it is ended."""

    def _hear(self, changes: Iterable[dict[str, Any]]) -> None:
        now = time.time()
        self.told += [Told(one["type"], one["id"], one["version"], one["kind"], now) for one in changes]

    def _greet(self) -> None:
        self.greeted_at = self.greeted_at or time.time()

    def _end(self, code: int) -> None:
        self.code, self.ended_at = code, time.time()


class Socket(Listener):
    @override
    async def listen(self) -> None:
        try:
            async with socket_of(self.session, self.port) as socket:
                await socket.send(json.dumps({"type": "hello", "cursor": None}))
                while True:
                    frame = json.loads(await socket.recv())
                    self._greet()
                    self._hear(frame.get("changes", ()))
        except ConnectionClosed as closed:
            self._end(closed.rcvd.code if closed.rcvd else 1006)
        except (OSError, TimeoutError, InvalidHandshake):
            self._end(1006)


class Poll(Listener):
    @override
    async def listen(self) -> None:
        cursor = None
        while True:
            hello = {"type": "hello", "cursor": cursor}
            got = await ask(self.port, self.session, "/ws/poll", method="POST", body=hello, root="")
            if not got.done:
                return self._end(got.status)
            said = got.json()
            cursor = said["cursor"]
            self._greet()
            self._hear(said["changes"])


@asynccontextmanager
async def listening(listeners: Iterable[Listener], within: float) -> AsyncIterator[None]:
    """Each of them listens, and was greeted or sent away, until the end of the block."""
    some = list(listeners)
    tasks = [asyncio.create_task(one.listen()) for one in some]
    try:
        async with asyncio.timeout(within):
            while any(one.waits for one in some):
                await asyncio.sleep(LOOK_AGAIN)
        yield
    finally:
        await asyncio.gather(*(gone(task) for task in tasks))
