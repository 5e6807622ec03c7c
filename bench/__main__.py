"""``make bench``, or ``make bench only=lighthouse``."""

import argparse

from bench import demo, lighthouse, results, sizes
from scripts import frontend
from scripts.say import say, stop

MEASURES = {"sizes": sizes.measure, "demo": demo.measure, "lighthouse": lighthouse.measure}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("measures", nargs="*", help=f"of {', '.join(MEASURES)}; all of them when none is named")
    chosen: list[str] = words.parse_args().measures or list(MEASURES)
    if unknown := [name for name in chosen if name not in MEASURES]:
        stop(f"There is no measure {', '.join(unknown)}. There are: {', '.join(MEASURES)}")
    frontend.prepare()
    for name in chosen:
        say(f"Measuring: {name}")
        results.keep(MEASURES[name]())


if __name__ == "__main__":
    main()
