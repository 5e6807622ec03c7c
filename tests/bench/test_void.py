"""A run that was disturbed is said to be void, and nothing of it is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench import limits, results
from bench.__main__ import kept_or_void
from bench.results import Figure
from bench.rounds import PROBES

TIMED = Figure("bench/live_tap_to_frame_p50_ms", 20.0, "ms", "200 times")


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "results.json"
    monkeypatch.setattr(results, "RESULTS", path)
    return path


def probing(early: float, late: float) -> Callable[[], float]:
    """A limit that is ``early`` before a measure, and ``late`` after it."""
    said = iter([early] * (PROBES + 1) + [late] * PROBES)
    return lambda: next(said)


@pytest.mark.parametrize("name", ["growth", "pool", "demo", "lighthouse", "live", "speed"])
def test_a_disturbed_run_is_refused_and_not_kept(written: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert kept_or_void({name: lambda: [TIMED]}, probing(0.02, 0.05)) == [name]
    assert not written.exists()
    said = "".join(capsys.readouterr())
    assert "Void, and not kept: a fixed piece of work on every core was 0.02 early in the run and 0.05 late in it" in said


def test_a_quiet_run_is_kept(written: Path) -> None:
    assert kept_or_void({"live": lambda: [TIMED]}, probing(0.02, 0.021)) == []
    assert [line["figure"] for line in results.kept(written)] == [20.0]


def test_what_is_counted_is_kept_whatever_else_runs(written: Path) -> None:
    assert kept_or_void({"sizes": lambda: [TIMED]}, probing(0.02, 0.05)) == []
    assert written.exists()


def test_the_piece_of_work_takes_some_time() -> None:
    assert limits.work() > 0
