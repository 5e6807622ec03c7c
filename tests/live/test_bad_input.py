"""Whatever a client sends, and however much: it is closed with a code and a reason, and nobody else notices.

Each against a server process of its own, which must say nothing of it in its log, and must not have grown by more than
``ROOM``. What one frame is answered with stands in ``test_client_frames``, cursors in ``test_resuming``, origins in
``test_signing_in``; here is more of it than anybody sends by mistake.
"""

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psutil
import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus

from passerelle.live.consumer import MOST_OF_ONE
from tests.live.conftest import MARKER, People, marker, tell
from tests.live.test_faults import reader_that_stalls
from tests.support.polls import polled
from tests.support.server import Server, start_server
from tests.support.sockets import HELLO, Screen, opened, screen_of, session_of
from tests.support.waiting import PATIENCE

ROOM = 12 * 2**20
"""Bytes a process may have grown by, for what it keeps from then on: of what was sent, a fraction."""
MUCH = 24 * 2**20
"""Bytes a client tries to send."""
MASK = bytes(4)
PING = b"\x89\xfd" + MASK + bytes(125)
TOO_MANY = {(4429, "too many sockets"), (4425, "too often, wait a little")}
PART, REST = b"\x01\x80" + MASK, b"\x00\x80" + MASK


@dataclass(frozen=True)
class Harmed:
    """A server under attack, and somebody else on it."""

    server: Server
    session: str
    other: Screen

    def others_hear(self) -> None:
        tell(marker())
        assert self.other.before(MARKER) == []


@contextmanager
def unharmed(people: People, folder: Path) -> Iterator[Harmed]:
    """Inside, bad things are done; after it the server is as it was."""
    server = start_server(folder / "server.log")
    try:
        session = session_of(people.partner)
        with screen_of(server, people.other_partner) as other:
            harmed = Harmed(server, session, other)
            _a_few_good_ones(harmed)
            before = psutil.Process(server.process.pid).memory_info().rss
            yield harmed
            harmed.others_hear()
            assert psutil.Process(server.process.pid).memory_info().rss - before < ROOM
        assert "Traceback" not in server.log.read_text()
        assert " 500" not in server.log.read_text()
    finally:
        server.stop()


def _a_few_good_ones(harmed: Harmed) -> None:
    """What is loaded with the first sockets is no growth."""
    for _ in range(30):
        with opened(harmed.server, session=harmed.session) as screen:
            assert screen.hello().frame()["type"] == "hello"


def test_a_thousand_frames_a_second_are_not_read(people: People, tmp_path: Path) -> None:
    with unharmed(people, tmp_path) as harmed:
        for frame in (HELLO, "{}", "", b"\x00"):
            with opened(harmed.server, session=harmed.session) as screen:
                assert screen.hello().frame()["type"] == "hello"
                with suppress(ConnectionClosed):
                    for _ in range(20_000):
                        screen.say(frame)
                harmed.others_hear()
                assert screen.closing()[0] == 4400


def pour(screen: Screen, begin: bytes, again: bytes) -> int:
    """Send past the library, which would neither; how many bytes were taken."""
    wire = screen.socket.socket
    wire.settimeout(PATIENCE)
    block = again * (65_536 // len(again))
    sent = 0
    with suppress(OSError):
        wire.sendall(begin)
        while sent < MUCH:
            sent += wire.send(block[sent % len(block) :])
    return sent


@pytest.mark.parametrize(("begin", "again"), [(b"", PING), (PART, REST)], ids=["pings", "a frame that never ends"])
def test_what_reaches_no_consumer_has_an_end_too(people: People, tmp_path: Path, begin: bytes, again: bytes) -> None:
    with (
        unharmed(people, tmp_path) as harmed,
        opened(harmed.server, session=harmed.session) as screen,
        opened(harmed.server, session=harmed.session, sock=reader_that_stalls(harmed.server), max_queue=1) as unread,
    ):
        assert screen.hello().frame()["type"] == "hello"
        assert pour(screen, begin, again) < MUCH
        harmed.others_hear()
        assert screen.closing() == (4413, "too much sent")
        assert pour(unread, begin, again) < MUCH


def test_random_bytes_end_the_socket(people: People, tmp_path: Path) -> None:
    chance = random.Random(29)  # noqa: S311  (the same bytes each time)
    with unharmed(people, tmp_path) as harmed:
        for _ in range(150):
            with opened(harmed.server, session=harmed.session) as screen:
                # The first says "the last piece of something", of a kind there is not: what is random after it may be anything.
                screen.socket.socket.sendall(b"\xff" + chance.randbytes(chance.randint(1, 3_000)))
                assert screen.closing()[0] == 1002
        harmed.others_hear()


def test_frames_of_a_megabyte_are_not_kept(people: People, tmp_path: Path) -> None:
    with unharmed(people, tmp_path) as harmed:
        frames: list[str | bytes] = ["x" * 2**20, b"x" * 2**20]
        for frame in frames * 15:
            with opened(harmed.server, session=harmed.session) as screen:
                with suppress(ConnectionClosed):
                    screen.say(frame)
                assert screen.closing()[0] == 1009
        harmed.others_hear()


def test_a_thousand_sockets_of_one_are_thirty_in_each_process(people: People, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with unharmed(people, tmp_path) as one, unharmed(people, tmp_path / "b") as two, ExitStack() as stack:
        for harmed in (one, two):
            for number in range(500):
                screen = stack.enter_context(opened(harmed.server, session=one.session))
                if number < MOST_OF_ONE:
                    assert screen.hello().frame()["type"] == "hello"
                else:
                    assert screen.closing() in TOO_MANY
            harmed.others_hear()


def test_hundreds_from_elsewhere_or_from_before_are_sent_away(people: People, tmp_path: Path) -> None:
    with unharmed(people, tmp_path) as harmed:
        expired = session_of(people.coordinator)
        Session.objects.filter(session_key=expired).update(expire_date=timezone.now() - timedelta(seconds=1))
        for _ in range(200):
            with pytest.raises(InvalidStatus), opened(harmed.server, session=harmed.session, origin="https://evil.example"):
                pass
            with opened(harmed.server, session=expired) as screen:
                assert screen.closing() == (4401, "signed out")
            with polled(harmed.server, expired) as poll:
                assert poll.reason() == (401, "signed out")
            with polled(harmed.server, harmed.session, body=b"{" * 5_000) as poll:
                assert poll.reason() == (400, "frame too big")
        harmed.others_hear()
