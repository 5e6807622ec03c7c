"""Wake-ups get lost, connections break, readers are slow. Each costs time at most, and only to whom it concerns."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connection
from websockets.exceptions import ConnectionClosed

from passerelle.journal import audiences
from passerelle.journal.services import begin_epoch
from passerelle.live.outbox import LIMIT
from tests.live.conftest import MARKER, People, entry, marker, tell
from tests.support.database import clean, database_url
from tests.support.server import Server, start_server
from tests.support.sockets import Screen, bare, opened, screen_of, session_of
from tests.support.waiting import until

OUR_LISTENERS = "FROM pg_stat_activity WHERE application_name = 'passerelle live' AND datname = current_database()"


def listeners() -> set[int]:
    """The process ids of the database's side of every hub's connection."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pid {OUR_LISTENERS}")
        return {pid for (pid,) in cursor.fetchall()}


def kill_listeners() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid, 5000) {OUR_LISTENERS}")
        assert all(ended for (ended,) in cursor.fetchall())


@contextmanager
def nobody_is_woken() -> Iterator[None]:
    """The journal as it is, but silent."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef('journal_take_number'::regproc)")
        [(definition,)] = cursor.fetchall()
        silent = definition.replace("PERFORM pg_notify('journal', taken::text);", "")
        assert silent != definition
        cursor.execute(silent)
        try:
            yield
        finally:
            cursor.execute(definition)


@contextmanager
def the_database_lets_nobody_in() -> Iterator[None]:
    """No new connection to the test database; those that are there stay."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(database_url("postgres"), autocommit=True) as beside:
        beside.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        try:
            yield
        finally:
            beside.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


@contextmanager
def server_of(application: str, folder: Path) -> Iterator[Server]:
    found = start_server(folder / "server.log", application=f"tests.live.applications:{application}")
    try:
        yield found
    finally:
        found.stop()


def test_a_killed_listener_is_replaced_and_nothing_is_lost(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as screen:
        before = until(listeners)
        kill_listeners()
        tell(entry("session", "right after", audiences.TEAM))
        assert screen.changes() == [("session", "right after")]
        after = until(listeners)
        assert not before & after
        tell(marker())
        assert screen.frame()["n"] == 2


def test_what_commits_while_the_database_is_out_of_reach_arrives_afterwards(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as screen:
        until(listeners)
        with the_database_lets_nobody_in():
            kill_listeners()
            for turn in range(3):
                tell(entry("session", f"turn {turn}", audiences.TEAM))
            assert listeners() == set()
        tell(marker())
        assert screen.before(MARKER) == [("session", f"turn {turn}") for turn in range(3)]


def test_a_lost_wake_up_is_made_good_by_looking(server: Server, people: People) -> None:
    with screen_of(server, people.coordinator) as screen, nobody_is_woken():
        for turn in range(2):
            tell(entry("session", f"turn {turn}", audiences.TEAM))
            assert screen.changes() == [("session", f"turn {turn}")]


def test_a_wake_up_alone_brings_a_change(people: People, tmp_path: Path) -> None:
    with server_of("only_woken", tmp_path) as own, screen_of(own, people.coordinator) as screen:
        for turn in range(3):
            tell(entry("session", f"turn {turn}", audiences.TEAM))
            assert screen.changes() == [("session", f"turn {turn}")]


def test_a_wake_up_brings_what_an_earlier_one_failed_to(people: People, tmp_path: Path) -> None:
    with server_of("only_woken", tmp_path) as own, screen_of(own, people.coordinator) as screen:
        with nobody_is_woken():
            tell(entry("session", "unheard", audiences.TEAM))
        tell(marker(audiences.TEAM))
        assert screen.changes() == [("session", "unheard"), MARKER]


def test_a_restore_wakes_every_screen(people: People, tmp_path: Path) -> None:
    with server_of("only_woken", tmp_path) as own, screen_of(own, people.coordinator) as screen:
        begin_epoch()
        assert screen.closing() == (1012, "start over")


def test_another_journal_makes_everyone_start_over(server: Server, people: People) -> None:
    tell(marker())
    with screen_of(server, people.coordinator) as screen:
        clean()  # as after a restore: another journal, with numbers that mean something else
        assert screen.closing() == (1012, "start over")


def test_heartbeats_come_whatever_others_do(people: People, tmp_path: Path) -> None:
    with server_of("impatient", tmp_path) as own, opened(own, session=session_of(people.partner)) as screen:
        assert bare(screen.hello().frame()) == {"type": "hello", "heartbeat": 0.1, "resumed": False}
        for _ in range(5):
            assert screen.socket.recv() == '{"type":"heartbeat"}'
        for _ in range(5):
            tell(*(entry("shift", "hidden", audiences.TEAM) for _ in range(20)))
            assert screen.socket.recv() == '{"type":"heartbeat"}'


def test_a_client_that_says_nothing_is_closed(people: People, tmp_path: Path) -> None:
    with server_of("impatient", tmp_path) as own, opened(own, session=session_of(people.partner)) as screen:
        assert screen.closing() == (4400, "no hello")


def test_a_server_that_lets_big_frames_through_still_has_them_refused(people: People, tmp_path: Path) -> None:
    own = start_server(tmp_path / "server.log", "--ws-max-size=1000000")
    try:
        with screen_of(own, people.partner) as screen:
            screen.say("x" * 5_000)
            assert screen.closing() == (1009, "frame too big")
    finally:
        own.stop()


def reader_that_stalls(server: Server) -> socket.socket:
    """A connection that holds as little as the system allows, so that not reading is soon felt."""
    stalled = socket.socket()
    stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stalled.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
    stalled.connect(("127.0.0.1", server.port))
    return stalled


def test_a_slow_reader_is_closed_and_nobody_else_notices(server: Server, people: People) -> None:
    with (
        screen_of(server, people.coordinator) as good,
        screen_of(server, people.coordinator, sock=reader_that_stalls(server), max_queue=1) as slow,
    ):
        told = 0

        def tell_and_hear(*kinds: str) -> None:
            nonlocal told
            tell(*(entry("session", kind, audiences.TEAM) for kind in kinds))
            heard: list[str] = []
            while len(heard) < len(kinds):
                frame = good.frame()
                told += 1
                assert frame["n"] == told
                heard += [change["kind"] for change in frame["changes"]]
            assert heard == list(kinds)

        for turn in range(4):  # as much as the client library reads ahead
            tell_and_hear(f"ahead {turn}")
        for _ in range(8):  # then the system's and the server's buffers fill
            tell_and_hear(*("x" * 40 for _ in range(500)))
        for turn in range(LIMIT):  # and then the outbox
            tell_and_hear(f"turn {turn}")
        assert closing_after_whole_frames(slow, fewer_than=told) == (4408, "too slow")
        tell(entry("session", "still here", audiences.TEAM))
        assert good.frame()["n"] == told + 1
        with screen_of(server, people.coordinator) as again:
            tell(marker(audiences.TEAM))
            assert again.before(MARKER) == []


def closing_after_whole_frames(slow: Screen, *, fewer_than: int) -> tuple[int, str]:
    """What did come is without a gap; then the socket was closed, not thinned out."""
    n = 0
    while n < fewer_than:
        try:
            text = slow.raw()
        except ConnectionClosed:
            return slow.closing()
        n += 1
        assert text.startswith(f'{{"type":"changes","n":{n},')
    raise AssertionError("The slow reader got everything")
