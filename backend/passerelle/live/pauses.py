"""How long to wait before trying again what is out of reach."""

import random
from collections.abc import Iterator

LONGEST = 5.0
"""Seconds, at most, between two attempts."""


def pauses() -> Iterator[float]:
    """Growing, and with jitter: after an outage not every process comes back in the same instant."""
    longest = 0.1
    while True:
        yield random.uniform(longest / 2, longest)  # noqa: S311
        longest = min(longest * 2, LONGEST)
