"""``make trials``, or ``make trials only=races/accept50 rounds=200``."""

import argparse
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from bench import results
from scripts.say import say, stop
from trials import PARTS, page
from trials.ground import HOME, ground
from trials.page import RESULTS
from trials.passed import Passed


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("trials", nargs="*", help="a trial, or one part of it such as races/accept50; all unless told")
    words.add_argument(
        "--rounds", type=int, default=1000, help="of each race; a tenth of it for each act, where acts take turns"
    )
    words.add_argument("--steps", type=int, default=20_000, help="of the life of a visit")
    words.add_argument(
        "--scale", type=float, default=1.0, help="how much of each trial of lossless and access is done; their goals ask for 1"
    )
    words.add_argument("--resume", action="store_true", help="leave out what passed already on this very commit")
    given = words.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the processes that were started end with this one
    passed = Passed.read(HOME / "passed.json", f"rounds {given.rounds}, steps {given.steps}, scale {given.scale:g}")
    names = [name for name in _chosen(given.trials, PARTS) if not (given.resume and name in passed)]
    with ground():
        wrong = [one for name in names for one in _noted(name, given, passed)]
    page.write()
    if wrong:
        stop("\n".join(["Something that must never happen did:", *wrong[:20]]))


def _noted(name: str, given: argparse.Namespace, passed: Passed) -> list[str]:
    """One part; whether it passed is kept for who goes on later."""
    wrong = _try(name, given)
    if not wrong:
        passed.add(name)
    return wrong


def _try(name: str, given: argparse.Namespace) -> list[str]:
    """One part; what was wrong with it, in words."""
    trial, _, part = name.partition("/")
    if trial in {"lossless", "access"}:
        return _module(trial, part, given.scale)
    match name:
        case "life":
            return _life(given.steps)
        case "fuzz":
            return _fuzz()
    return _race(part, given.rounds)


def _chosen(asked: Sequence[str], known: Sequence[str]) -> list[str]:
    """The trials of those names, or the parts of a trial that is named as a whole."""
    unknown = [name for name in asked if name not in known and not any(one.startswith(f"{name}/") for one in known)]
    if unknown:
        stop(f"There is no trial {', '.join(unknown)}. There are: {', '.join(known)}")
    return [one for one in known if not asked or one in asked or one.partition("/")[0] in asked]


def _race(name: str, rounds: int) -> list[str]:
    """Run one race and write its figures down; what was wrong with it, in words."""
    from trials import races  # noqa: PLC0415  (needs Django, which needs the database's address)

    say(f"Trying: races/{name}, {rounds} rounds")
    tally = races.measure(name, rounds, HOME / f"{name}.log")
    results.keep(races.figures(tally), RESULTS)
    results.keep(races.of_all(RESULTS), RESULTS)
    return [f"races/{name}: {one}" for one in tally.wrong]


def _module(of: str, name: str, scale: float) -> list[str]:
    """One of the trials of ``trials.lossless`` or ``trials.access``; its figures are written down."""
    from trials.lossless.found import Trial  # noqa: PLC0415  (needs Django, which needs the database's address)

    say(f"Trying: {of}/{name}" + (f", {scale:g} of it" if scale != 1 else ""))
    trial: Trial = import_module(f"trials.{of}.{name}")
    found = trial.measure(scale)
    results.keep(found.figures, RESULTS)
    return [f"{of}/{name}: {one}" for one in found.wrong]


def _fuzz() -> list[str]:
    """Send generated requests and write the figures down; each answer that was wrong, in words."""
    from trials import fuzz  # noqa: PLC0415  (needs Django, which needs the database's address)

    say("Trying: fuzz")
    account = fuzz.measure()
    results.keep(fuzz.figures(account), RESULTS)
    return [*account.wrong, *(f"Never answered 2xx: {name}" for name in account.never_well)]


def _life(steps: int) -> list[str]:
    """Play lives, and write down how many steps there were; what went wrong, in words."""
    from trials import life  # noqa: PLC0415  (needs Django, which needs the database's address)

    say(f"Trying: life, {steps} steps")
    played = life.measure(steps)
    results.keep(life.figures(played), RESULTS)
    if played.never_done:
        say(f"  Never done, whatever was chosen: {', '.join(played.never_done)}")
    return [f"life: {played.wrong}"] if played.wrong else []


if __name__ == "__main__":
    main()
