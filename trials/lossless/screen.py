"""A screen as the app has it: a socket that goes on where it was, and what it shows, fetched again when it is told of a change.

Its waits are those of ``frontend/src/lib/live``: the same pause before a refetch, the same back-off, the same patience.
"""

import asyncio
import json
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.typing import Origin

from tests.support.deployed import NAME, ORIGIN, SESSION_COOKIE
from trials.lossless.asking import ask
from trials.lossless.shown import Shown
from trials.lossless.world import Viewer

BURST = 0.06
"""Seconds in which changes are collected before what shows them is fetched."""
SHORTEST_WAIT, LONGEST_WAIT = 0.5, 30.0
SPREAD = 3.0
"""Seconds over which those come back who were live and were cut off, perhaps with everybody else."""
HEARTBEATS_MISSED = 2
TRIES, FIRST_AGAIN = 4, 1.0
"""A fetch that was not answered is asked again after a second, two and four."""
TRIES_AWAY, AWAY = 9, frozenset({502, 503, 504})
"""The server said that it cannot be had just now: no change will tell when it can, so it is asked again for longer."""


@dataclass(frozen=True)
class Told:
    """One change in one frame. ``at`` is when it was heard, in seconds since 1970."""

    type: str
    id: str
    version: int
    kind: str
    at: float


@dataclass(frozen=True, slots=True)
class Reached:
    """A place in the journal that a screen came to. ``told``: so many changes it had been told by then.

    ``afresh``: it fetched everything from here on, and so was not told what lies before.
    """

    cursor: str
    told: int
    afresh: bool = False


@dataclass
class Read:
    """One address the screen shows. ``outdated`` while it is fetched: what comes may be of before."""

    path: str
    types: frozenset[str]
    body: Any = None
    fetching: bool = False
    outdated: bool = False
    failed: bool = False


@dataclass
class Screen:
    """``live`` keeps it current until it is cancelled. ``wire`` may stand in the place of the sockets' own port."""

    viewer: Viewer
    web: int
    wire: int
    seed: int = 0
    resumes: bool = True
    """Whether it says where it was; a test takes that away."""
    refetches_all: bool = True
    """Whether it fetches everything where nothing can be gone on from; a test takes that away."""
    reads: list[Read] = field(init=False)
    told: list[Told] = field(default_factory=list)
    reached: list[Reached] = field(default_factory=list)
    """Where it began, and after each hello and each frame."""
    shown: Shown = field(default_factory=Shown)
    resyncs: int = 0
    """How often it was told to fetch everything."""
    closes: list[int] = field(default_factory=list)
    """The codes its sockets were closed with; 1006 where the connection just ended."""
    gaps: int = 0
    greeted: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while it is live."""
    fetched: int = 0

    def __post_init__(self) -> None:
        self.reads = [Read(path, types) for path, types in self.viewer.reads.items()]
        self._chance = random.Random(self.seed)  # noqa: S311  (how long to wait, not a secret)
        self._socket: ClientConnection | None = None
        self._waiting: set[str] = set()
        self._burst: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._attempt = 0
        self._gave_up = False
        self._line = asyncio.Event()
        self._line.set()

    @property
    def cursor(self) -> str | None:
        """Where it would go on."""
        return self.reached[-1].cursor if self.reached else None

    @property
    def quiet(self) -> bool:
        """Live, and nothing to be fetched."""
        busy = self._burst is not None or any(read.fetching for read in self.reads)
        return self.greeted.is_set() and not busy and not any(read.failed for read in self.reads)

    async def live(self) -> None:
        """First who somebody is, then what they see, then the socket: from where that was."""
        try:
            await self._begin()
            while True:
                await self._line.wait()
                await self._connected()
                cut_off = self.greeted.is_set() and not self._gave_up
                self.greeted.clear()
                await asyncio.sleep(self._chance.random() * SPREAD if cut_off else self._back_off())
        finally:
            for task in self._tasks:
                task.cancel()

    def drop(self) -> bool:
        """The connection is gone, as in a tunnel: without a goodbye. Whether there was one."""
        if self._socket is None or self._socket.transport is None:
            return False
        self._socket.transport.abort()
        return True

    def cut(self) -> None:
        """The same, and there is no line until ``mend``."""
        self._line.clear()
        self.drop()

    def mend(self) -> None:
        self._line.set()

    def pause(self) -> None:
        """Read nothing more, as a phone that sleeps."""
        if self._socket is not None:
            self._socket.transport.pause_reading()

    def resume(self) -> None:
        if self._socket is not None:
            self._socket.transport.resume_reading()

    # The socket --------------------------------------------------------------------------------

    async def _begin(self) -> None:
        while True:
            got = await ask(self.web, self.viewer.who.session, "/me")
            if got.done:
                break
            await asyncio.sleep(self._back_off())
        self._attempt = 0
        self._reach(got.headers["Live-Cursor"], afresh=True)
        self._fetch(self.reads)

    async def _connected(self) -> None:
        """One connection, from its opening to its end."""
        self._gave_up = False
        try:
            async with socket_of(self.viewer.who.session, self.wire) as self._socket:
                await self._hear(self._socket)
        except (OSError, TimeoutError, WebSocketException, InvalidHandshake):
            pass
        finally:
            if self._socket is not None:
                self.closes.append(self._socket.close_code or 1006)
            self._socket = None

    async def _hear(self, socket: ClientConnection) -> None:
        cursor = self.cursor if self.resumes else None
        await socket.send(json.dumps({"type": "hello", "cursor": cursor}))
        last, patience = 0, LONGEST_WAIT
        while True:
            try:
                frame = json.loads(await asyncio.wait_for(socket.recv(), patience))
            except TimeoutError:
                self._gave_up = True
                return
            if frame["type"] == "hello":
                patience = frame["heartbeat"] * HEARTBEATS_MISSED
                self._hello(frame)
            elif frame["type"] == "changes":
                last += 1
                if frame["n"] != last:
                    self.gaps += 1
                    self._gave_up = True
                    return
                self._changed(frame)

    def _hello(self, frame: dict[str, Any]) -> None:
        self._attempt = 0
        self._reach(frame["cursor"], afresh=not frame["resumed"])
        self.greeted.set()
        if frame["resumed"]:
            self._fetch([read for read in self.reads if read.failed])
            return
        self.resyncs += 1
        if self.refetches_all:
            self._fetch(self.reads)

    def _changed(self, frame: dict[str, Any]) -> None:
        now = time.time()
        for change in frame["changes"]:
            self.told.append(Told(change["type"], change["id"], change["version"], change["kind"], now))
            self._waiting.add(change["type"])
        self._reach(frame["cursor"])
        if self._burst is None:
            self._burst = asyncio.get_running_loop().call_later(BURST, self._flush)

    def _reach(self, cursor: str, *, afresh: bool = False) -> None:
        self.reached.append(Reached(cursor, len(self.told), afresh))

    def _back_off(self) -> float:
        most: float = min(SHORTEST_WAIT * 2**self._attempt, LONGEST_WAIT)
        self._attempt += 1
        return most / 2 + self._chance.random() * most / 2

    # What it shows -----------------------------------------------------------------------------

    def _flush(self) -> None:
        types, self._waiting, self._burst = self._waiting, set(), None
        self._fetch([read for read in self.reads if read.types & types or "me" in types])

    def _fetch(self, reads: list[Read]) -> None:
        for read in reads:
            if read.fetching:
                read.outdated = True
                continue
            read.fetching = True
            task = asyncio.create_task(self._until_current(read))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _until_current(self, read: Read) -> None:
        try:
            again = True
            while again:
                read.outdated = False
                await self._read(read)
                again = read.outdated
        finally:
            read.fetching = False

    async def _read(self, read: Read) -> None:
        for attempt in range(TRIES_AWAY):
            sent = time.monotonic()
            got = await ask(self.web, self.viewer.who.session, read.path)
            if got.status not in AWAY and (got.status or attempt + 1 >= TRIES):
                break
            await asyncio.sleep(min(FIRST_AGAIN * 2**attempt, LONGEST_WAIT))
        self.fetched += 1
        read.failed = not got.done
        if got.done:
            read.body = got.json()
            self.shown.note(read.body, sent=sent, at=time.monotonic())


def socket_of(session: str, port: int) -> connect:
    """A socket to ``port`` as the front server hands it on, of whoever has the cookie ``session``."""
    return connect(
        f"ws://{NAME}/ws",
        host="127.0.0.1",
        port=port,
        origin=Origin(ORIGIN),
        additional_headers={"Cookie": f"{SESSION_COOKIE}={session}", "X-Forwarded-Proto": "https"},
        compression=None,
        ping_interval=None,
        open_timeout=LONGEST_WAIT,
        close_timeout=1,
        proxy=None,
    )


async def gone(task: "asyncio.Task[None]") -> None:
    """``task`` was cancelled: wait for it."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
