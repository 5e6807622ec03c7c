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


def in_another_process(code: str) -> str:
    """Run ``code`` in a management shell of its own and return what it printed; a failure shows its traceback."""
    done = subprocess.run(
        [sys.executable, str(BACKEND / "manage.py"), "shell", "--no-imports", "--command", code],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE * 2,
        check=False,
    )
    assert done.returncode == 0, f"The other process failed:\n{done.stdout}\n{done.stderr}"
    return done.stdout
