"""Frames on their way to one socket, in order and bounded."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from passerelle.live.closing import Close

LIMIT = 64
"""Frames that may wait for a slow reader, beyond what the server and the kernel hold for it."""


class Outbox:
    """Sends one frame after another; no task exists while nothing waits, since most sockets are idle.

    ``send`` and ``close`` are the socket's and may take as long as its reader does.
    """

    def __init__(self, send: Callable[[str], Awaitable[None]], close: Callable[[Close, str | None], Awaitable[None]]) -> None:
        self._send = send
        self._close = close
        self._waiting: deque[str] = deque()
        self._closing: tuple[Close, str | None] | None = None
        self._sending: asyncio.Task[None] | None = None
        self.is_open = True

    def put(self, frame: str) -> bool:
        """Send ``frame`` after those before it; False when too many are waiting already."""
        if not self.is_open:
            return True
        if len(self._waiting) >= LIMIT:
            return False
        self._waiting.append(frame)
        self._go()
        return True

    def finish(self, code: Close, reason: str | None = None) -> None:
        """Drop what waits and close the socket, once the frame now being sent is through."""
        if self.is_open:
            self.drop()
            self._closing = (code, reason)
            self._go()

    def drop(self) -> None:
        """The socket is gone: send nothing more."""
        self.is_open = False
        self._waiting.clear()

    def _go(self) -> None:
        if self._sending is None or self._sending.done():
            # Eager: a frame that the server takes at once needs no turn of the event loop.
            self._sending = asyncio.Task(self._drain(), loop=asyncio.get_running_loop(), eager_start=True)

    async def _drain(self) -> None:
        try:
            while self._waiting:
                await self._send(self._waiting.popleft())
            if self._closing is not None:
                await self._close(*self._closing)
        except (OSError, RuntimeError):
            # The client went away, or the server closed the socket by itself (too big a frame, no pong) and refuses
            # what comes after. The consumer is told in its own turn.
            self.drop()
