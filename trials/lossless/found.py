"""What a trial found: figures, and everything that was wrong in words."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from bench.results import Figure

MOST_SAID = 5
"""Of each kind of fault so many are said: the first shows it, the hundredth only its size."""


@dataclass
class Found:
    """``figures`` go to ``trials/results.json``; a trial with anything ``wrong`` has failed."""

    figures: list[Figure] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, figure: float, unit: str, how: str) -> None:
        self.figures.append(Figure(f"lossless/{name}", figure, unit, how))

    def blame(self, what: Iterable[str]) -> int:
        """Keep the first of ``what`` in words; returns how many there were."""
        found = list(what)
        self.wrong += found[:MOST_SAID]
        return len(found)


class Trial(Protocol):
    """What every module of ``trials.lossless`` named in ``NAMES`` is."""

    def measure(self, scale: float = 1.0) -> Found:
        """On the database of the environment, which it empties; ``scale`` is how much of the whole is done."""


def share(whole: int, scale: float, *, least: int = 1) -> int:
    """So much of ``whole`` as ``scale`` asks for, ``least`` of it in any case."""
    return max(least, math.ceil(whole * scale))
