"""``make demo`` as a newcomer runs it: its own process group, its own folder, its own port."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from scripts.paths import ROOT
from scripts.ports import free_port
from tests.support.waiting import until

UP_WITHIN = 180.0
"""Seconds for a first start on a busy machine: a cluster is made, migrated, and the demo world built."""
GREETED = "Ctrl-C stops it and keeps its data"
"""The last line of the greeting."""
OURS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PASSERELLE_ENVIRONMENT")
"""What the tests put in their own environment, and a newcomer has not."""


def start(run: Path, port: object, *words: str, said: str = "said", **more: str) -> "subprocess.Popen[bytes]":
    """What ``make demo`` starts, in the folder ``run``. Both outputs go to the file ``said`` in it."""
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    run.mkdir(parents=True, exist_ok=True)
    with (run / said).open("w") as out:
        return subprocess.Popen(
            [sys.executable, "-m", "scripts.demo", *words],
            cwd=ROOT,
            env={**env, "PASSERELLE_RUN": str(run), "PORT": str(port), **more},
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # a terminal of its own
        )


def outcome(run: Path, port: object, *words: str, said: str = "said", **more: str) -> tuple[int, str]:
    """How a start that ends by itself ends: its code, and what it said."""
    code = start(run, port, *words, said=said, **more).wait(UP_WITHIN)
    return code, (run / said).read_text()


def press_ctrl_c(keeper: "subprocess.Popen[bytes]") -> int:
    """What a terminal does: the signal goes to the whole group. Returns the keeper's exit code."""
    os.killpg(keeper.pid, signal.SIGINT)
    return keeper.wait(UP_WITHIN)


@dataclass(frozen=True)
class Demo:
    """A demo that runs. ``process`` is the keeper."""

    run: Path
    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def said(self) -> str:
        return (self.run / "said").read_text()

    def children(self) -> dict[str, psutil.Process]:
        """``database``, ``web`` and ``worker``, as the keeper noted them; none when nothing is noted."""
        notes = self.run / "demo" / "children.json"
        lines = json.loads(notes.read_text()) if notes.exists() else []
        found = {}
        for name, pid, _started in lines:
            with suppress(psutil.NoSuchProcess):
                found[name] = psutil.Process(pid)
        return found

    def everything(self) -> list[psutil.Process]:
        """The keeper, what it started, and what those started."""
        tops = [*self.children().values()]
        if self.process.poll() is None:
            tops.append(psutil.Process(self.process.pid))
        return list({process.pid: process for top in tops for process in (top, *top.children(recursive=True))}.values())

    def preparation(self) -> float:
        """Seconds of processor time that went into preparing: unlike the clock, the same on a busy machine."""
        spent = psutil.Process(self.process.pid).cpu_times()
        return spent.children_user + spent.children_system

    def kill(self, name: str) -> None:
        """End ``name`` without a word, and wait until the keeper has another one running in its place."""
        before = self.children()[name]
        before.kill()
        until(lambda: self.children().get(name, before) != before, what=f"another {name}\n{self.said}")

    def end(self) -> None:
        """Whatever state it is in: nothing of it is left running."""
        left = self.everything()
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(UP_WITHIN)
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()


def started(run: Path, *words: str, port: int | None = None, **more: str) -> Demo:
    """Start a demo and return it once it has greeted."""
    port = port or free_port()
    demo = Demo(run, port, start(run, port, *words, **more))
    try:
        until(lambda: demo.process.poll() is not None or GREETED in demo.said, within=UP_WITHIN, what="the greeting")
        assert demo.process.poll() is None, f"The demo ended by itself:\n{demo.said}"
    except BaseException:
        demo.end()
        raise
    return demo
