"""``make bench``, or ``make bench only=lighthouse``."""

import argparse
import signal
import sys

from bench import demo, growth, lighthouse, live, page, pool, results, sizes, speed
from bench.rounds import Void
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
    voided = []
    for name in chosen:
        say(f"Measuring: {name}")
        try:
            results.keep(MEASURES[name](), family=FAMILIES.get(name))
        except Void as void:
            say(f"  Void, and not kept: {void}")
            voided.append(name)
    page.write()
    if voided:
        stop(f"Measure again on a quiet machine: {', '.join(voided)}")


if __name__ == "__main__":
    main()
