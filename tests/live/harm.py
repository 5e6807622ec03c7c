"""A server under attack, and what it must not show of it: no fault in its log, nothing kept, nobody else who notices."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.live.conftest import MARKER, People, marker, tell
from tests.support.server import Server, start_server
from tests.support.sockets import Screen, screen_of, session_of

ASGI = "passerelle.config.asgi:application"
ROOM = 2 * 2**20
"""Bytes a process may grow by in a second round: what the first needed for good, it has. Three times what was ever measured."""
FAULT = re.compile(r"^.*(?:Traceback|\b(?:ERROR|CRITICAL)\b).*$", re.MULTILINE)
REFUSED = "ERROR:    ASGI callable returned without completing handshake."
"""What uvicorn says of every handshake that was refused with an answer of its own; the answer is looked at where it is sent."""


@dataclass(frozen=True)
class Harmed:
    """The server, with a session on it, and somebody else on it."""

    server: Server
    session: str
    other: Screen

    def others_hear(self) -> None:
        tell(marker())
        assert self.other.before(MARKER) == []
        assert self.server.is_well()

    def rounds(self) -> Iterator[int]:
        """Do the same twice, or half of it and the other half. After each the others hear; the second must leave nothing."""
        yield 0
        self.others_hear()
        before = self._weight()
        yield 1
        self.others_hear()
        grown = self._weight() - before
        assert grown < ROOM, f"grew by {grown:,} bytes"

    def _weight(self) -> int:
        return int(psutil.Process(self.server.process.pid).memory_info().rss)


@contextmanager
def under_attack(people: People, folder: Path, application: str = ASGI) -> Iterator[Harmed]:
    """A server of its own, to do bad things to in ``rounds``; whatever they are, it calls nothing in its log a fault."""
    folder.mkdir(exist_ok=True)
    server = start_server(folder / "server.log", application=application)
    try:
        with screen_of(server, people.other_partner) as other:
            yield Harmed(server, session_of(people.partner), other)
        faults = [line for line in FAULT.findall(server.log.read_text()) if line != REFUSED]
        assert not faults, faults
    finally:
        server.stop()
