"""Very many sockets that only listen: one thread and one ``select`` for all, so that not we are what is measured."""

import json
import selectors
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.typing import Origin
from websockets.uri import parse_uri

from tests.support.deployed import NAME, ORIGIN, SESSION_COOKIE

PATIENCE = 60.0
HELLO = b'{"type":"hello","cursor":null}'
AT_ONCE = 50
"""So many open at a time."""


@dataclass
class Ear:
    """One socket. ``heard`` are its text frames; what was read and not looked at yet lies in ``raw``."""

    session: str
    wire: socket.socket
    protocol: ClientProtocol
    heard: list[bytes] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    @classmethod
    def open(cls, session: str, port: int) -> Self:
        wire = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        protocol = ClientProtocol(parse_uri(f"ws://{NAME}/ws"), origin=Origin(ORIGIN))
        request = protocol.connect()
        request.headers["Cookie"] = f"{SESSION_COOKIE}={session}"
        request.headers["X-Forwarded-Proto"] = "https"
        protocol.send_request(request)
        ear = cls(session, wire, protocol)
        ear.flush()
        return ear

    def flush(self) -> None:
        for data in self.protocol.data_to_send():
            self.wire.sendall(data)

    def hello(self) -> None:
        self.protocol.send_text(HELLO)
        self.flush()

    def listen(self) -> list[bytes]:
        """The text frames in what was read since the last time."""
        for raw in self.raw:
            self.protocol.receive_data(raw)
        self.raw.clear()
        new = [one.data for one in self.protocol.events_received() if isinstance(one, Frame) and one.opcode is Opcode.TEXT]
        self.heard += [bytes(data) for data in new]
        self.flush()
        return self.heard[len(self.heard) - len(new) :]

    @property
    def changes(self) -> list[dict[str, Any]]:
        """All it was told of so far, in order."""
        return [change for frame in self.heard for change in json.loads(frame).get("changes", ())]


class Ears:
    """All of them. ``since`` in its methods is a ``time.perf_counter``."""

    def __init__(self, sessions: Sequence[str], port: int) -> None:
        self.ears: list[Ear] = []
        self._ready = selectors.DefaultSelector()
        for first in range(0, len(sessions), AT_ONCE):
            some = [Ear.open(session, port) for session in sessions[first : first + AT_ONCE]]
            for ear in some:
                self._ready.register(ear.wire, selectors.EVENT_READ, ear)
            self.ears += some
            self._until(some, lambda ear: ear.protocol.state is State.OPEN)
            for ear in some:
                ear.hello()
            self._until(some, lambda ear: any(b'"hello"' in frame for frame in ear.heard))

    def close(self) -> None:
        for ear in self.ears:
            ear.wire.close()
        self._ready.close()

    def told(self, mark: bytes, since: float) -> list[float]:
        """Seconds until each of them had read something that ends a frame with ``mark`` in it; raises where one never did."""
        taken = self.hear(mark, since)
        if len(taken) < len(self.ears):
            raise AssertionError(f"{len(self.ears) - len(taken)} of {len(self.ears)} sockets were never told of {mark!r}")
        return taken

    def hear(self, mark: bytes, since: float, within: float = PATIENCE) -> list[float]:
        """The same of those that were told ``within`` so many seconds; what was read is looked at only afterwards."""
        waiting, taken = set(map(id, self.ears)), []
        until = time.perf_counter() + within
        while waiting and time.perf_counter() < until:
            for ear in self._read():
                if id(ear) in waiting and mark in ear.raw[-1]:
                    waiting.discard(id(ear))
                    taken.append(time.perf_counter() - since)
        for ear in self.ears:
            ear.listen()
        return taken

    def drain(self, within: float = 0) -> None:
        """Read what is there now, and what follows ``within`` so many seconds of it."""
        while self._read(within):
            pass
        for ear in self.ears:
            ear.listen()

    def _until(self, ears: Sequence[Ear], done: Callable[[Ear], bool]) -> None:
        waiting, until = list(ears), time.perf_counter() + PATIENCE
        while waiting:
            if time.perf_counter() > until:
                raise AssertionError(f"{len(waiting)} sockets did not open: {waiting[0].protocol.handshake_exc}")
            for ear in self._read():
                ear.listen()
            waiting = [ear for ear in waiting if not done(ear)]

    def _read(self, within: float = 1.0) -> list[Ear]:
        found = []
        for key, _events in self._ready.select(within):
            ear: Ear = key.data
            data = ear.wire.recv(65_536)
            if not data:
                raise AssertionError(f"a socket ended: {ear.protocol.close_code} {ear.protocol.close_reason}")
            ear.raw.append(data)
            found.append(ear)
        return found


@contextmanager
def listening(sessions: Sequence[str], port: int) -> Iterator[Ears]:
    """A greeted socket for each of ``sessions``; a person may have several."""
    ears = Ears(sessions, port)
    try:
        yield ears
    finally:
        ears.close()
