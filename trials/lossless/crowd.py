"""Many connections that stay open, each sending one act after the other; far more of them a second than ``Wire`` sends."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from trials.lossless.loop import run
from trials.wire import PATIENCE, Answer, Ask, written

AGAIN = 5
"""So often an act is sent once more, under its key, whose connection ended without an answer."""


@dataclass
class Crowd:
    """``connections`` of them to the web processes on ``port``. ``lost`` counts those that ended without an answer."""

    port: int
    connections: int = 32
    more: Mapping[str, str] = field(default_factory=dict)
    lost: int = 0

    def send(self, asks: Iterator[Ask], heard: Callable[[Ask, Answer], None]) -> None:
        """Each of ``asks`` on the next connection that is free; ``heard`` is told each answer as it comes."""
        run(self._send(asks, heard))

    async def _send(self, asks: Iterator[Ask], heard: Callable[[Ask, Answer], None]) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(self.connections):
                group.create_task(self._one(asks, heard))

    async def _one(self, asks: Iterator[Ask], heard: Callable[[Ask, Answer], None]) -> None:
        async with _line(self.port) as line:
            for ask in asks:
                heard(ask, await self._answered(line, ask))

    async def _answered(self, line: "_Line", ask: Ask) -> Answer:
        """The answer, asked for again where the connection ended: a web process takes its leave after many requests."""
        for _ in range(AGAIN):
            try:
                async with asyncio.timeout(PATIENCE):
                    return await line.ask(written(ask, self.more, stays=True))
            except (OSError, EOFError, TimeoutError):
                self.lost += 1
                line.hang_up()
        return Answer(0)


class _Line:
    """One connection, opened again where it ended."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> Answer:
        if self._ends is None:
            self._ends = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._ends
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        status, told = _head(head)
        body = await reader.readexactly(int(told.get("content-length", "0")))
        if told.get("connection") == "close":
            self.hang_up()
        return Answer(status, body)

    def hang_up(self) -> None:
        if self._ends is not None:
            self._ends[1].close()
            self._ends = None


def _head(raw: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = raw.decode("latin-1").split("\r\n")
    told = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
    return int(first.split(" ", 2)[1]), told


@asynccontextmanager
async def _line(port: int) -> AsyncIterator[_Line]:
    line = _Line(port)
    try:
        yield line
    finally:
        line.hang_up()
