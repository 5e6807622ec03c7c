"""What must never happen is held to its goals: that it was tried at all, that it held, and often enough."""

from typing import Any

import pytest

from bench.page import Goal, goals, measured, not_shown
from trials import PARTS, access, lossless, page
from trials.races import RACES

HELD = Goal("races/two_winners", "==", 0, "must", "rounds with two winners", counted=["races/rounds"], least=1000)
WISHED = Goal("races/quick", "<=", 5, "aim", "time")


def found(**figures: float) -> dict[str, dict[str, Any]]:
    return {
        f"races/{name}": {"name": f"races/{name}", "figure": figure, "unit": "rounds", "how": "at once", "machine": "two cores"}
        for name, figure in figures.items()
    }


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        pytest.param({"two_winners": 0, "rounds": 1000}, [], id="held"),
        pytest.param({"rounds": 1000}, ["races/two_winners has no result yet"], id="never tried"),
        pytest.param({"two_winners": 1, "rounds": 1000}, ["races/two_winners is 1, and must be = 0"], id="broken"),
        pytest.param(
            {"two_winners": 0, "rounds": 999},
            ["races/two_winners rests on 999 of races/rounds, and must on 1000"],
            id="too few",
        ),
        pytest.param({"two_winners": 0}, ["races/two_winners rests on 0 of races/rounds, and must on 1000"], id="uncounted"),
    ],
)
def test_what_must_hold_and_was_not_shown_to_is_said_in_words(figures: dict[str, float], said: list[str]) -> None:
    assert not_shown([HELD, WISHED], found(**figures)) == said


def test_the_page_tells_every_figure_with_its_goal() -> None:
    text = page.drawn([HELD, WISHED], found(two_winners=0, rounds=1000))[page.PAGE]
    assert [line for line in text.splitlines() if line.startswith(("| `", "- `"))] == [
        "| `races/two_winners` | 0 rounds | = 0 | must | yes | rounds with two winners |",
        "| `races/quick` | not yet | ≤ 5 | aim |  | time |",
        "- `races/two_winners`: at once (two cores)",
        "| `races/rounds` | 1000 rounds | at once (two cores) |",
    ]


ASKED = (
    "load_lost_doubled_forbidden",
    "load_commit_to_state_p99_ms",
    "fanout_1000_p99_over_redis",
    "accept_with_1000_sockets_over_none",
    "idle_socket_kib",
    "churn_converge_s",
    "order_gaps",
    "wakeups_dropped_lost",
    "wakeups_dropped_p95_ms",
    "fault_kinds",
    "fault_acknowledged_lost",
    "fault_recovery_s",
    "clash_overlaps",
    "clash_5xx",
    "replay_second_effects",
    "offline_posts_not_one",
)
"""What the trials of lossless are for, whatever else they count."""


def test_every_race_has_what_must_hold_of_it() -> None:
    musts = [goal for goal in goals(page.GOALS) if goal.kind == "must" and goal.name.startswith("races/")]
    counted = {name for goal in musts for name in goal.counted}
    assert counted == {*(f"races/{race}_rounds" for race in RACES), "races/life_steps", "races/fuzz_requests"}
    others = {f"lossless/{name}" for name in lossless.NAMES} | {f"access/{name}" for name in access.NAMES}
    assert set(PARTS) - others == {
        *(f"races/{race}" for race in RACES),
        "life",
        "fuzz",
    }
    assert all(goal.counted and goal.least >= 1000 for goal in musts)


def test_every_lossless_trial_was_measured_and_has_a_goal_that_says_how_often_it_was_tried() -> None:
    known = [goal for goal in goals(page.GOALS) if goal.name.startswith("lossless/")]
    kept = measured(page.RESULTS)
    stems = {name: f"lossless/{name[:5]}" for name in lossless.NAMES}
    tried = {name for name, stem in stems.items() if any(figure.startswith(stem) for figure in kept)}
    held = {name for name, stem in stems.items() if any(goal.name.startswith(stem) for goal in known)}
    assert tried == held == set(lossless.NAMES)
    assert {f"lossless/{name}" for name in ASKED} <= {goal.name for goal in known}
    assert [goal.name for goal in known if not (goal.counted and goal.least)] == []


def test_what_is_kept_names_what_the_goals_count() -> None:
    kept = measured(page.RESULTS)
    assert {name for goal in goals(page.GOALS) for name in goal.counted} <= set(kept)
