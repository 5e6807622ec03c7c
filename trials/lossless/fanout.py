"""From a commit to the last of a thousand sockets, beside the least there is: raw Redis, from PUBLISH to the last."""

import selectors
import socket
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from scripts.paths import RUN
from tests.support.database import database_url
from tests.support.deployed import ASGI, sockets, worker
from tests.support.redis import redis_server
from trials.lossless.ears import PATIENCE, Ear, listening
from trials.lossless.found import Found, share
from trials.lossless.telling import tell_everyone
from trials.lossless.world import build

SOCKETS, EACH, CHANGES = 1000, 5, 300
LEAST = 20
"""Changes: fewer have no 99th of a hundred."""
SMALL = 0.1
"""A part of the trial smaller than this has a tenth of the sockets too."""


def measure(
    scale: float = 1.0,
    *,
    log: Path = RUN / "trials",
    application: str = ASGI,
    more: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
) -> Found:
    """``scale`` is of the changes; in all but a small part there are a thousand sockets all the same.

    ``application`` and ``more`` of its environment are those of the sockets' process: a test breaks it.
    """
    people, changes = SOCKETS // EACH // (10 if scale < SMALL else 1), share(CHANGES, scale, least=LEAST)
    world = build(team=4, partners=6, interpreters=people - 10, places=1)
    sessions = [viewer.who.session for viewer in world.everyone for _ in range(EACH)]
    with (
        worker(database_url(), log / "fanout.worker.log"),
        sockets(database_url(), log / "fanout.sockets.log", application=application, more=more) as live,
        redis_server() as redis,
        listening(sessions, live) as ears,
        subscribed(len(sessions), redis.port) as subscribers,
    ):
        marks, ours, theirs = [], [], []
        for _ in range(changes):  # in turns: what else the machine does meets both
            mark, since = tell_everyone()
            marks.append(mark)
            heard = ears.hear(mark, since, patience)
            if len(heard) < len(sessions):
                break
            ours.append(max(heard))
            theirs.append(subscribers.last())
        else:
            ears.drain()  # what is told twice may come a second time after the last
        wrong = not_once(ears.ears, marks)
    found = Found()
    if not found.blame(wrong):  # a time until the last one means nothing where there is no last one
        _timed(found, ours, theirs, f"{len(sessions):,} sockets of {len(world.everyone)} people")
    return found


def _timed(found: Found, ours: Sequence[float], theirs: Sequence[float], who: str) -> None:
    ours_p99, theirs_p99 = (statistics.quantiles(of, n=100)[98] * 1000 for of in (ours, theirs))
    how = (
        f"{len(ours)} changes, in turns with as many messages of raw Redis; {who} in one process, as many subscribers; "
        f"one thread reads either; p99 {ours_p99:.0f} and {theirs_p99:.0f} ms"
    )
    found.add("fanout_1000_p99_over_redis", round(ours_p99 / theirs_p99, 2), "×", how)
    found.add("fanout_1000_p50_ms", round(statistics.median(ours) * 1000, 1), "ms", f"{how}; ours")
    found.add("fanout_1000_changes", len(ours), "changes", how)


def not_once(ears: Sequence[Ear], marks: Iterable[bytes]) -> list[str]:
    """Every socket is to be told of every change once: what was lost or doubled, in words."""
    wanted, wrong = [mark.decode() for mark in marks], []
    for number, ear in enumerate(ears, 1):
        told = Counter(change["id"] for change in ear.changes)
        for change, mark in enumerate(wanted, 1):
            if told[mark] != 1:
                how = f"told {told[mark]} times" if told[mark] else "never told"
                wrong.append(f"socket {number} of {len(ears)} was {how} of change {change}")
    return wrong


class Subscribers:
    """Raw connections to Redis, all subscribed to one channel."""

    CHANNEL = "fanout"

    def __init__(self, count: int, port: int) -> None:
        self._ready = selectors.DefaultSelector()
        self.wires = [socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) for _ in range(count)]
        for wire in self.wires:
            wire.sendall(f"SUBSCRIBE {self.CHANNEL}\r\n".encode())
            self._until(wire, b":1\r\n")
            self._ready.register(wire, selectors.EVENT_READ, wire)
        self._publisher = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)

    def last(self) -> float:
        """Seconds from a PUBLISH until the last of them has read it."""
        mark = str(uuid4()).encode()
        since = time.perf_counter()
        self._publisher.sendall(b"PUBLISH " + self.CHANNEL.encode() + b" " + mark + b"\r\n")
        waiting = len(self.wires)
        while waiting:
            for key, _events in self._ready.select(PATIENCE):
                wire: socket.socket = key.data
                waiting -= mark in wire.recv(65_536)
        taken = time.perf_counter() - since
        self._until(self._publisher, b"\r\n")
        return taken

    def close(self) -> None:
        for wire in [*self.wires, self._publisher]:
            wire.close()
        self._ready.close()

    @staticmethod
    def _until(wire: socket.socket, end: bytes) -> None:
        got = b""
        while not got.endswith(end):
            got += wire.recv(4096)


@contextmanager
def subscribed(count: int, port: int) -> Iterator[Subscribers]:
    found = Subscribers(count, port)
    try:
        yield found
    finally:
        found.close()
