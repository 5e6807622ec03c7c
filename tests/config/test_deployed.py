"""The deployed shape, its processes started by hand as docker-compose.yml says: HTTP on threads, sockets on ASGI, a worker."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from websockets.sync.client import connect
from websockets.typing import Origin

from passerelle.bookings.tasks import tend_bookings
from passerelle.domain.roles import TeamRole
from scripts.paths import ROOT
from scripts.ports import free_port
from tests.factories.people import a_user, someone_of_the_team
from tests.support.browser import Browser
from tests.support.database import database_url
from tests.support.deployed import CSRF_COOKIE, NAME, SESSION_COOKIE, running
from tests.support.sockets import Screen, bare
from tests.support.waiting import PATIENCE, until

TROUBLE = re.compile(r"Traceback|ERROR|Exception")


@dataclass(frozen=True)
class Deployed:
    web: int
    sockets: int
    mails: Path
    logs: dict[str, Path]


def told(folder: Path) -> dict[str, str]:
    """What an operator writes in ``.env`` besides: mail goes to ``folder``."""
    return {"EMAIL_URL": f"file://{folder / 'mails'}"}


def is_well(port: int) -> bool:
    """Asks as the health check of the compose file does."""
    env = {"PASSERELLE_ORIGINS": f"https://{NAME}", "PORT": str(port)}
    command = [sys.executable, str(ROOT / "deploy" / "healthz.py")]
    return subprocess.run(command, env=env, capture_output=True, check=False).returncode == 0


@pytest.fixture
def deployed(committed_db: None, tmp_path: Path) -> Iterator[Deployed]:
    ports = {"web": free_port(), "sockets": free_port(), "worker": 0}
    logs = {name: tmp_path / f"{name}.log" for name in ports}
    assert not is_well(ports["web"])
    with ExitStack() as stack:
        processes = {
            name: stack.enter_context(running(name, database_url(), logs[name], port=port, told=told(tmp_path)))
            for name, port in ports.items()
        }
        for name in ("web", "sockets"):
            until(lambda name=name: processes[name].poll() is not None or is_well(ports[name]), what=f"{name} answers")  # type: ignore[misc]
            assert processes[name].poll() is None, logs[name].read_text()
        yield Deployed(ports["web"], ports["sockets"], tmp_path / "mails", logs)
    for name, log in logs.items():
        assert not TROUBLE.search(log.read_text()), f"{name}:\n{log.read_text()}"


def the_next_round() -> int:
    """The minute's round asked for here, or the one that the worker has just asked for itself: two never wait."""
    try:
        return tend_bookings.configure().defer(timestamp=0)
    except AlreadyEnqueued:
        asked: ProcrastinateJob = ProcrastinateJob.objects.filter(task_name="bookings.tend").latest("id")
        return int(asked.id)


def signed_in(deployed: Deployed, email: str) -> Browser:
    """By an e-mailed code, as everyone signs in."""
    browser = Browser(deployed.web, behind_front=True)
    assert browser.get(NAME, "/api/v1/me").status == 401  # and hands out the token that writing needs
    assert browser.post(NAME, "/_allauth/browser/v1/auth/code/request", {"email": email}).status == 401
    (mail,) = deployed.mails.iterdir()
    assert "From: Passerelle <no-reply@example.org>" in mail.read_text()
    code = mail.read_text().split("\n\n")[2].strip()
    assert browser.post(NAME, "/_allauth/browser/v1/auth/code/confirm", {"code": code}).status == 200
    assert {cookie.name for cookie in browser.jar} == {SESSION_COOKIE, CSRF_COOKIE}
    for cookie in browser.jar:
        assert (cookie.secure, cookie.path, cookie.domain_specified) == (True, "/", False), "no browser takes it otherwise"
    return browser


@contextmanager
def screen(deployed: Deployed, browser: Browser) -> Iterator[Screen]:
    """A socket to the ASGI process with the cookie that the WSGI process gave."""
    cookie = f"{SESSION_COOKIE}={browser.cookie(NAME, SESSION_COOKIE)}"
    with connect(
        f"ws://{NAME}/ws",
        sock=socket.create_connection(("127.0.0.1", deployed.sockets)),
        origin=Origin(f"https://{NAME}"),
        additional_headers={"Cookie": cookie, "X-Forwarded-Proto": "https"},
        compression=None,
        open_timeout=PATIENCE,
    ) as opened:
        found = Screen(opened)
        assert bare(found.hello().frame()) == {"type": "hello", "heartbeat": 25, "resumed": False}
        yield found


def test_a_write_through_the_threads_is_on_a_screen_of_the_sockets(deployed: Deployed) -> None:
    user = a_user("Hannah")
    someone_of_the_team(TeamRole.COORDINATOR, user)
    browser = signed_in(deployed, user.email)
    with screen(deployed, browser) as seen:
        far = datetime.now(UTC).date() + timedelta(days=200)
        made = browser.post(NAME, "/api/v1/visits", {"day": far.isoformat(), "time_zone": "Europe/Paris"})
        assert made.status == 201
        frame = seen.frame()
    visit = made.json()
    assert [(c["type"], UUID(c["id"]), c["version"], c["kind"]) for c in frame["changes"]] == [
        ("visit", UUID(visit["id"]), visit["version"], "planned")
    ]
    assert browser.get(NAME, f"/api/v1/visits/{visit['id']}").headers["Strict-Transport-Security"] == "max-age=31536000"
    job = the_next_round()
    until(lambda: ProcrastinateJob.objects.get(id=job).status == "succeeded", what="a job done by the worker")


@pytest.mark.parametrize("service", ["web", "sockets", "worker"])
def test_a_process_that_is_told_to_be_a_demo_does_not_start(tmp_path: Path, django_db_setup: None, service: str) -> None:
    log = tmp_path / "log"
    with running(service, database_url(), log, port=free_port(), more={"PASSERELLE_DEMO": "1"}) as process:
        assert process.wait(PATIENCE) != 0
    assert "PASSERELLE_DEMO is on in a production environment: demo mode lets anyone sign in as anyone." in log.read_text()
