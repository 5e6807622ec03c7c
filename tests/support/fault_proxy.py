"""A proxy that does to a connection what networks do: holds it up, slows it, cuts it in the middle, refuses it.

It runs in a thread of its own; whoever holds it says from outside what becomes of the bytes. Nothing is read of them.
"""

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.waiting import PATIENCE

type Target = Path | tuple[str, int]
"""A socket in the file system, or an address and a port."""

PART = 65_536
SMALL = 4_096
"""Bytes the system may hold for a reader that is slow on purpose."""


@dataclass(frozen=True)
class Cut:
    """Where a connection was cut: in this part that was on its way to the client, after so many bytes of it."""

    part: bytes
    passed: int


class _Connection:
    """One client and its own way to the target."""

    def __init__(self, client: asyncio.StreamWriter, target: asyncio.StreamWriter) -> None:
        self.client = client
        self.target = target
        self.left: int | None = None
        """Bytes that still go to the client before all is cut; None: no end."""

    def cut(self) -> None:
        for writer in (self.client, self.target):
            if (transport := writer.transport) is not None:
                transport.abort()


class FaultProxy:
    """Listens on a port of this machine for as long as it lives, whatever it is told to do with who comes."""

    def __init__(self, target: Target, *, holds_little: bool = False) -> None:
        self.port = 0
        self._target = target
        self._holds_little = holds_little
        self._loop = asyncio.new_event_loop()
        self._connections: set[_Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._delay = 0.0
        self._refuses = False
        self._cuts_answers = False
        self._held = 0
        self._cuts: list[Cut] = []
        self._thread = threading.Thread(target=self._loop.run_forever, name="fault proxy", daemon=True)

    # What is done to connections ----------------------------------------------------------------

    def pass_on(self) -> None:
        """Every fault is over: what was held up goes on, and who comes is let through."""
        self._do(self._pass_on)

    def stall(self) -> None:
        """Nothing moves, in either direction, and nothing is closed: as when a cable was pulled."""
        self._do(self._flows.clear)

    def delay(self, seconds: float) -> None:
        """Each part, in each direction, waits so long before it goes on."""
        self._do(lambda: setattr(self, "_delay", seconds))

    def refuse(self) -> None:
        """Who is connected is cut off, and who comes is closed at once."""
        self._do(self._refuse)

    def cut(self) -> None:
        """Who is connected is cut off, and may come back."""
        self._do(self._cut)

    def cut_after(self, count: int) -> None:
        """Each connection that is there is cut off when ``count`` more bytes went to its client: in the middle of a frame."""
        self._do(lambda: self._limit(count))

    def cut_answers(self) -> None:
        """What is asked goes through; the first byte of the answer cuts the connection, until ``pass_on``."""
        self._do(lambda: setattr(self, "_cuts_answers", True))

    def half_close(self) -> None:
        """Tell each client that nothing more will come; what it says still goes through."""
        self._do(self._half_close)

    def connections(self) -> int:
        return self._do(lambda: len(self._connections))

    def held(self) -> int:
        """How many parts were ever held up."""
        return self._do(lambda: self._held)

    def cuts(self) -> list[Cut]:
        """Every cut in what was on its way, by ``cut_after`` or ``cut_answers``, the oldest first."""
        return self._do(lambda: list(self._cuts))

    # --------------------------------------------------------------------------------------------

    def start(self) -> None:
        self._thread.start()
        self.port = self._await(self._listen())

    def stop(self) -> None:
        self._do(self._cut)
        self._await(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def _do[T](self, act: Callable[[], T]) -> T:
        async def there() -> T:
            return act()

        return self._await(there())

    def _await[T](self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def _pass_on(self) -> None:
        self._refuses = self._cuts_answers = False
        self._delay = 0.0
        for one in self._connections:
            one.left = None
        self._flows.set()

    def _refuse(self) -> None:
        self._refuses = True
        self._cut()

    def _cut(self) -> None:
        for one in tuple(self._connections):
            one.cut()

    def _limit(self, count: int) -> None:
        for one in self._connections:
            one.left = count

    def _half_close(self) -> None:
        for one in self._connections:
            with suppress(OSError):
                one.client.write_eof()

    async def _listen(self) -> int:
        self._server = await asyncio.start_server(self._came, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def _end(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _came(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        try:
            if self._refuses:
                raise ConnectionRefusedError
            from_target, target = await self._reach()
        except OSError:
            client.transport.abort()
            return
        found = _Connection(client, target)
        self._connections.add(found)
        both = [
            asyncio.create_task(self._carry(reader, target, found, to_client=False)),
            asyncio.create_task(self._carry(from_target, client, found, to_client=True)),
        ]
        self._tasks.update(both)
        try:
            await asyncio.wait(both)
        finally:
            self._tasks.difference_update(both)
            self._connections.discard(found)
            found.cut()

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self._target, Path):
            return await asyncio.open_unix_connection(str(self._target))
        if not self._holds_little:
            return await asyncio.open_connection(*self._target)
        wire = socket.socket()
        wire.setblocking(False)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
        try:
            await self._loop.sock_connect(wire, self._target)
        except OSError:
            wire.close()
            raise
        return await asyncio.open_connection(sock=wire, limit=SMALL)

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, of: _Connection, *, to_client: bool
    ) -> None:
        try:
            while part := await reader.read(SMALL if self._holds_little else PART):
                self._held += not self._flows.is_set()
                await self._flows.wait()
                if self._delay:
                    await asyncio.sleep(self._delay)
                if to_client and self._ends_here(of, len(part)):
                    self._cuts.append(Cut(part, of.left or 0))
                    writer.write(part[: of.left or 0])
                    with suppress(OSError):
                        await writer.drain()
                    of.cut()
                    return
                writer.write(part)
                await writer.drain()
            await self._flows.wait()
            if writer.can_write_eof():
                writer.write_eof()
        except OSError:
            of.cut()

    def _ends_here(self, of: _Connection, length: int) -> bool:
        if self._cuts_answers:
            of.left = 0
        if of.left is None:
            return False
        if of.left >= length:
            of.left -= length
            return False
        return True


@contextmanager
def proxy_to(target: Target, *, holds_little: bool = False) -> Iterator[FaultProxy]:
    """A proxy that passes everything on until it is told otherwise."""
    found = FaultProxy(target, holds_little=holds_little)
    found.start()
    try:
        yield found
    finally:
        found.stop()
