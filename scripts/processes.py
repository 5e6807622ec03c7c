"""The processes of the product, and one that keeps them running."""

import json
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import psutil

from scripts.paths import BACKEND, BIN
from scripts.say import say

WEB = (
    "--app-dir=backend",
    "--host=127.0.0.1",
    "--lifespan=off",
    "--no-access-log",
    "--ws=passerelle.live.protocol:Bounded",
    "--ws-max-size=4096",
    "--ws-per-message-deflate=false",
    "--timeout-graceful-shutdown=2",
)
"""How the ASGI server is run everywhere: what a client sends is tiny and bounded, and deflate would double an idle socket."""

STOPS_WITHIN = 10.0
CALM_AFTER = 30.0
"""Seconds after which a process counts as well again, and the next restart is at once."""


def web_command(port: int) -> list[str]:
    return [str(BIN / "python"), "-m", "uvicorn", "passerelle.config.asgi:application", f"--port={port}", *WEB]


def worker_command() -> list[str]:
    return [str(BIN / "python"), str(BACKEND / "manage.py"), "procrastinate", "worker"]


class Kept(Protocol):
    """Something a keeper starts, watches and stops."""

    name: str

    @property
    def pid(self) -> int | None: ...
    def start(self) -> None: ...
    def wait_until_ready(self) -> None: ...
    def is_alive(self) -> bool: ...
    def stop(self) -> None: ...


class Program:
    """One child process, in a session of its own so that Ctrl-C in the terminal reaches only its keeper."""

    def __init__(self, name: str, command: Sequence[str], *, env: Mapping[str, str], cwd: Path, log: Path) -> None:
        self.name, self.command, self.env, self.cwd, self.log = name, list(command), dict(env), cwd, log
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self.process.pid if self.process else None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=self.cwd, env=self.env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    def wait_until_ready(self) -> None:
        """It says itself when it is: nothing that is started after it waits for it."""

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Keeper:
    """Starts what it is given in order, starts again what dies by itself, and stops all of it in reverse.

    ``notes`` is a file that names the children by process id and start time, so that a later keeper can stop those
    of one that was killed, and never touches a process that merely got the same id.
    """

    def __init__(self, notes: Path) -> None:
        self._notes = notes
        self._kept: list[Kept] = []
        self._deaths: dict[str, tuple[int, float]] = {}

    def stop_orphans(self) -> None:
        """Stop what an earlier keeper started and could not stop."""
        with suppress(FileNotFoundError, ValueError):
            for name, pid, started in reversed(json.loads(self._notes.read_text())):
                with suppress(psutil.NoSuchProcess):
                    process = psutil.Process(pid)
                    if abs(process.create_time() - started) < 1:
                        say(f"Stopping the {name} that an earlier run left behind")
                        process.send_signal(signal.SIGINT if name == "database" else signal.SIGTERM)
                        _gone, alive = psutil.wait_procs([process], timeout=STOPS_WITHIN)
                        for stubborn in alive:
                            stubborn.kill()
                        psutil.wait_procs(alive)
        self._notes.unlink(missing_ok=True)

    def start(self, kept: Kept) -> None:
        self._kept.append(kept)
        self._start(kept)

    def look(self) -> None:
        """Start again what has died, each at its own pace: at once the first time, then slower while it keeps dying."""
        for kept in self._kept:
            if not kept.is_alive():
                self._revive(kept)

    def stop(self) -> None:
        for kept in reversed(self._kept):
            kept.stop()
        self._kept.clear()
        self._notes.unlink(missing_ok=True)

    def _revive(self, kept: Kept) -> None:
        deaths, since = self._deaths.get(kept.name, (0, 0.0))
        now = time.monotonic()
        if now - since > CALM_AFTER:
            deaths = 0
        if deaths and now - since < min(2.0 ** (deaths - 1) * 0.25, 10.0):
            return
        say(f"The {kept.name} ended by itself; starting it again")
        self._deaths[kept.name] = (deaths + 1, now)
        try:
            self._start(kept)
        except Exception as error:  # (whatever it is, the keeper lives on and tries again)
            say(f"The {kept.name} did not start: {error}")

    def _start(self, kept: Kept) -> None:
        kept.start()
        self._write_notes()  # before anything is waited for: whoever kills the keeper now leaves no unknown child
        kept.wait_until_ready()

    def _write_notes(self) -> None:
        lines = []
        for kept in self._kept:
            with suppress(psutil.NoSuchProcess):
                if kept.pid is not None:
                    lines.append([kept.name, kept.pid, psutil.Process(kept.pid).create_time()])
        new = self._notes.with_suffix(".new")
        new.write_text(json.dumps(lines))
        new.replace(self._notes)
