"""How long somebody waits for the product after ``make demo``."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path

from bench import product
from bench.results import Figure
from scripts.paths import BIN, ROOT
from scripts.say import say, stop

ROUNDS = 3
OURS = ("PASSERELLE_", "UV_PROJECT_", "MAKE", "MFLAGS")
"""How the names begin of what a checkout that is at work puts into its environment."""
OURS_BY_NAME = frozenset({"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "VIRTUAL_ENV", "PYTHONPATH"})


def measure() -> list[Figure]:
    """Seconds to the greeting: of a first start with everything installed and built, of later ones, and of a fresh clone."""
    product.forget()
    with product.running() as (_, first):
        pass
    later = []
    for _ in range(ROUNDS):
        with product.running() as (_, seconds):
            later.append(seconds)
    return [
        Figure("bench/demo_first_s", round(first, 1), "s", "packages and build there, no data yet, to the greeting; once"),
        Figure("bench/demo_warm_s", round(statistics.median(later), 1), "s", f"started again; median of {ROUNDS}"),
        _cold(),
    ]


def _cold() -> Figure:
    """Seconds from ``make demo`` in a clone of what is committed until its first page is there."""
    say("  Cloning, installing, building")
    with tempfile.TemporaryDirectory() as kept:
        clone, caches = Path(kept) / "passerelle", Path(kept) / "caches"
        caches.mkdir()
        subprocess.run([_git(), "clone", "--quiet", str(ROOT), str(clone)], check=True)
        env = newcomer(os.environ, caches)
        with product.started(["make", "demo"], cwd=clone, env=env, said=caches / "said") as (port, greeted):
            seconds = greeted + _seconds_of_first_page(port)
    how = (
        "make demo in a clone of the last commit, to its greeting and first page; Python, make and this machine's package "
        "index were there, no environment, data or build, and the caches of pip, uv and npm were empty; once"
    )
    return Figure("bench/demo_cold_s", round(seconds, 1), "s", how)


def _git() -> str:
    found = shutil.which("git")
    if found is None:
        stop("A clone needs git, which is not installed.")
    return found


def newcomer(environ: Mapping[str, str], caches: Path) -> dict[str, str]:
    """``environ`` of somebody who never had this repository: nothing that a checkout put there, and nothing fetched yet."""
    kept = {name: value for name, value in environ.items() if not name.startswith(OURS) and name not in OURS_BY_NAME}
    paths = [path for path in kept.get("PATH", "").split(os.pathsep) if Path(path) != BIN]
    empty = {"PIP_CACHE_DIR": "pip", "UV_CACHE_DIR": "uv", "npm_config_cache": "npm"}
    return {**kept, "PATH": os.pathsep.join(paths), **{name: str(caches / folder) for name, folder in empty.items()}}


def _seconds_of_first_page(port: int) -> float:
    begun = time.monotonic()
    asked = HTTPConnection("127.0.0.1", port, timeout=60)
    asked.request("GET", "/", headers={"Host": f"localhost:{port}"})
    answer = asked.getresponse()
    if answer.status != 200 or b'id="root"' not in answer.read():
        stop(f"The first page answered {answer.status}.")
    return time.monotonic() - begun
