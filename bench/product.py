"""The product as ``make demo`` starts it, in a folder of the bench's own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.paths import ROOT, RUN
from scripts.ports import free_port
from scripts.say import stop

HOME = RUN / "bench"
GREETING = "Ctrl-C stops it and keeps its data"
UP_WITHIN = 300.0


def forget() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@contextmanager
def running() -> Iterator[tuple[int, float]]:
    """The port it listens on, and the seconds from the command to its greeting."""
    HOME.mkdir(parents=True, exist_ok=True)
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    here = {**env, "PASSERELLE_RUN": str(HOME)}
    with started([sys.executable, "-m", "scripts.demo"], cwd=ROOT, env=here, said=HOME / "said") as demo:
        yield demo


@contextmanager
def started(command: list[str], *, cwd: Path, env: dict[str, str], said: Path) -> Iterator[tuple[int, float]]:
    """What ``command`` starts, until Ctrl-C: its port, and the seconds to its greeting. Its words go to ``said``."""
    port = free_port()
    begun = time.monotonic()
    with said.open("w") as out:
        demo = subprocess.Popen(
            command,
            cwd=cwd,
            env={**env, "PORT": str(port)},
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        yield port, _seconds_until_greeted(demo, said, begun)
    finally:
        if demo.poll() is None:
            os.killpg(demo.pid, signal.SIGINT)  # as a terminal does it
        demo.wait()


def _seconds_until_greeted(demo: "subprocess.Popen[bytes]", said: Path, begun: float) -> float:
    while GREETING not in said.read_text():
        if demo.poll() is not None or time.monotonic() - begun > UP_WITHIN:
            stop(f"The demo did not come up:\n{said.read_text()}")
        time.sleep(0.05)
    return time.monotonic() - begun
