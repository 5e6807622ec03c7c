"""Everybody's part in one machine, which plays them in orders that nobody thought of."""

from typing import ClassVar

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, run_state_machine_as_test

from trials.life.cast import Cast
from trials.life.days import Days, Sessions, Time
from trials.life.interpreter import Interpreters
from trials.life.life import Acts, Life
from trials.life.partner import Drafts, Partner
from trials.life.partners import Partners
from trials.life.people import FreeDays, People, Wishing
from trials.life.playing import HOURS
from trials.life.staffing import Staffing
from trials.life.team import Places, Requests

STEPS_A_LIFE = 60


class Everybody(
    Partner, Drafts, Requests, Places, Sessions, Days, Staffing, Interpreters, FreeDays, Wishing, People, Partners, Time
):
    """All the parts there are."""


class LifeOfAVisit(RuleBasedStateMachine, Everybody):
    """``acts`` counts those of all lives."""

    everyone: ClassVar[Cast]
    acts: ClassVar[Acts]

    def __init__(self) -> None:
        super().__init__()
        self.life = Life(self.everyone, self.acts)

    @initialize(hours=st.lists(HOURS, min_size=1, max_size=3), who=st.sets(st.integers(0, 2), min_size=2))
    def a_day_begins_with_sessions_and_people_asked(self, hours: list[int], who: set[int]) -> None:
        """So that most of a life is about who comes."""
        for place, hour in enumerate(hours):
            self.asks_for_a_session(group=place % 2, day=0, hour=hour, minutes=60)
            self.schedules(which=0, two=True)
            self.asks(which=0, who=who, hours=None)
            self.asks(which=1, who=who, hours=48)


def play(lives: int, *, seed: int) -> Acts:
    """So many lives, the same ones for the same ``seed``.

    Raises ``Broken`` at the first fault, with the shortest life that was found to end so.
    """

    @hypothesis.seed(seed)
    class Played(LifeOfAVisit):
        everyone = Cast.made()
        acts = Acts()

    run_state_machine_as_test(Played, settings=_chosen(lives))
    return Played.acts


def _chosen(lives: int) -> settings:
    return settings(
        max_examples=lives,
        stateful_step_count=STEPS_A_LIFE,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
