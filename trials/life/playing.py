"""What the parts of a life share: how things are chosen, and when there is something to choose."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from trials.life.cast import Cast
from trials.life.life import Life

WHICH = st.integers(0, 5)
HOURS = st.sampled_from([9, 10, 11, 14])
"""Close together on purpose: an hour's session with brief and debrief clashes with the next hour's."""


AREAS = ("Calais centre", "Dunkirk")
"""Where groups meet, and another."""


class Playing:
    """Somebody's part. The machine that has all the parts says whose life it is."""

    life: Life

    def _do(self, one: tuple[str, dict[str, Any]]) -> None:
        name, chosen = one
        getattr(self, name)(**chosen)

    @property
    def cast(self) -> Cast:
        return self.life.cast


def aside[**P](**given: Any) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """An act beside what a life is about, with what is chosen for it. Many of them share one rule (``one_of``)."""

    def marked(act: Callable[P, None]) -> Callable[P, None]:
        _ASIDES[act.__name__] = st.fixed_dictionaries(given)
        return act

    return marked


_ASIDES: dict[str, st.SearchStrategy[dict[str, Any]]] = {}


def one_of(*acts: Callable[..., None]) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    """One of the acts that are ``aside``, by name, and what is chosen for it."""
    return st.one_of([st.tuples(st.just(act.__name__), _ASIDES[act.__name__]) for act in acts])


def pick[T](rows: Sequence[T], which: int) -> T:
    """One of them, the newest for 0: it is most likely to have something happen to it."""
    return rows[-1 - which % len(rows)]


def has(kind: str, *states: str) -> Callable[[Any], bool]:
    """Whether there is anything of ``kind`` in one of ``states``."""
    return lambda self: bool(self.life.some(kind, *states))


def few(kind: str, *states: str, most: int) -> Callable[[Any], bool]:
    """Whether there are at most so many: what there is already shall have something happen to it."""
    return lambda self: len(self.life.some(kind, *states)) <= most
