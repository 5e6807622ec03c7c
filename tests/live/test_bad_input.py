"""Whatever a client sends, and however much: it is closed with a code and a reason, and nobody else notices.

Each against a server process of its own, which must say nothing of it in its log, and must not have grown by more than
``ROOM``. What one frame is answered with stands in ``test_client_frames``, cursors in ``test_resuming``, origins in
``test_signing_in``; here is more of it than anybody sends by mistake. ``crowd`` does it where one alone would be told to wait.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import psutil
import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode

from passerelle.accounts.models import User
from passerelle.journal.positions import cursor_of, position
from passerelle.live.consumer import MOST_OF_ONE
from tests.live.conftest import MARKER, People, marker, partner, tell
from tests.live.test_faults import reader_that_stalls
from tests.support.polls import polled
from tests.support.server import Server, start_server
from tests.support.sockets import CURSOR, HELLO, Screen, bare, opened, screen_of, session_of
from tests.support.waiting import PATIENCE

ASGI = "passerelle.config.asgi:application"
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
def unharmed(people: People, folder: Path, application: str = ASGI) -> Iterator[Harmed]:
    """Inside, bad things are done; after it the server is as it was."""
    server = start_server(folder / "server.log", application=application)
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


@pytest.fixture
def harmed(people: People, tmp_path: Path) -> Iterator[Harmed]:
    with unharmed(people, tmp_path) as found:
        yield found


@pytest.fixture
def crowd(people: People) -> Iterator[tuple[User, str]]:
    """One after the other, with a session, and again from the beginning."""
    users = [partner(f"Partner {number}", f"Agency {number}") for number in range(8)]
    return cycle([(user, session_of(user)) for user in users])


THOUSANDS: dict[str | bytes, str] = {
    HELLO: "one hello is enough",
    "{}": "expected a hello",
    "": "not JSON",
    b"\x00": "text frames only",
}


def test_a_thousand_frames_a_second_are_not_read(people: People, tmp_path: Path) -> None:
    with unharmed(people, tmp_path) as harmed:
        for frame, reason in THOUSANDS.items():
            with opened(harmed.server, session=harmed.session) as screen:
                assert screen.hello().frame()["type"] == "hello"
                with suppress(ConnectionClosed):
                    for _ in range(20_000):
                        screen.say(frame)
                harmed.others_hear()
                assert screen.closing() == (4400, reason)


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


chance = random.Random(29)  # noqa: S311  (the same bytes each time)


def text() -> bytes:
    """Of every language there is and of none; as long as a hello may be, and too long to be a number by accident."""
    points = [*range(0x80), *range(0x80, 0xD800, 17), *range(0xE000, 0x110000, 101)]
    return "".join(map(chr, chance.choices(points, k=chance.randint(9, 1_000)))).encode()


def torn() -> bytes:
    """What is no text: somewhere in it a byte that UTF-8 does not have."""
    before = text()
    return before[: chance.randint(0, len(before))] + b"\xff" + text()[:100]


def junk() -> bytes:
    return chance.randbytes(chance.randint(1, 4_000))


@pytest.mark.parametrize(
    ("opcode", "made", "end"),
    [
        (Opcode.TEXT, text, (4400, "not JSON")),
        (Opcode.TEXT, torn, (1007, "not UTF-8")),
        (Opcode.BINARY, junk, (4400, "text frames only")),
        (Opcode.CONT, junk, (1002, "unexpected continuation frame")),
    ],
    ids=["text", "torn text", "bytes", "the rest of nothing"],
)
def test_whatever_stands_in_a_frame_ends_the_socket_and_says_why(
    harmed: Harmed, crowd: Iterator[tuple[User, str]], opcode: Opcode, made: Callable[[], bytes], end: tuple[int, str]
) -> None:
    for number in range(100):
        with opened(harmed.server, session=next(crowd)[1]) as screen:
            assert number % 2 or screen.is_greeted()
            screen.socket.socket.sendall(Frame(opcode, made()).serialize(mask=True))
            assert screen.closing() == end
    harmed.others_hear()


ENDS = {1002, 1007, 1009, 4400}


def test_any_first_byte_and_any_that_follow_end_the_socket(
    people: People, crowd: Iterator[tuple[User, str]], tmp_path: Path
) -> None:
    """Broken heads; whole frames of every kind, with whatever comes after them; and frames that say they are endless."""
    broken = [bytes([first]) + chance.randbytes(chance.randint(1, 3_000)) for first in range(256)]
    whole = [
        Frame(opcode, chance.randbytes(chance.randint(0, 125)), fin).serialize(mask=True)
        + (b"\x7f" + chance.randbytes(500)) * (number % 2)
        for opcode in (Opcode.CONT, Opcode.TEXT, Opcode.BINARY, Opcode.PING, Opcode.PONG)
        for fin in (True, False)
        for number in range(10)
        if fin or opcode in {Opcode.CONT, Opcode.TEXT, Opcode.BINARY}
    ]
    endless = [b"\x81\xff" + size.to_bytes(8) + MASK + chance.randbytes(500) for size in (4_097, 2**31, 2**63 - 1)]
    ends = set()
    with unharmed(people, tmp_path, "tests.live.applications:hasty") as harmed:
        for sent in broken + whole + endless:
            with opened(harmed.server, session=next(crowd)[1]) as screen:
                screen.socket.socket.sendall(sent)
                code, reason = screen.closing()
                if sent[0] & 0x0F != Opcode.CLOSE:  # which is answered with what it says
                    assert reason, (code, sent[:20])
                    ends.add(code)
        harmed.others_hear()
    assert ends == ENDS


def test_random_bytes_are_no_poll(people: People, crowd: Iterator[tuple[User, str]], tmp_path: Path) -> None:
    with unharmed(people, tmp_path) as harmed:
        for made in (text, torn, junk):
            for _ in range(100):
                with polled(harmed.server, next(crowd)[1], body=made()) as poll:
                    assert poll.reason() == (400, "not JSON")
        harmed.others_hear()


def test_frames_of_a_megabyte_are_not_kept(people: People, tmp_path: Path) -> None:
    with unharmed(people, tmp_path) as harmed:
        frames: list[str | bytes] = ["x" * 2**20, b"x" * 2**20]
        for frame in frames * 15:
            with opened(harmed.server, session=harmed.session) as screen:
                with suppress(ConnectionClosed):
                    screen.say(frame)
                assert screen.closing() == (1009, "frame with 1048576 bytes exceeds limit of 4096 bytes")
        harmed.others_hear()


def forged(mine: User, others: User) -> list[str]:
    """Cursors that no answer gave to ``mine``: made up, cut short, changed, another's, of the future and of another journal."""
    here = position()
    real = cursor_of(here, user_id=mine.id)
    changed = real[:80] + ("A" if real[80] != "A" else "B") + real[81:]
    later = [cursor_of(here._replace(number=here.number + more), user_id=mine.id) for more in (1, 1_000_000, 2**61)]
    elsewhere = cursor_of(here._replace(epoch="f" * 40), user_id=mine.id)
    theirs = cursor_of(here, user_id=others.id)
    return ["", "x" * CURSOR, text().decode()[:100], real[:-1], real + "A", changed, theirs, elsewhere, *later]


def test_cursors_that_are_none_of_theirs_tell_them_to_fetch_everything_and_nothing_else(
    people: People, crowd: Iterator[tuple[User, str]], tmp_path: Path
) -> None:
    with unharmed(people, tmp_path) as harmed:
        for _ in range(20):
            user, session = next(crowd)
            for cursor in forged(user, people.other_partner):
                with opened(harmed.server, session=session) as screen:
                    assert bare(screen.hello(cursor).frame()) == {"type": "hello", "heartbeat": 25, "resumed": False}
                with polled(harmed.server, session, cursor) as poll:
                    assert bare(poll.told()) == {"resumed": False, "changes": []}
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
