"""Runs a race round by round, and counts. After each round the invariants are looked at, and how each loser was told."""

import random
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.results import Figure
from tests.races.invariants import double_bookings, faults
from trials.races.race import Race, Round, untold
from trials.wire import Answer, Ask, Wire

LATELY = 20
"""So many rounds say how long one takes on this machine: two who tap "in the same moment" are that far apart at most."""


@dataclass
class Tally:
    """What came of the rounds of one race. ``wrong`` holds everything in words; the race ends at the first of it."""

    race: Race
    rounds: int = 0
    answers: int = 0
    refused: int = 0
    not_one: int = 0
    booked_twice: int = 0
    broken: int = 0
    """Answers of 500 and more."""
    untold: int = 0
    """Refused without a word, or not answered at all."""
    lost: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


def run(race: Race, wire: Wire, rounds: int, *, seed: int = 1) -> Tally:
    """At most ``rounds``, fewer where one of them goes wrong: what follows would begin from something broken."""
    tally, chance = Tally(race), random.Random(seed)  # noqa: S311  (who taps first, not a secret)
    for one in race.rounds(rounds):
        before, begun = wire.lost, time.perf_counter()
        apart = chance.uniform(0, statistics.median(tally.seconds[-LATELY:] or [0]))
        answers = _at_once(one, wire, chance, apart)
        tally.seconds.append(time.perf_counter() - begun)
        tally.lost += wire.lost - before
        _count(tally, one, answers)
        if tally.wrong:
            break
    return tally


def _at_once(one: Round, wire: Wire, chance: random.Random, apart: float) -> list[Answer]:
    """In an order that chance chooses. Of two, the second leaves ``apart`` seconds after the first every other time."""
    order = chance.sample(range(len(one.asks)), len(one.asks))
    asks: list[Ask] = [one.asks[place] for place in order]
    pauses = {1: apart} if len(asks) == 2 and chance.random() < 0.5 else {}
    found = dict(zip(order, wire.at_once(asks, pauses), strict=True))
    return [found[place] for place in range(len(asks))]


def _count(tally: Tally, one: Round, answers: Sequence[Answer]) -> None:
    refused = [answer for answer in answers if not answer.done]
    badly = [wrong for answer in refused if (wrong := untold(answer))]
    verdict = one.judge(list(answers))
    tally.rounds += 1
    tally.answers += len(answers)
    tally.refused += len(refused)
    tally.broken += sum(answer.status >= 500 for answer in answers)
    tally.untold += len(badly)
    tally.not_one += len(answers) - len(refused) != 1
    tally.booked_twice += len(double_bookings())
    tally.outcomes[verdict.how] += 1
    tally.wrong += [*badly, *verdict.faults, *faults()]


def _of_each(tally: Tally) -> str:
    """How often each act had its turn at the least, where there are several."""
    return f", at least {tally.rounds // tally.race.acts} with each" if tally.race.acts > 1 else ""


def figures(tally: Tally) -> list[Figure]:
    """By name, what the goals ask of this race, and what else is worth knowing."""
    race, name = tally.race, f"races/{tally.race.name}"
    refused = f"{tally.refused} refused"
    how = f"{race.of}, over HTTP, two web processes as deployed; {tally.rounds} rounds{_of_each(tally)}"
    came = "; ".join(f"{outcome} {times}" for outcome, times in sorted(tally.outcomes.items()))
    found = [
        Figure(f"{name}_rounds", tally.rounds, "rounds", f"{race.of}{_of_each(tally)}; came out: {came}"),
        Figure(f"{name}_5xx", tally.broken, "answers", f"{how}, {tally.answers} answers"),
        Figure(f"{name}_losers_untold", tally.untold, "answers", f"{how}, {refused}, each with a code and its sentence"),
        Figure(f"{name}_invariants_broken", len(tally.wrong), "faults", f"{how}, looked at after each"),
        Figure(f"{name}_answers_lost", tally.lost, "answers", f"{how}; connections that ended unanswered, asked again"),
    ]
    if race.acts > 1:
        found.append(Figure(f"{name}_rounds_of_each", tally.rounds // race.acts, "rounds", how))
    if race.one_winner:
        found.append(Figure(race.one_winner, tally.not_one, "rounds", how))
    if race.double_bookings:
        found.append(Figure(race.double_bookings, tally.booked_twice, "people", how))
    if race.timed:
        middle = statistics.median(tally.seconds or [0]) * 1000
        found.append(Figure(race.timed, round(middle, 1), "ms", f"{how}; from the first sent to the last answered, median"))
    return found
