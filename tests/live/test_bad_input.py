"""Whatever a client sends, and however much: it is closed with a code and a reason, and nobody else notices.

Each against a server process of its own (``harm``), in two rounds. What one frame is answered with stands in
``test_client_frames``, cursors in ``test_resuming``, origins in ``test_signing_in``; here is more of it than anybody sends by
mistake. ``crowd`` does it where one alone would be told to wait.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode

from passerelle.accounts.models import User
from passerelle.journal.positions import cursor_of, position
from passerelle.live.consumer import MOST_OF_ONE
from passerelle.live.protocol import AT_ONCE
from tests.live.conftest import People, partner
from tests.live.harm import Harmed, under_attack
from tests.live.test_faults import reader_that_stalls
from tests.support.polls import polled
from tests.support.sockets import CURSOR, HELLO, Screen, bare, opened, session_of
from tests.support.waiting import PATIENCE

MUCH = 24 * 2**20
"""Bytes a client tries to send."""
MASK = bytes(4)
PING = b"\x89\xfd" + MASK + bytes(125)
TOO_MANY = {(4429, "too many sockets"), (4425, "too often, wait a little")}
PART, REST = b"\x01\x80" + MASK, b"\x00\x80" + MASK


@pytest.fixture
def harmed(people: People, tmp_path: Path) -> Iterator[Harmed]:
    with under_attack(people, tmp_path) as found:
        yield found


@pytest.fixture
def crowd(people: People) -> Iterator[tuple[User, str]]:
    """One after the other, with a session, and again from the beginning."""
    users = [partner(f"Partner {number}", f"Agency {number}") for number in range(8)]
    return cycle([(user, session_of(user)) for user in users])


@pytest.mark.parametrize("application", ["frail", "hoarding"])
def test_a_server_that_is_harmed_is_told_from_one_that_is_not(
    people: People, crowd: Iterator[tuple[User, str]], tmp_path: Path, application: str
) -> None:
    def attack() -> None:
        with under_attack(people, tmp_path, f"tests.live.applications:{application}") as harmed:
            for _ in harmed.rounds():
                for _ in range(50):
                    with polled(harmed.server, next(crowd)[1], body=b"{") as poll:
                        poll.raw()

    with pytest.raises(AssertionError, match={"frail": "Traceback", "hoarding": "grew by"}[application]):
        attack()


THOUSAND = {
    (Opcode.TEXT, HELLO.encode()): "one hello is enough",
    (Opcode.TEXT, b"{}"): "expected a hello",
    (Opcode.TEXT, b""): "not JSON",
    (Opcode.BINARY, b"\x00"): "text frames only",
}


def test_of_a_thousand_frames_at_once_the_first_ends_the_socket(harmed: Harmed) -> None:
    """A thousand, or as many as one may send at once; past the library, which would stop at the close: all are written."""
    for _ in harmed.rounds():
        for (opcode, data), reason in THOUSAND.items():
            frame = Frame(opcode, data).serialize(mask=True)
            with opened(harmed.server, session=harmed.session) as screen:
                assert screen.is_greeted()
                screen.socket.socket.sendall(frame * min(1_000, (AT_ONCE - 2_048) // len(frame)))
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
def test_what_reaches_no_consumer_has_an_end_too(harmed: Harmed, begin: bytes, again: bytes) -> None:
    for _ in harmed.rounds():
        with (
            opened(harmed.server, session=harmed.session) as screen,
            opened(harmed.server, session=harmed.session, sock=reader_that_stalls(harmed.server), max_queue=1) as unread,
        ):
            assert screen.is_greeted()
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
    for _ in harmed.rounds():
        for number in range(50):
            with opened(harmed.server, session=next(crowd)[1]) as screen:
                assert number % 2 or screen.is_greeted()
                screen.socket.socket.sendall(Frame(opcode, made()).serialize(mask=True))
                assert screen.closing() == end


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
    with under_attack(people, tmp_path, "tests.live.applications:hasty") as harmed:
        for half in harmed.rounds():
            for sent in (broken + whole + endless)[half::2]:
                with opened(harmed.server, session=next(crowd)[1]) as screen:
                    screen.socket.socket.sendall(sent)
                    code, reason = screen.closing()
                    if sent[0] & 0x0F != Opcode.CLOSE:  # which is answered with what it says
                        assert reason, (code, sent[:20])
                        ends.add(code)
    assert ends == ENDS


def test_random_bytes_are_no_poll(harmed: Harmed, crowd: Iterator[tuple[User, str]]) -> None:
    for _ in harmed.rounds():
        for made in (text, torn, junk):
            for _ in range(50):
                with polled(harmed.server, next(crowd)[1], body=made()) as poll:
                    assert poll.reason() == (400, "not JSON")


def test_frames_of_a_megabyte_are_not_kept(harmed: Harmed) -> None:
    frames: list[str | bytes] = ["x" * 2**20, b"x" * 2**20]
    for _ in harmed.rounds():
        for frame in frames * 8:
            with opened(harmed.server, session=harmed.session) as screen:
                with suppress(ConnectionClosed):
                    screen.say(frame)
                assert screen.closing() == (1009, "frame with 1048576 bytes exceeds limit of 4096 bytes")


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
    harmed: Harmed, people: People, crowd: Iterator[tuple[User, str]]
) -> None:
    for _ in harmed.rounds():
        for _ in range(10):
            user, session = next(crowd)
            for cursor in forged(user, people.other_partner):
                with opened(harmed.server, session=session) as screen:
                    assert bare(screen.hello(cursor).frame()) == {"type": "hello", "heartbeat": 25, "resumed": False}
                with polled(harmed.server, session, cursor) as poll:
                    assert bare(poll.told()) == {"resumed": False, "changes": []}


def test_hundreds_of_sockets_of_one_are_thirty_in_each_process(
    people: People, crowd: Iterator[tuple[User, str]], tmp_path: Path
) -> None:
    with under_attack(people, tmp_path / "a") as one, under_attack(people, tmp_path / "b") as two:
        for _ in zip(one.rounds(), two.rounds(), strict=True):
            _, session = next(crowd)
            with ExitStack() as stack:
                for server in (one.server, two.server):
                    for number in range(400):
                        screen = stack.enter_context(opened(server, session=session))
                        if number < MOST_OF_ONE:
                            assert screen.is_greeted()
                        else:
                            assert screen.closing() in TOO_MANY


def test_hundreds_from_elsewhere_or_from_before_are_sent_away(harmed: Harmed, people: People) -> None:
    expired = session_of(people.coordinator)
    Session.objects.filter(session_key=expired).update(expire_date=timezone.now() - timedelta(seconds=1))
    for _ in harmed.rounds():
        for _ in range(100):
            foreign = opened(harmed.server, session=harmed.session, origin="https://evil.example")
            with pytest.raises(InvalidStatus) as refused, foreign:
                pass
            answer = refused.value.response
            assert (answer.status_code, answer.body) == (403, b'{"reason":"not from a page of ours"}')
            with opened(harmed.server, session=expired) as screen:
                assert screen.closing() == (4401, "signed out")
            with polled(harmed.server, expired) as poll:
                assert poll.reason() == (401, "signed out")
            with polled(harmed.server, harmed.session, body=b"{" * 5_000) as poll:
                assert poll.reason() == (400, "frame too big")
