"""``make bench``, or ``make bench only=lighthouse``."""

import argparse
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext

from bench import demo, growth, lighthouse, limits, live, page, pool, results, sizes, speed
from bench.results import Figure
from bench.rounds import Void, steady
from scripts import frontend
from scripts.say import say, stop

MEASURES = {
    "sizes": sizes.measure,
    "demo": demo.measure,
    "lighthouse": lighthouse.measure,
    "growth": growth.measure,
    "speed": speed.measure,
    "pool": pool.measure,
    "live": live.measure,
}
COUNTED = frozenset({"sizes"})
"""Counted and not timed: the same on any machine, whoever else is on it."""
FAMILIES = {"growth": "bench/growth_"}
"""Measures whose figures are those of a list that may get shorter."""


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started is stopped, whoever ends it
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("measures", nargs="*", help=f"of {', '.join(MEASURES)}; all of them when none is named")
    chosen: list[str] = words.parse_args().measures or list(MEASURES)
    if unknown := [name for name in chosen if name not in MEASURES]:
        stop(f"There is no measure {', '.join(unknown)}. There are: {', '.join(MEASURES)}")
    frontend.prepare()
    voided = kept_or_void({name: MEASURES[name] for name in chosen}, limits.work)
    page.write()
    if voided:
        stop(f"Measure again on a quiet machine: {', '.join(voided)}")


def kept_or_void(measures: Mapping[str, Callable[[], list[Figure]]], probe: Callable[[], float]) -> list[str]:
    """Run each and keep its figures; the names of those that say nothing, because the machine was not the same all along."""
    voided = []
    for name, measure in measures.items():
        say(f"Measuring: {name}")
        try:
            with nullcontext() if name in COUNTED else steady(limits.WORK, probe):
                figures = measure()
        except Void as void:
            say(f"  Void, and not kept: {void}")
            voided.append(name)
        else:
            results.keep(figures, family=FAMILIES.get(name))
    return voided


if __name__ == "__main__":
    main()
