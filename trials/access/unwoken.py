"""Rights that are lost where nothing wakes the sockets' process: it does not listen, and there is no Redis."""

from pathlib import Path

from scripts.paths import RUN
from trials.access import revocation
from trials.lossless.found import Found

UNWOKEN = {"PASSERELLE_LISTEN": "0", "REDIS_URL": ""}


def measure(scale: float = 1.0, *, log: Path = RUN / "trials") -> Found:
    return revocation.measure(scale, log=log, more=UNWOKEN, named="unwoken")
