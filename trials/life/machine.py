"""Everybody's part in one machine, which plays them in orders that nobody thought of."""

from collections import Counter
from typing import ClassVar

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, run_state_machine_as_test

from trials.life.cast import Cast
from trials.life.days import Days, Sessions, Time
from trials.life.interpreter import Interpreters
from trials.life.life import Life
from trials.life.partner import Partner
from trials.life.playing import HOURS
from trials.life.team import Places, Requests

STEPS_A_LIFE = 40


class LifeOfAVisit(RuleBasedStateMachine, Partner, Requests, Places, Sessions, Days, Interpreters, Time):
    """``done`` and ``refused`` count the acts of all lives by name."""

    everyone: ClassVar[Cast]
    done: ClassVar[Counter[str]]
    refused: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.life = Life(self.everyone, self.done, self.refused)

    @initialize(hours=st.lists(HOURS, min_size=1, max_size=3), who=st.sets(st.integers(0, 2), min_size=2))
    def a_day_begins_with_sessions_and_people_asked(self, hours: list[int], who: set[int]) -> None:
        """So that most of a life is about who comes."""
        for place, hour in enumerate(hours):
            self.asks_for_a_session(group=place % 2, day=0, hour=hour, minutes=60)
            self.schedules(which=0, two=True)
            self.asks(which=0, who=who, hours=None)
            self.asks(which=1, who=who, hours=48)


def play(lives: int, *, seed: int) -> tuple[Counter[str], Counter[str]]:
    """So many lives, the same ones for the same ``seed``; which acts were done, and which refused, by name.

    Raises ``Broken`` at the first fault, with the shortest life that was found to end so.
    """

    @hypothesis.seed(seed)
    class Played(LifeOfAVisit):
        everyone = Cast.made()
        done, refused = Counter[str](), Counter[str]()

    run_state_machine_as_test(Played, settings=_chosen(lives))
    return Played.done, Played.refused


def _chosen(lives: int) -> settings:
    return settings(
        max_examples=lives,
        stateful_step_count=STEPS_A_LIFE,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
