"""Five thousand signed-in sockets that nothing is told: what each holds of the memory of the process that has them."""

import resource
from collections.abc import Mapping
from pathlib import Path

import psutil

from scripts.paths import RUN
from scripts.ports import free_port, until_open
from tests.support.database import database_url
from tests.support.deployed import ASGI, UP_WITHIN, running
from trials.lossless.ears import listening
from trials.lossless.found import Found, share
from trials.lossless.telling import tell_everyone
from trials.lossless.world import build

SOCKETS, EACH = 5000, 25
"""Sockets of one person: fewer than are allowed."""
FILES = 20_000
"""File descriptors that this process and the other may have: a socket is one on either side."""


def measure(
    scale: float = 1.0, *, log: Path = RUN / "trials", application: str = ASGI, more: Mapping[str, str] | None = None
) -> Found:
    """``application`` and ``more`` of its environment are those of the sockets' process: a test breaks it."""
    count = share(SOCKETS, scale, least=EACH)
    people = -(-count // EACH)
    world = build(team=2, partners=2, interpreters=max(2, people - 4), places=1)
    sessions = [viewer.who.session for viewer in world.everyone for _ in range(EACH)][:count]
    _allow_files()
    port = free_port()
    said = log / "idle.sockets.log"
    with running("sockets", database_url(), said, port=port, application=application, more=more) as process:
        until_open(port, process, said, within=UP_WITHIN)
        memory = psutil.Process(process.pid).memory_info
        with listening(sessions[: count // 10], port):  # what is made once for all of them is not counted
            pass
        before = memory().rss
        with listening(sessions, port) as ears:
            after = memory().rss
            told = ears.told(*tell_everyone())
    found = Found()
    how = (
        f"{count:,} signed-in sockets of {people} people in one process, no compression; resident memory before and after, "
        "once a tenth as many had come and gone: what those leave behind is counted before"
    )
    found.add("idle_socket_kib", round((after - before) / count / 1024, 1), "KiB", how)
    found.add("idle_sockets", count, "sockets", f"{how}; then each was told of a change, the last {max(told):.2f} s later")
    return found


def _allow_files() -> None:
    """Processes that are started inherit it."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
