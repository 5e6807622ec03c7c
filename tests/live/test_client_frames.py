"""A client says hello once. Anything else closes the socket with a code and a reason, and never with a traceback."""

from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from passerelle.live.protocol import MOST_PIECES
from tests.live.conftest import MARKER, People, marker, tell
from tests.support.server import Server
from tests.support.sockets import HELLO, bare, opened, screen_of, session_of

MALFORMED: dict[str | bytes, str] = {
    "": "not JSON",
    "hello": "not JSON",
    '{"type":"hello","cursor":null': "not JSON",
    "[" * 4_000: "not JSON",
    "null": "expected a hello",
    "7": "expected a hello",
    "[]": "expected a hello",
    '["hello"]': "expected a hello",
    "{}": "expected a hello",
    '{"type":"changes","n":1}': "expected a hello",
    '{"type":7,"cursor":null}': "expected a hello",
    '{"type":"websocket.disconnect"}': "expected a hello",
    '{"type":"hello"}': "a hello has a cursor, null or a string, and nothing else",
    '{"type":"hello","cursor":7}': "a hello has a cursor, null or a string, and nothing else",
    '{"type":"hello","cursor":{}}': "a hello has a cursor, null or a string, and nothing else",
    '{"type":"hello","cursor":null,"audiences":["team"]}': "a hello has a cursor, null or a string, and nothing else",
    b"\x00\xff": "text frames only",
    HELLO.encode(): "text frames only",
}


@pytest.mark.parametrize(("frame", "reason"), MALFORMED.items())
def test_a_malformed_frame_closes_with_the_reason(server: Server, people: People, frame: str | bytes, reason: str) -> None:
    with opened(server, session=session_of(people.partner)) as screen:
        screen.say(frame)
        assert screen.closing() == (4400, reason)


@pytest.mark.parametrize("frame", MALFORMED)
def test_a_malformed_frame_after_the_hello_closes_too(server: Server, people: People, frame: str | bytes) -> None:
    with screen_of(server, people.partner) as screen, screen_of(server, people.partner) as other:
        screen.say(frame)
        assert screen.closing()[0] == 4400
        tell(marker())
        assert other.before(MARKER) == []


def test_a_frame_of_too_many_pieces_closes_however_little_is_in_them(server: Server, people: People) -> None:
    """The server keeps each until the last has come."""
    first, rest = (Frame(opcode, b"", fin=False).serialize(mask=True) for opcode in (Opcode.TEXT, Opcode.CONT))
    with screen_of(server, people.partner) as screen:
        screen.socket.socket.sendall(first + rest * MOST_PIECES)
        assert screen.closing() == (4413, "too much sent")


def test_a_second_hello_closes(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen:
        screen.say(HELLO)
        assert screen.closing() == (4400, "one hello is enough")


def test_a_cursor_that_is_none_of_ours_is_answered_with_fetch_what_you_show(server: Server, people: People) -> None:
    with opened(server, session=session_of(people.partner)) as screen:
        screen.hello("from an earlier time")
        assert bare(screen.frame()) == {"type": "hello", "heartbeat": 25, "resumed": False}


def test_a_frame_that_is_too_big_closes(server: Server, people: People) -> None:
    with screen_of(server, people.partner) as screen, screen_of(server, people.partner) as other:
        screen.say("x" * 5_000)
        assert screen.closing()[0] == 1009
        tell(marker())
        assert other.before(MARKER) == []


def test_frames_of_nobody_are_not_read(server: Server) -> None:
    with opened(server) as screen:
        with suppress(ConnectionClosed):  # the server may have closed before
            screen.say(HELLO)
            screen.say("{")
        assert screen.closing() == (4401, "signed out")
