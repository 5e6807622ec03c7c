"""The life of a visit: everybody who has a part in it acts, in any order, and after each step all must be sound."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.results import Figure
from scripts.say import say
from tests.support.database import clean
from trials.life.life import Acts, Broken
from trials.life.machine import play
from trials.life.served import PLAYED

LIVES_AT_ONCE = 25
"""So many are played with one seed before it is said how far it has got."""


@dataclass
class Played:
    """What was done and refused, and how the life ended in which something broke; ``never_done`` names acts."""

    acts: Acts = field(default_factory=Acts)
    wrong: str = ""
    never_done: Sequence[str] = ()


def measure(steps: int) -> Played:
    """Lives until there were so many steps, or something broke."""
    played, seed = Played(), 0
    while played.acts.steps < steps and not played.wrong:
        seed += 1
        clean()
        try:
            played.acts.add(play(LIVES_AT_ONCE, seed=seed))
        except Broken as broken:
            played.wrong = "".join(traceback.format_exception_only(broken))
        else:
            say(f"  {played.acts.steps} steps")
    played.never_done = sorted({*PLAYED} - set(played.acts.done))
    return played


def figures(played: Played) -> list[Figure]:
    done, tried = played.acts.done, played.acts.turned_away.total()
    acts = ", ".join(f"{name} {times}" for name, times in done.most_common())
    how = f"the whole life of visits, every role, through the services; {done.total()} acts done"
    refused = played.acts.refused.total()
    return [
        Figure("races/life_steps", played.acts.steps, "steps", f"{how} ({acts}), {refused} refused"),
        Figure("races/life_invariants_broken", int(bool(played.wrong)), "faults", f"{how}; looked at after each step"),
        Figure("races/life_turned_away", tried, "tries", f"{how}; before each act it was tried by somebody who may not"),
        Figure("races/life_never_done", len(played.never_done), "acts", "; ".join([how, *played.never_done])),
    ]
