"""A few rounds of each race over HTTP; and each race sees that a mechanism is gone.

The interleaving is forced there: one act has read and checked, and writes only when the others are through.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from bench import results
from passerelle.bookings.api import offers, sessions, shifts, visits
from passerelle.bookings.models import Offer, Shift
from scripts.paths import ROOT
from tests.races.mechanisms import Gate, gate_before_updates_of, without_constraint
from tests.support.waiting import until
from tests.trials.weakened import ANY_VERSION, UNLOCKED, WAITS
from trials import PARTS, races
from trials.races import cancelling
from trials.races.against import ACTS
from trials.races.race import rounds_of, untold
from trials.races.running import Tally
from trials.wire import Answer, Ask, Wire

ROUNDS = 3


@pytest.mark.parametrize("name", races.RACES)
def test_a_few_rounds_over_http_break_nothing(committed_db: None, web: int, name: str) -> None:
    rounds = len(ACTS) if name == "cancel_any" else ROUNDS
    tally = races.run(races.RACES[name], Wire(web), rounds)
    assert tally.wrong == []
    assert (tally.rounds, tally.broken, tally.untold, tally.lost) == (rounds, 0, 0, 0)
    assert sum(tally.outcomes.values()) == rounds


def test_a_cancelling_meets_every_act_on_visits_sessions_places_and_answers() -> None:
    """But a draft's: nobody can cancel what was never sent. And three that have an address of their own kind."""
    nouns = {"offers": offers.ACTS, "shifts": shifts.ACTS, "sessions": sessions.ACTS, "visits": visits.ACTS}
    known = {f"{noun}/{act}" for noun, acts in nouns.items() for act in acts}
    drafts = {"sessions/edit", "sessions/submit", "sessions/discard"}
    assert set(ACTS) == known - drafts | {"visits/move", "visits/duty-phone", "visits/therapists"}


# With a mechanism removed --------------------------------------------------------------------------


@dataclass(frozen=True)
class Removal:
    """Rows of ``unlocked`` are not locked, ``without`` is dropped; ``waits`` writes to ``gate`` after everybody else."""

    race: str
    gate: str
    waits: str
    unlocked: str
    without: Mapping[str, type[Shift | Offer]] = field(default_factory=dict)
    at_the_gate: int = 1
    act: str = ""
    """For the race that has many: which of them."""
    any_version: bool = False
    """Edits of an older version are let through."""

    @property
    def told(self) -> dict[str, str]:
        """What the weakened application reads of it."""
        return {UNLOCKED: self.unlocked, WAITS: self.waits, ANY_VERSION: "yes" if self.any_version else ""}


ONE_YES = {"bookings_one_yes_a_shift": Offer}
REMOVALS = {
    "two are told yes": Removal("accept50", "bookings_offer", "/accept", "bookings_shift", ONE_YES, at_the_gate=2),
    "somebody is booked twice": Removal(
        "overlap", "bookings_offer", "/accept", "interpreters_interpreter", {"bookings_no_double_booking": Shift}, at_the_gate=2
    ),
    "two are given one place": Removal("assign_race", "bookings_offer", "/assign", "bookings_shift", ONE_YES, at_the_gate=2),
    "both edits of one version are done": Removal(
        "edit_race", "bookings_session", "/move", "", at_the_gate=2, any_version=True
    ),
    "confirmed though she had withdrawn": Removal("confirm_withdraw", "bookings_session", "/confirm", "bookings_shift"),
    "a yes for the old time stands": Removal("move_accept", "bookings_shift", "/move", "bookings_shift"),
    "a yes after all was cancelled": Removal("cancel_any", "bookings_offer", "/accept", "bookings_shift", act="offers/accept"),
}
NOTICED = {
    "two are told yes": "won",
    "somebody is booked twice": "is booked twice",
    "two are given one place": "won",
    "both edits of one version are done": "2 won",
    "confirmed though she had withdrawn": "answered 500",
    "a yes for the old time stands": "interpreter, then team: ([200, 200], ('scheduled', 'taken', 'accepted', False))",
    "a yes after all was cancelled": "its session is cancelled",
}
"""What each race says about it."""


@dataclass
class WorstOrder(Wire):
    """Who waits has read and checked before anybody else begins, and writes when all others were answered."""

    removal: Removal = REMOVALS["two are told yes"]
    gate: Gate | None = None

    def at_once(self, asks: Sequence[Ask], pauses: Mapping[int, float] | None = None) -> list[Answer]:
        assert self.gate is not None
        first = [ask for ask in asks if ask.path.endswith(self.removal.waits)]
        with ThreadPoolExecutor(1) as beside:
            waiting = beside.submit(self._send, first, {})
            until(partial(self._are_waiting, self.gate), what="those who wait are at the gate")
            rest = [ask for ask in asks if ask not in first]
            through = dict(zip((ask.key for ask in rest), self._send(rest, {}), strict=True))
            self.gate.open()
            through |= dict(zip((ask.key for ask in first), waiting.result(), strict=True))
        return [through[ask.key] for ask in asks]

    def _are_waiting(self, gate: Gate) -> bool:
        return gate.waiting() >= self.removal.at_the_gate


def raced(removal: Removal, port: int) -> list[str]:
    """One round in the worst order, without the mechanism; what the race says was wrong."""
    race = cancelling.against({removal.act: ACTS[removal.act]}) if removal.act else races.RACES[removal.race]
    with ExitStack() as removed:
        for name, model in removal.without.items():
            removed.enter_context(without_constraint(model, name))
        gate = removed.enter_context(gate_before_updates_of(removal.gate))
        wire = WorstOrder(port, removal.told, removal=removal, gate=gate)
        return races.run(race, wire, 1).wrong


@pytest.mark.parametrize("name", REMOVALS)
def test_a_race_notices_that_its_mechanism_is_gone(committed_db: None, weakened_web: int, name: str) -> None:
    wrong = raced(REMOVALS[name], weakened_web)
    assert any(NOTICED[name] in one for one in wrong), wrong


def test_every_race_was_seen_to_notice() -> None:
    assert {removal.race for removal in REMOVALS.values()} == set(races.RACES)


# What is written ------------------------------------------------------------------------------------


def test_what_all_races_answered_is_written_when_each_was_run(tmp_path: Path) -> None:
    written, (first, *others) = tmp_path / "results.json", [Tally(race, rounds=4) for race in races.RACES.values()]
    for tally in others:
        results.keep(races.figures(tally), written)
        assert races.of_all(written) == []
    first.broken, first.untold = 2, 1
    results.keep(races.figures(first), written)
    together = [(figure.name, figure.figure, figure.how) for figure in races.of_all(written)]
    assert together == [
        ("races/responses_5xx", 2, "all races together, 28 rounds"),
        ("races/losers_untold", 1, "all races together, 28 rounds"),
    ]


def test_a_goal_of_a_race_is_written_under_its_own_name() -> None:
    names = {figure.name for race in races.RACES.values() for figure in races.figures(Tally(race, rounds=1, seconds=[0.1]))}
    goals = {"races/accept50_winners_not_one", "races/overlap_holders", "races/assign_race_winners_not_one"}
    assert goals <= names


def test_an_unknown_trial_is_refused_and_the_known_are_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "trials", "races/weather"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr == f"There is no trial races/weather. There are: {', '.join(PARTS)}\n"


def test_every_race_can_be_chosen_by_its_name() -> None:
    assert [name for name in PARTS if name.startswith("races/")] == [f"races/{name}" for name in races.RACES]


# How a loser is told --------------------------------------------------------------------------------


def refusal(**line: str) -> Answer:
    return Answer(409, json.dumps({"errors": [line]}).encode())


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        pytest.param(refusal(code="clash", message="This overlaps with another booking."), None, id="told"),
        pytest.param(Answer(500, b"<h1>Server Error</h1>"), "answered 500", id="broken"),
        pytest.param(Answer(0), "answered nothing", id="unanswered"),
        pytest.param(Answer(409), "refused without a word", id="empty"),
        pytest.param(Answer(409, b'{"errors": []}'), "refused without a word", id="no line"),
        pytest.param(refusal(code="clash"), "refused without a sentence", id="no sentence"),
        pytest.param(refusal(code="clash", message="Conflict"), "refused without a sentence", id="a word"),
        pytest.param(refusal(code="oops", message="This overlaps with something."), "refused with", id="no code of ours"),
        pytest.param(Answer(302), "answered 302", id="sent elsewhere"),
    ],
)
def test_a_loser_is_told_with_a_code_and_a_sentence(answer: Answer, wrong: str | None) -> None:
    found = untold(answer)
    assert (found is None) if wrong is None else (found is not None and found.startswith(wrong))


def test_where_acts_take_turns_each_has_a_tenth_of_the_rounds_and_that_is_said() -> None:
    (race,) = cancelling.RACES
    assert [rounds_of(race, asked) for asked in (1000, 25, 1)] == [100 * len(ACTS), 2 * len(ACTS), len(ACTS)]
    assert rounds_of(races.RACES["overlap"], 1000) == 1000
    found = {figure.name: figure for figure in races.figures(Tally(race, rounds=100 * len(ACTS) + 1))}
    assert found["races/cancel_any_rounds_of_each"].figure == 100
    assert all(", at least 100 with each" in figure.how for figure in found.values())
