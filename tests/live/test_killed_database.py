"""The database is killed under a running server: every screen goes on where it was once it is back."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.postgres import Postgres
from tests.live.conftest import MARKER
from tests.support.polls import polled
from tests.support.processes import in_another_process, manage
from tests.support.server import start_server
from tests.support.sockets import HELLO, Screen, opened
from tests.support.waiting import until

A_COORDINATOR = """
from django.test import Client
from passerelle.accounts.models import TeamMember, User
user = User.objects.create_user("cleo@example.test", "Cleo")
TeamMember.objects.create(user=user, role="coordinator")
browser = Client()
browser.force_login(user)
print("session:", browser.cookies["sessionid"].value)
"""

TELL = """
from uuid import uuid4
from django.db import transaction
from django.utils import timezone
from passerelle.journal.services import Entry, append
with transaction.atomic():
    append([Entry({entity!r}, uuid4(), 1, {kind!r}, frozenset({{"team"}}))], actor_id=None, now=timezone.now())
"""


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    """A database server of the test's own, to kill."""
    folder = Path(tempfile.mkdtemp(prefix="pass-"))
    server = Postgres(folder / "data", durable=True)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.mark.usefixtures("committed_db")  # for the environment; the test's data is in the other database
def test_screens_go_on_after_the_database_was_killed(postgres: Postgres, tmp_path: Path) -> None:
    own = {"DATABASE_URL": postgres.url}
    manage("migrate", "--verbosity=0", **own)
    session = in_another_process(A_COORDINATOR, **own).rpartition("session: ")[2].strip()
    server = start_server(tmp_path / "server.log", **own)
    try:
        with opened(server, session=session) as screen:
            greeted(screen)
            in_another_process(TELL.format(entity="session", kind="before"), **own)
            assert screen.changes() == [("session", "before")]

            kill(postgres)
            with opened(server, session=session) as early:
                assert early.closing() == (1013, "try again later")
            with polled(server, session) as poll:
                assert poll.reason() == (503, "try again later")
            postgres.start()

            in_another_process(TELL.format(entity=MARKER[0], kind=MARKER[1]), **own)
            assert screen.frame()["n"] == 2
            until(server.is_well, what="the pool to have thrown its dead connections away")
            with opened(server, session=session) as late:
                greeted(late)
        assert "passerelle/live" not in server.log.read_text()  # no traceback went through it
    finally:
        server.stop()


def greeted(screen: Screen) -> None:
    screen.say(HELLO)
    assert screen.frame()["type"] == "hello"


def kill(postgres: Postgres) -> None:
    assert postgres.process is not None
    os.kill(postgres.process.pid, signal.SIGKILL)
    postgres.process.wait()
