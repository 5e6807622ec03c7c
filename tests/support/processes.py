"""The same code in another process, on the test database."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.database import database_url
from tests.support.waiting import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]
BACKEND = REPOSITORY / "backend"


def environment(**more: str) -> dict[str, str]:
    """The environment of a process of ours that works on the test database."""
    return {**os.environ, "DATABASE_URL": database_url(), "PYTHONPATH": f"{BACKEND}:{REPOSITORY}", **more}


def in_another_process(code: str, **more: str) -> str:
    """Run ``code`` in a management shell of its own and return what it printed; a failure shows its traceback."""
    return manage("shell", "--no-imports", "--command", code, **more)


def manage(*arguments: str, **more: str) -> str:
    """Run a management command and return what it printed. ``more`` adds to its environment."""
    return manage_within(PATIENCE * 2, *arguments, **more)


def manage_within(seconds: float, *arguments: str, **more: str) -> str:
    """The same for a command that is known to take its time."""
    done = subprocess.run(
        [sys.executable, str(BACKEND / "manage.py"), *arguments],
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, f"The other process failed:\n{done.stdout}\n{done.stderr}"
    return done.stdout
