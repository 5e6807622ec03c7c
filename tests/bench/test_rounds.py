"""Rounds in turn, a ratio of medians, and a run that says nothing because the machine was not the same."""

from itertools import count

import pytest

from bench.rounds import Void, in_turn, ratio, require_steady


def test_each_round_measures_everything_and_every_second_one_backwards() -> None:
    order, tick = [], count()

    def measuring(name: str) -> float:
        order.append(name)
        return float(next(tick))

    found = in_turn({"a": lambda: measuring("a"), "b": lambda: measuring("b")}, 3)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert found == {"a": [0.0, 3.0, 4.0], "b": [1.0, 2.0, 5.0]}


def test_a_ratio_is_of_medians_so_one_slow_round_moves_nothing() -> None:
    assert ratio([2.0, 2.0, 90.0], [1.0, 0.1, 1.0]) == 2.0


@pytest.mark.parametrize("late", [1.5, 1.0, 0.67])
def test_a_limit_that_stays_within_half_as_much_again_is_steady(late: float) -> None:
    require_steady("the limit", [1.0, 1.0, 1.0, 7.0, late, late, late])


@pytest.mark.parametrize("late", [1.51, 0.66])
def test_a_limit_further_apart_early_and_late_makes_the_run_void(late: float) -> None:
    with pytest.raises(Void, match=r"^the limit was 1 early in the run and .* late in it, 1\.5. times apart$"):
        require_steady("the limit", [1.0, 1.0, 1.0, 1.0, late, late, late])


def test_one_probe_of_a_limit_cannot_tell() -> None:
    with pytest.raises(ValueError, match="One probe of the limit"):
        require_steady("the limit", [1.0])
