"""What the parts of a life share: how things are chosen, and when there is something to choose."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from trials.life.cast import Cast
from trials.life.life import Life
from trials.life.step import Row

WHICH = st.integers(0, 5)
HOURS = st.sampled_from([9, 10, 11, 14])
"""Close together on purpose: an hour's session with brief and debrief clashes with the next hour's."""


class Playing:
    """Somebody's part. The machine that has all the parts says whose life it is."""

    life: Life

    @property
    def cast(self) -> Cast:
        return self.life.cast


def pick(rows: Sequence[Row], which: int) -> Row:
    """One of them, the newest for 0: it is most likely to have something happen to it."""
    return rows[-1 - which % len(rows)]


def has(kind: str, *states: str) -> Callable[[Any], bool]:
    """Whether there is anything of ``kind`` in one of ``states``."""
    return lambda self: bool(self.life.some(kind, *states))


def few(kind: str, *states: str, most: int) -> Callable[[Any], bool]:
    """Whether there are at most so many: what there is already shall have something happen to it."""
    return lambda self: len(self.life.some(kind, *states)) <= most
