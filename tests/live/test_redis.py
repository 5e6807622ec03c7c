"""With a Redis, whoever wrote wakes every process through it. It may be refused, hang, be emptied or killed: that costs time.

Where a test shows that Redis alone woke, the server does not listen to the database and never looks by itself; what was
written without ringing (by the test's own process, which has no Redis) comes with the next that rang, not before.
"""

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from passerelle.accounts.models import User
from passerelle.journal import audiences
from scripts.ports import free_port, until_open
from tests.live.conftest import People, entry, tell
from tests.support import deployed
from tests.support.database import database_url
from tests.support.processes import in_another_process, manage
from tests.support.redis import Redis, redis_server
from tests.support.server import Server, start_server
from tests.support.sockets import Screen, screen_of, session_of
from tests.support.waiting import PATIENCE, until

RINGING = """
from uuid import uuid4
from django.db import transaction
from django.utils import timezone
from passerelle.journal.services import Entry, append
with transaction.atomic():
    append([Entry("session", uuid4(), 1, {kind!r}, frozenset({{"team"}}))], actor_id=None, now=timezone.now())
"""
NO_WAKING, NO_RINGING = "this process is woken by the database alone", "other processes are woken by the database alone"
_days = count(200)
WOKEN = "this process is woken through it too"
WOKEN_AGAIN, RINGS_AGAIN = "this process is woken through it again", "other processes are woken through it again"


@pytest.fixture
def redis() -> Iterator[Redis]:
    with redis_server() as found:
        yield found


@contextmanager
def server_on(
    redis: Redis, log: Path, *, application: str = "tests.live.applications:only_woken", **more: str
) -> Iterator[Server]:
    """One that nothing but this Redis wakes; it must neither end nor say a traceback."""
    found = start_server(log, application=application, **{"REDIS_URL": redis.url, "PASSERELLE_LISTEN": "0", **more})
    try:
        yield found
    finally:
        found.stop()
    assert "Traceback" not in log.read_text()


def tell_and_ring(redis: Redis, kind: str) -> None:
    """Write in another process, which has this Redis and ends right after."""
    in_another_process(RINGING.format(kind=kind), REDIS_URL=redis.url)


@contextmanager
def woken_screen(redis: Redis, server: Server, user: User) -> Iterator[Screen]:
    """A screen of ``user``, once its process hears this Redis."""
    with screen_of(server, user) as screen:
        until(lambda: WOKEN in server.log.read_text(), what="the process hears Redis")
        tell_and_ring(redis, "first")
        assert screen.changes() == [("session", "first")]
        yield screen


def tell_silently(kind: str) -> None:
    tell(entry("session", kind, audiences.TEAM))


def test_redis_alone_wakes_a_screen_and_nothing_else_does(redis: Redis, people: People, tmp_path: Path) -> None:
    with server_on(redis, tmp_path / "log") as server, woken_screen(redis, server, people.coordinator) as screen:
        for turn in range(2):
            tell_silently(f"unheard {turn}")
            tell_and_ring(redis, f"rung {turn}")
            assert screen.changes() == [("session", f"unheard {turn}"), ("session", f"rung {turn}")]


def test_without_redis_the_database_wakes_as_ever(redis: Redis, people: People, tmp_path: Path) -> None:
    redis.kill()
    with server_on(redis, tmp_path / "log", PASSERELLE_LISTEN="1") as server, screen_of(server, people.coordinator) as screen:
        for turn in range(2):
            tell_silently(f"turn {turn}")
            assert screen.changes() == [("session", f"turn {turn}")]


def test_a_process_has_one_channel_however_many_sockets(redis: Redis, people: People, tmp_path: Path) -> None:
    with (
        server_on(redis, tmp_path / "log") as server,
        woken_screen(redis, server, people.coordinator),
        screen_of(server, people.partner),
        screen_of(server, people.interpreter),
    ):
        assert [name.startswith("passerellespecific.") for name in redis.channels()] == [False, True]


@contextmanager
def web_on(redis: Redis, log: Path) -> Iterator[int]:
    """HTTP on threads, as it is deployed, but for what the test's own sessions need."""
    port = free_port()
    more = {"PASSERELLE_ENVIRONMENT": "test", "SECRET_KEY": "", "REDIS_URL": redis.url}
    with deployed.running("web", database_url(), log, port=port, told={"WEB_WORKERS": "1"}, more=more) as process:
        until_open(port, process, log, within=PATIENCE)
        yield port
    assert "Traceback" not in log.read_text()


def plan_a_visit(port: int, session: str) -> None:
    """Through HTTP, as a coordinator."""
    day = datetime.now(UTC).date() + timedelta(days=next(_days))
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    body = json.dumps({"day": day.isoformat(), "time_zone": "Europe/Paris"})
    wire.request("POST", "/api/v1/visits", body, deployed.headers(session, writes=True, cookies=("sessionid", "csrftoken")))
    answer = wire.getresponse()
    assert answer.status == 201, answer.read()
    wire.close()


def test_a_write_on_a_thread_wakes_the_sockets_process(redis: Redis, people: People, tmp_path: Path) -> None:
    session = session_of(people.coordinator)
    with (
        web_on(redis, tmp_path / "web.log") as port,
        server_on(redis, tmp_path / "log") as server,
        woken_screen(redis, server, people.coordinator) as screen,
    ):
        for _ in range(2):
            tell_silently("unheard")
            plan_a_visit(port, session)
            assert screen.changes() == [("session", "unheard"), ("visit", "planned")]


def test_a_restore_rings_too(redis: Redis, people: People, tmp_path: Path) -> None:
    with server_on(redis, tmp_path / "log") as server, screen_of(server, people.coordinator) as screen:
        manage("begin_epoch", REDIS_URL=redis.url)
        assert screen.closing() == (1012, "start over")


def test_a_redis_that_hangs_holds_no_write_up(redis: Redis, people: People, tmp_path: Path) -> None:
    session, log = session_of(people.coordinator), tmp_path / "web.log"
    with (
        web_on(redis, log) as port,
        server_on(redis, tmp_path / "log") as server,
        screen_of(server, people.coordinator) as screen,
    ):
        redis.hang()
        plan_a_visit(port, session)
        assert NO_RINGING not in log.read_text()  # it was still waiting for Redis, and nobody for it
        until(lambda: NO_RINGING in log.read_text(), what="the bell gave up")
        until(lambda: NO_WAKING in server.log.read_text(), what="the sockets' process noticed")
        plan_a_visit(port, session)
        redis.go_on()
        # What was rung in vain is rung again: both are there without anything more happening.
        assert screen.before(("visit", "planned")) == []
        until(lambda: RINGS_AGAIN in log.read_text() and WOKEN_AGAIN in server.log.read_text(), what="Redis is back")
        tell_silently("unheard")
        plan_a_visit(port, session)
        assert screen.before(("session", "unheard")) in ([], [("visit", "planned")])


def test_a_redis_that_was_killed_is_taken_up_again(redis: Redis, people: People, tmp_path: Path) -> None:
    with server_on(redis, tmp_path / "log") as server, screen_of(server, people.coordinator) as screen:
        for turn in range(2):
            redis.kill()
            tell_silently(f"unheard {turn}")
            redis.start()
            tell_and_ring(redis, f"rung {turn}")
            assert screen.before(("session", f"rung {turn}")) == [("session", f"unheard {turn}")]


def test_an_emptied_redis_wakes_as_before(redis: Redis, people: People, tmp_path: Path) -> None:
    with server_on(redis, tmp_path / "log") as server, screen_of(server, people.coordinator) as screen:
        tell_and_ring(redis, "before")
        assert screen.changes() == [("session", "before")]
        redis.flush()
        tell_and_ring(redis, "after")
        assert screen.changes() == [("session", "after")]


def refused(redis: Redis, times: int) -> None:
    """Stand where Redis was, and send away so many who come."""
    with socket.create_server(("127.0.0.1", redis.port)) as door:
        door.settimeout(PATIENCE)
        for _ in range(times):
            door.accept()[0].close()


def test_a_redis_that_is_away_is_said_once_and_costs_no_line(redis: Redis, people: People, tmp_path: Path) -> None:
    session, web_log = session_of(people.coordinator), tmp_path / "web.log"
    with (
        web_on(redis, web_log) as port,
        server_on(redis, tmp_path / "log", PASSERELLE_LISTEN="1") as server,
        screen_of(server, people.coordinator) as screen,
    ):
        redis.kill()
        for _ in range(3):
            plan_a_visit(port, session)
            assert screen.changes() == [("visit", "planned")]
        refused(redis, times=12)
        redis.start()
        until(lambda: RINGS_AGAIN in web_log.read_text() and WOKEN_AGAIN in server.log.read_text(), what="Redis is back")
        said = [
            line
            for log in (web_log, server.log)
            for line in log.read_text().splitlines()
            if "Redis is" in line or "again" in line
        ]
        assert [sum(words in line for line in said) for words in (NO_RINGING, RINGS_AGAIN, NO_WAKING, WOKEN_AGAIN)] == [1] * 4
        assert len(said) == 4
