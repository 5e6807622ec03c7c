"""A real ASGI server in its own process, on the test database."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.ports import free_port
from scripts.processes import WEB
from tests.support.processes import REPOSITORY, environment
from tests.support.waiting import PATIENCE, until

LAST_WORDS = 8_000
"""Characters of a server's log that are shown when it does not answer."""
NAMES = ("127.0.0.1", "localhost", "partner.localhost", "interpreter.localhost", "team.localhost")


@dataclass(frozen=True)
class Server:
    """A running server: ``origin`` for HTTP, ``socket_url`` for the live socket, ``log`` for what it wrote."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def socket_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    def is_well(self) -> bool:
        """True once ``/healthz`` answers 200; fails at once, with the log, when the process is gone."""
        assert self.process.poll() is None, f"The server ended by itself:\n{self.log.read_text()}"
        try:
            with urllib.request.urlopen(f"{self.origin}/healthz", timeout=PATIENCE) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError):
            return False

    def wait_until_well(self) -> None:
        """As ``until(is_well)``; says what the server wrote last when it is not."""
        try:
            until(self.is_well, what="the server's /healthz")
        except AssertionError as error:
            error.add_note(f"The server wrote last:\n{self.log.read_text(errors='replace')[-LAST_WORDS:]}")
            raise

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_server(log: Path, *flags: str, application: str = "passerelle.config.asgi:application", **more: str) -> Server:
    """Start a server on a free port and return it once it is well. ``more`` adds to its environment."""
    port = free_port()
    origins = ",".join(f"http://{name}:{port}" for name in NAMES)
    command = [sys.executable, "-m", "uvicorn", application, f"--port={port}", *WEB, *flags]
    with log.open("ab") as out:
        process = subprocess.Popen(
            command,
            cwd=REPOSITORY,
            env=environment(**{"PASSERELLE_ORIGINS": origins, "PASSERELLE_DEMO": "1", **more}),
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C ends the tests, and they end the server
        )
    server = Server(port, process, log)
    try:
        server.wait_until_well()
    except BaseException:
        server.stop()
        raise
    return server


@pytest.fixture(scope="session")
def _session_server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start_server(tmp_path_factory.mktemp("asgi") / "server.log")
    yield server
    server.stop()


@pytest.fixture
def asgi_server(request: pytest.FixtureRequest, committed_db: None, _session_server: Server) -> Iterator[Server]:
    """A real uvicorn on the (committed) test database, shared by the run. Its log is shown when the test fails.

    Demo mode is on in it. A test that harms the server starts its own with ``start_server``.
    """
    _session_server.wait_until_well()
    before = _session_server.log.stat().st_size
    yield _session_server
    with _session_server.log.open("rb") as log:
        log.seek(before)
        written = log.read().decode(errors="replace")
    if written:
        request.node.add_report_section("teardown", "server log", written)
