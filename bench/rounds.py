"""Rounds in turn, so that what a busy machine does to one it does to all; and when a run says nothing."""

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

MOST_APART = 1.5
PROBES = 9
"""So many before and after a measure: their medians are compared."""


class Void(Exception):
    """The machine was not the same all along: what was measured says nothing, and is not kept."""


def in_turn[K](measures: Mapping[K, Callable[[], float]], rounds: int) -> dict[K, list[float]]:
    """What each of ``measures`` gave, ``rounds`` times, one after the other in each round, every second one backwards."""
    found: dict[K, list[float]] = {name: [] for name in measures}
    for number in range(rounds):
        for name in measures if number % 2 == 0 else reversed(list(measures)):
            found[name].append(measures[name]())
    return found


def require_steady(limit: str, probes: Sequence[float]) -> None:
    """Raise ``Void`` where the limit ``limit`` was not the same early in the run and late in it.

    ``probes`` are in the order they were taken. Their halves are two probes of one limit: medians more than 1.5 times
    apart mean that something else had the machine.
    """
    if len(probes) < 2:
        raise ValueError(f"One probe of {limit} cannot tell whether the machine was steady.")
    half = len(probes) // 2
    early, late = statistics.median(probes[:half]), statistics.median(probes[-half:])
    if (apart := max(early, late) / min(early, late)) > MOST_APART:
        raise Void(f"{limit} was {early:.4g} early in the run and {late:.4g} late in it, {apart:.2f} times apart")


@contextmanager
def steady(limit: str, probe: Callable[[], float]) -> Iterator[None]:
    """Around a measure: raise ``Void`` where the limit ``limit``, probed before and after, was not the same.

    For what has no limit of its own in its rounds. What the measure itself raises goes first.
    """
    probe()  # the first fills caches and wakes the processor
    early = [probe() for _ in range(PROBES)]
    yield
    require_steady(limit, [*early, *(probe() for _ in range(PROBES))])


def ratio(measured: Sequence[float], limit: Sequence[float]) -> float:
    """The median of ``measured`` over that of ``limit``."""
    return statistics.median(measured) / statistics.median(limit)
