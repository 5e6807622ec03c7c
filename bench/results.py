"""Figures, each beside how it was got; and the machine that gave them."""

import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from scripts.say import say

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True)
class Figure:
    """One measured figure. ``name`` is the goal's where there is one; ``how`` says what was done, and how often."""

    name: str
    figure: float
    unit: str
    how: str


def kept(path: Path) -> list[dict[str, Any]]:
    """What was written to ``path`` before: a line for each figure."""
    lines: list[dict[str, Any]] = json.loads(path.read_text())["results"] if path.exists() else []
    return lines


def keep(figures: list[Figure], path: Path | None = None, *, family: str | None = None) -> None:
    """Put ``figures`` in the place of those of the same names; the others stay as they were measured.

    In ``path``, or where the bench writes. ``figures`` are all whose names begin with ``family``: what is no longer
    measured does not stay behind.
    """
    path = path or RESULTS
    found = {line["name"]: line for line in kept(path) if family is None or not line["name"].startswith(family)}
    for figure in figures:
        say(f"  {figure.name}: {figure.figure:g} {figure.unit}")
        found[figure.name] = {**asdict(figure), "machine": machine()}
    text = json.dumps({"results": [found[name] for name in sorted(found)]}, indent=2, ensure_ascii=False)
    path.write_text(text + "\n")


def machine() -> str:
    """What measured: two figures of two machines are never compared by accident."""
    cores = psutil.cpu_count(logical=True)
    memory = psutil.virtual_memory().total / 2**30
    return f"{cores} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
