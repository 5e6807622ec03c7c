"""The life of a visit: everybody who has a part in it acts, in any order, and after each step all must be sound."""

import traceback
from collections import Counter
from dataclasses import dataclass, field

from bench.results import Figure
from scripts.say import say
from tests.support.database import clean
from trials.life.life import Broken
from trials.life.machine import play

LIVES_AT_ONCE = 25
"""So many are played with one seed before it is said how far it has got."""


@dataclass
class Played:
    """What was done and refused, by the names of the acts; and how the life ended in which something broke."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: str = ""

    @property
    def steps(self) -> int:
        return self.done.total() + self.refused.total()


def measure(steps: int) -> Played:
    """Lives until there were so many steps, or something broke."""
    played, seed = Played(), 0
    while played.steps < steps and not played.wrong:
        seed += 1
        clean()
        try:
            done, refused = play(LIVES_AT_ONCE, seed=seed)
        except Broken as broken:
            played.wrong = "".join(traceback.format_exception_only(broken))
        else:
            played.done += done
            played.refused += refused
            say(f"  {played.steps} steps")
    return played


def figures(played: Played) -> list[Figure]:
    done = ", ".join(f"{name} {times}" for name, times in played.done.most_common())
    how = f"the whole life of visits, every role, through the services; {played.done.total()} acts done"
    return [
        Figure("races/life_steps", played.steps, "steps", f"{how} ({done}), {played.refused.total()} refused"),
        Figure("races/life_invariants_broken", int(bool(played.wrong)), "faults", f"{how}; looked at after each step"),
    ]
