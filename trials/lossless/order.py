"""Sixteen writers at once, some of which roll back and some of which are killed: a reader who follows misses nothing.

The reader is the hub's own (``live.source``): it goes on after the last number it saw, while all of them write.
"""

import asyncio
import random
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import psycopg
from django.db import Error, connection, transaction
from django.utils import timezone

from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.selectors import Line
from passerelle.journal.services import Entry, append
from passerelle.live.source import Source
from tests.support.database import clean, database_url, let_connections_go
from trials.lossless.found import Found, share

TRANSACTIONS, WRITERS = 100_000, 16
MOST_LINES = 3
"""In one transaction."""
ROLLED_BACK = 0.05
KILLED_EVERY = 500
"""So many transactions apart, a writer's connection is cut by the server."""
BATCH = 500
PATIENCE = 60.0

type Read = Callable[[Source, int], Awaitable[list[tuple[int, Line]]]]
"""The next lines after a place, each with the place to go on from: the next of a follower's look at the journal."""


async def by_number(source: Source, place: int) -> list[tuple[int, Line]]:
    """As the hub reads."""
    return [(line.number, line) for line in await source.after(place, BATCH)]


@dataclass
class Written:
    """What the writers know: which things were acknowledged, and which of them were surely not written."""

    acknowledged: list[UUID] = field(default_factory=list)
    taken_back: list[UUID] = field(default_factory=list)
    cut: int = 0
    transactions: int = 0
    cutting: list[threading.Thread] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, things: list[UUID], *, kept: bool) -> None:
        with self.lock:
            self.transactions += kept
            (self.acknowledged if kept else self.taken_back).extend(things)

    def note_cut(self) -> None:
        """Whether that one was written nobody can know: the answer was lost with the connection."""
        with self.lock:
            self.cut += 1


def measure(scale: float = 1.0, *, read: Read = by_number) -> Found:
    """``read`` is how the reader goes on; by anything but the number it loses lines, which a test shows."""
    clean()
    written, total = Written(), share(TRANSACTIONS, scale, least=WRITERS)
    with following(read) as follower:
        begun = time.perf_counter()
        _write(written, total)
        seconds = time.perf_counter() - begun
        follower.until(Change.objects.filter(number__isnull=False).count())
    _fresh(written)
    return _judge(written, follower.lines, seconds)


class _Taken(Exception):
    """A writer changed its mind."""


def _write(written: Written, total: int) -> None:
    each = [total // WRITERS + (n < total % WRITERS) for n in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        for done in [pool.submit(_writer, written, n, count) for n, count in enumerate(each)]:
            done.result()


def _writer(written: Written, seed: int, count: int) -> None:
    """``count`` transactions that were acknowledged, and some that were not."""
    chance, done = random.Random(seed), 0  # noqa: S311  (how much and when, not a secret)
    try:
        while done < count:
            things = [uuid4() for _ in range(chance.randint(1, MOST_LINES))]
            back = chance.random() < ROLLED_BACK
            cut = not back and chance.randrange(KILLED_EVERY) == 0
            try:
                _one(
                    things,
                    written.cutting if cut else None,
                    back=back,
                    wait=chance.random() / 500 if chance.random() < 0.1 else 0,
                )
            except _Taken:
                written.note(things, kept=False)
            except Error:
                connection.close()
                written.note_cut()
            else:
                written.note(things, kept=True)
                done += 1
    finally:
        connection.close()


def _one(things: list[UUID], cutting: list[threading.Thread] | None, *, back: bool, wait: float) -> None:
    with transaction.atomic():
        entries = [Entry("thing", thing, 1, "written", frozenset({audiences.TEAM})) for thing in things]
        append(entries, actor_id=None, now=timezone.now())
        if wait:
            time.sleep(wait)  # others that began later commit first
        if back:
            raise _Taken
        if cutting is not None:
            cutting.append(_cut(connection.connection.info.backend_pid))


def _cut(pid: int) -> threading.Thread:
    """End that connection from another one: in the middle of its commit, before it, or after."""
    cutting = threading.Thread(target=_terminate, args=[pid])
    cutting.start()
    return cutting


def _fresh(written: Written) -> None:
    """What was cut after its commit lies in the pool, and whoever comes next would be given it."""
    for cutting in written.cutting:
        cutting.join()
    let_connections_go()


def _terminate(pid: int) -> None:
    with psycopg.connect(database_url(), autocommit=True) as own:
        own.execute("SELECT pg_terminate_backend(%s)", [pid])


class Follower:
    """Reads the journal on and on, in a thread and an event loop of its own."""

    def __init__(self, read: Read) -> None:
        self.lines: list[Line] = []
        self._read = read
        self._ended = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._follow()), name="follower")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join(PATIENCE)

    def until(self, count: int) -> None:
        """Wait for the last of ``count`` lines, or until nothing has come for a while: what is then missing was lost."""
        seen, since = -1, time.monotonic()
        while len(self.lines) < count and time.monotonic() - since < 2:
            if len(self.lines) != seen:
                seen, since = len(self.lines), time.monotonic()
            time.sleep(0.02)

    async def _follow(self) -> None:
        place = 0
        async with Source.connect() as source:
            while not self._ended.is_set():
                found = await self._read(source, place)
                self.lines += [line for _place, line in found]
                place = max((at for at, _line in found), default=place)
                if not found:
                    await asyncio.sleep(0.001)


@contextmanager
def following(read: Read) -> Iterator[Follower]:
    """A follower that began before anything was written."""
    follower = Follower(read)
    follower.start()
    try:
        yield follower
    finally:
        follower.stop()


def _judge(written: Written, lines: list[Line], seconds: float) -> Found:
    found, things = Found(), [line.entity_id for line in lines]
    numbers, known = [line.number for line in lines], set(things)
    gaps = [
        f"number {n} where {n_before + 1} was to come"
        for n_before, n in zip([0, *numbers], numbers, strict=False)
        if n != n_before + 1
    ]
    lost = [f"acknowledged, and never read: {thing}" for thing in written.acknowledged if thing not in known]
    twice = [f"read {times} times: {thing}" for thing, times in Counter(things).items() if times > 1]
    ghosts = [f"rolled back, and read: {thing}" for thing in written.taken_back if thing in known]
    wrong = sum(found.blame(kind) for kind in (gaps, lost, twice, ghosts))
    how = (
        f"{written.transactions:,} transactions of {WRITERS} writers at once, {len(lines):,} lines followed meanwhile; "
        f"{len(written.taken_back):,} lines rolled back, {written.cut} connections cut"
    )
    found.add("order_gaps", wrong, "lines", f"{how}: gaps, lines lost, doubled, or told though rolled back")
    found.add("order_transactions", written.transactions, "transactions", how)
    found.add("order_per_second", round(written.transactions / seconds), "1/s", f"{how}; the follower reads beside them")
    return found
