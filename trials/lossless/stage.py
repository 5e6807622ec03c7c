"""All processes of the deployed product on this machine, each to be harmed, each started again when it dies.

A PostgreSQL and a Redis of their own, HTTP, sockets and a worker as ``docker-compose.yml`` says; a proxy that does faults
stands in each way between them, and between them and the people. Who died is started again as Compose does.
"""

import http.client
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

import psutil
from django.core.management import call_command
from django.db import connections

from scripts.paths import ROOT
from scripts.ports import free_port, until_open
from scripts.postgres import DATABASE, USER, Postgres
from tests.support.database import let_connections_go
from tests.support.deployed import UP_WITHIN, settings, words_of
from tests.support.fault_proxy import FaultProxy, proxy_to
from tests.support.redis import Redis, redis_server
from tests.support.waiting import until

STEPPED = ROOT / "tests" / "support" / "stepped"
"""What lets the clock of a process be stepped while it runs."""
SERVICES = ("web", "sockets", "worker")
LOOK_EVERY = 0.05
FIRST_PAUSE, LONGEST_PAUSE, CALM_AFTER = 0.1, 60.0, 10.0
"""Compose waits so long before it starts again what ended, twice as long each time, until it has run for a while."""
DISK = 384
"""MiB of the disk that PostgreSQL has here, where it may have one of its own."""
SMALL_LOG = "\nmax_wal_size = 64MB\nmin_wal_size = 32MB\n"


class Service:
    """One service of the compose file: a process, and those that it starts itself."""

    def __init__(self, name: str, url: str, folder: Path, more: Mapping[str, str], application: str) -> None:
        self.name = name
        self.port = 0 if name == "worker" else free_port()
        self.log = folder / f"{name}.log"
        self.clock = folder / f"{name}.clock"
        self._seen = self.clock.with_suffix(".seen")
        self._words = words_of(name, self.port, None, application)
        self._env = {**settings(name, url), **more, "STEPPED_CLOCK": str(self.clock)}
        self._env["PYTHONPATH"] = f"{STEPPED}:{self._env['PYTHONPATH']}"
        self.set_clock(0)
        self._process: subprocess.Popen[bytes] | None = None
        self._family: list[psutil.Process] = []

    def set_clock(self, seconds: int) -> None:
        """Step the wall clock of this service so far from the machine's."""
        self._seen.unlink(missing_ok=True)
        new = self.clock.with_suffix(".new")
        new.write_text(str(seconds))
        new.replace(self.clock)

    def clock_off(self) -> float:
        """Seconds by which its wall clock is off: as it dates an answer, or for who gives none, what it reckoned with last."""
        if not self.port:
            return float(self._seen.read_text() or 0) if self._seen.exists() else 0.0
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=UP_WITHIN)
        with closing(wire):
            wire.request("GET", "/healthz")
            return parsedate_to_datetime(str(wire.getresponse().getheader("Date"))).timestamp() - time.time()

    def start(self) -> None:
        self._bury()
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                self._words, cwd=ROOT, env=self._env, stdout=out, stderr=out, start_new_session=True
            )

    @property
    def pid(self) -> int:
        assert self._process is not None  # noqa: S101  (asked of what runs)
        return self._process.pid

    def workers(self) -> list[int]:
        """The processes it has started itself, the oldest first."""
        with suppress(psutil.NoSuchProcess):
            return [child.pid for child in psutil.Process(self.pid).children()]
        return []

    def has_ended(self) -> bool:
        if self._process is None or self._process.poll() is not None:
            return True
        with suppress(psutil.NoSuchProcess):
            self._family = psutil.Process(self.pid).children(recursive=True)
        return False

    def wait_until_open(self) -> None:
        if self.port and self._process:
            until_open(self.port, self._process, self.log, within=UP_WITHIN)

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._bury()

    def _bury(self) -> None:
        """What the ended process left behind ends too, as in a container whose first process is gone."""
        for child in self._family:
            with suppress(psutil.NoSuchProcess):
                child.kill()
        psutil.wait_procs(self._family, timeout=10)
        self._family = []


class Database(Postgres):
    """A cluster with little room, started again like everything else."""

    def start(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
            with (self.data / "postgresql.conf").open("a") as conf:
                conf.write(SMALL_LOG)
        self.launch()

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def kill(self) -> None:
        """As when the power goes: its backends notice that their parent is gone, and end."""
        assert self.process is not None  # noqa: S101
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass
class _Turn:
    """When one was last started again, how long it waited for it, and when it will be; None while it runs."""

    started: float = 0.0
    pause: float = FIRST_PAUSE
    due: float | None = None


class Supervisor(threading.Thread):
    """Starts again what ended, each at its own pace."""

    def __init__(self, kept: list[Service | Database]) -> None:
        super().__init__(name="supervisor", daemon=True)
        self._turns = [(one, _Turn()) for one in kept]
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(LOOK_EVERY):
            for one, turn in self._turns:
                if one.has_ended():
                    self._revive(one, turn)

    def stop(self) -> None:
        self._ended.set()
        self.join()

    def _revive(self, one: Service | Database, turn: _Turn) -> None:
        now = time.monotonic()
        if turn.due is None:
            turn.pause = FIRST_PAUSE if now - turn.started > CALM_AFTER else min(2 * turn.pause, LONGEST_PAUSE)
            turn.due = now + turn.pause
        if now >= turn.due:
            turn.started, turn.due = now, None
            one.start()


@dataclass
class Stage:
    """What runs, and what stands between. People reach HTTP by ``web`` and live updates by ``sockets``, or by ``slow``."""

    folder: Path
    postgres: Database
    redis: Redis
    to_database: FaultProxy
    to_redis: FaultProxy
    services: dict[str, Service]
    web: FaultProxy
    sockets: FaultProxy
    slow: FaultProxy
    supervisor: Supervisor
    disk: Path | None
    """The disk that PostgreSQL has for itself; None where this machine allows none."""
    listens: bool
    """Whether the database wakes the sockets' process too, or Redis alone."""

    def said(self) -> str:
        """What the services wrote, for whoever looks for a traceback."""
        return "\n".join(f"{name}:\n{one.log.read_text()}" for name, one in self.services.items())


@contextmanager
def stage(
    *,
    listens: bool = True,
    applications: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None,
    options: str = "",
) -> Iterator[Stage]:
    """Everything runs and answers, on an empty database, which is Django's in this process meanwhile.

    ``options`` are told the database besides the product's own: a test need not wait for as long as the product lets people.
    """
    folder = Path(tempfile.mkdtemp(prefix="pass-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        disk = stack.enter_context(_disk(folder / "disk"))
        postgres = Database((disk or folder) / "data", log=folder / "postgres.log")
        stack.callback(postgres.stop)
        postgres.start()
        postgres.wait_until_it_answers()
        stack.enter_context(standing_on(postgres))
        call_command("migrate", verbosity=0)
        redis = stack.enter_context(redis_server())
        to_database = stack.enter_context(proxy_to(postgres.socket_folder / ".s.PGSQL.5432"))
        to_redis = stack.enter_context(proxy_to(("127.0.0.1", redis.port)))
        url = f"postgresql://{USER}@127.0.0.1:{to_database.port}/{DATABASE}?options={quote(options)}"
        own = {"REDIS_URL": f"redis://127.0.0.1:{to_redis.port}/0", "PASSERELLE_LISTEN": str(int(listens)), **(more or {})}
        services = {name: Service(name, url, folder, own, (applications or {}).get(name, "")) for name in SERVICES}
        for one in services.values():
            stack.callback(one.stop)
            one.start()
        for one in services.values():
            one.wait_until_open()
        web = stack.enter_context(proxy_to(("127.0.0.1", services["web"].port)))
        live = ("127.0.0.1", services["sockets"].port)
        sockets, slow = (stack.enter_context(proxy_to(live, holds_little=little)) for little in (False, True))
        supervisor = Supervisor([postgres, *services.values()])
        supervisor.start()
        stack.callback(supervisor.stop)
        yield Stage(folder, postgres, redis, to_database, to_redis, services, web, sockets, slow, supervisor, disk, listens)


@contextmanager
def standing_on(postgres: Postgres) -> Iterator[None]:
    """Django of this process works on that cluster; afterwards on its own again."""
    own = connections.settings["default"]
    kept = dict(own)
    let_connections_go()
    own.update({"NAME": DATABASE, "USER": USER, "HOST": str(postgres.socket_folder), "PORT": "", "PASSWORD": ""})
    try:
        yield
    finally:
        let_connections_go()
        own.update(kept)


@contextmanager
def _disk(folder: Path) -> Iterator[Path | None]:
    """A small disk in memory, where we may mount one."""
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m,mode=0755", "passerelle", str(folder)]
    if shutil.which("mount") is None or subprocess.run(words, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        unmount = ["umount", "--lazy", str(folder)]
        until(lambda: subprocess.run(unmount, capture_output=True, check=False).returncode == 0, what="the disk is let go")
