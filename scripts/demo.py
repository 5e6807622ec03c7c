"""``make demo``: the whole product on this machine, on a demo world, until Ctrl-C."""

import argparse
import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import psycopg

from scripts import frontend
from scripts.paths import BACKEND, BIN, ROOT, RUN, environment
from scripts.postgres import Postgres, PostgresFailed
from scripts.processes import Keeper, Program, web_command, worker_command
from scripts.say import say, stop

HOME = RUN / "demo"
NAMES = ("partner", "interpreter", "team")
WELL_WITHIN = 60.0
OLDEST_POSTGRES = 15_00_00
LOOK_EVERY = 0.2


class Database:
    """The embedded server as the keeper sees it."""

    name = "database"

    def __init__(self, server: Postgres) -> None:
        self._server = server

    @property
    def pid(self) -> int | None:
        return self._server.process.pid if self._server.process else None

    def start(self) -> None:
        self._server.launch()

    def wait_until_ready(self) -> None:
        self._server.wait_until_it_answers()

    def is_alive(self) -> bool:
        return self._server.process is not None and self._server.process.poll() is None

    def stop(self) -> None:
        self._server.stop()


class ToldToEnd(Exception):
    """Somebody pressed Ctrl-C before everything had come up."""


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--reset", action="store_true", help="forget the demo world first")
    reset: bool = words.parse_args().reset
    port = _port()
    HOME.mkdir(parents=True, exist_ok=True)
    lock = _only_one()
    keeper = Keeper(HOME / "children.json")
    try:
        keeper.stop_orphans()
        _require_free(port)
        if reset:
            _forget()
        frontend.prepare()
        _run(keeper, port, _until_told())
    except PostgresFailed as failed:
        stop(str(failed))
    except (ToldToEnd, KeyboardInterrupt):
        pass
    finally:
        keeper.stop()
        lock.close()
    say("Everything is stopped.")


def _run(keeper: Keeper, port: int, ended: list[int]) -> None:
    env = _environment(port)
    if "DATABASE_URL" in os.environ:
        _require_database(os.environ["DATABASE_URL"])
    else:
        server = Postgres(HOME / "postgres", log=HOME / "postgres.log")
        keeper.start(Database(server))
        env["DATABASE_URL"] = server.url
    # One process for all three: each would take a second to know the models.
    sign_ins = _manage(env, "demo", "--ready", ended=ended)
    logs = {name: HOME / f"{name}.log" for name in ("web", "worker")}
    keeper.start(Program("web", web_command(port), env=env, cwd=ROOT, log=logs["web"]))
    keeper.start(Program("worker", worker_command(), env=env, cwd=ROOT, log=logs["worker"]))
    _wait_until_well(keeper, port, ended, logs["web"])
    if not ended:
        _greet(port, sign_ins)
    while not ended:
        time.sleep(LOOK_EVERY)
        keeper.look()


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        stop(f"PORT is {text!r}; it must be a number from 1 to 65535, such as: make demo PORT=8001")
    return int(text)


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            stop(f"Port {port} cannot be used ({error.strerror}). Choose another one: make demo PORT={min(port + 1, 65535)}")


def _require_database(url: str) -> None:
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version
    except psycopg.Error as error:
        stop(
            f"The database that DATABASE_URL names cannot be used: {str(error).strip()}\nUnset it, and one is started for you."
        )
    if version < OLDEST_POSTGRES:
        stop("The database that DATABASE_URL names is too old: PostgreSQL 15 or newer is needed.")


def _only_one() -> IO[str]:
    lock = (HOME / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stop("The demo is already running here. Stop it with Ctrl-C where it was started.")
    return lock


def _forget() -> None:
    """Drop the demo world: the data folder of our own server, or everything in the database that was given."""
    say("Forgetting the demo world")
    if "DATABASE_URL" in os.environ:
        _manage(_environment(8000), "demo", "--forget")
    else:
        shutil.rmtree(HOME / "postgres", ignore_errors=True)


def _environment(port: int) -> dict[str, str]:
    hosts = [*(f"{name}.localhost" for name in NAMES), "localhost", "127.0.0.1"]
    return environment(
        PASSERELLE_ENVIRONMENT="local",
        PASSERELLE_DEMO="1",
        PASSERELLE_ORIGINS=",".join(f"http://{host}:{port}" for host in hosts),
        SECRET_KEY=_secret(HOME / "secret"),
        PYTHONPATH=str(BACKEND),
        PYTHONUNBUFFERED="1",
    )


def _secret(path: Path) -> str:
    """Kept, so that who is signed in stays so when the demo starts again."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def _manage(env: dict[str, str], *words: str, ended: Sequence[int] = ()) -> str:
    """Run a management command and return what it printed; once ``ended`` has something, end it too."""
    command = [str(BIN / "python"), str(BACKEND / "manage.py"), *words]
    # A session of its own, like everything that is started here: Ctrl-C reaches the keeper, who ends it.
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while True:
            with suppress(subprocess.TimeoutExpired):
                out, err = process.communicate(timeout=LOOK_EVERY)
                break
            if ended:
                process.terminate()
    if ended:
        raise ToldToEnd
    if process.returncode:
        stop(f"manage.py {' '.join(words)} failed:\n{out}{err}")
    return out.strip()


def _wait_until_well(keeper: Keeper, port: int, ended: list[int], log: Path) -> None:
    deadline = time.monotonic() + WELL_WITHIN
    while not ended:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
            return
        if time.monotonic() > deadline:
            last = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
            stop(f"The product did not come up within {WELL_WITHIN:.0f} seconds. The end of {log}:\n{last}")
        time.sleep(LOOK_EVERY)
        keeper.look()


def _until_told() -> list[int]:
    """Signals that ask for the end are noted in the list returned; everything stops in order from there."""
    ended: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda got, _frame: ended.append(got))
    return ended


def _greet(port: int, sign_ins: str) -> None:
    say()
    say("Passerelle is running. One browser can hold all three:")
    say()
    for name in NAMES:
        say(f"  {name:<12} http://{name}.localhost:{port}")
    say()
    say("Each page has a button that signs you in. Or by hand:")
    say()
    say("\n".join(f"  {line}" for line in sign_ins.splitlines()))
    say()
    say("Ctrl-C stops it and keeps its data; `make demo-reset` starts afresh.")


if __name__ == "__main__":
    main()
