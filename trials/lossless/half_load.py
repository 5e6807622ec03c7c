"""The same five hundred screens at half the pace: what a machine shows that is not full to the brim."""

from pathlib import Path

from scripts.paths import RUN
from trials.lossless import load
from trials.lossless.found import Found

PER_SECOND, SECONDS = load.PER_SECOND / 2, 180


def measure(scale: float = 1.0, *, log: Path = RUN / "trials") -> Found:
    return load.measure(scale, log=log, per_second=PER_SECOND, seconds=SECONDS, named="half_load")
