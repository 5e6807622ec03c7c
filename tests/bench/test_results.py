"""What is measured again takes the place of what was measured before, and nothing else is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import results
from bench.results import Figure
from scripts.paths import ROOT

COLD, WARM = Figure("bench/cold", 90.5, "s", "once"), Figure("bench/warm", 5.0, "s", "median of 3")


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "results.json"
    monkeypatch.setattr(results, "RESULTS", path)
    return path


def read(written: Path) -> list[tuple[str, float, str, str]]:
    lines = json.loads(written.read_text())["results"]
    assert {line["machine"] for line in lines} == {results.machine()}
    return [(line["name"], line["figure"], line["unit"], line["how"]) for line in lines]


def test_figures_are_kept_by_name_with_how_and_where_they_were_got(written: Path) -> None:
    results.keep([WARM, COLD])
    assert read(written) == [("bench/cold", 90.5, "s", "once"), ("bench/warm", 5.0, "s", "median of 3")]


def test_a_figure_measured_again_replaces_its_own_and_no_other(written: Path) -> None:
    results.keep([WARM, COLD])
    results.keep([Figure("bench/warm", 6.0, "s", "median of 5")])
    assert read(written) == [("bench/cold", 90.5, "s", "once"), ("bench/warm", 6.0, "s", "median of 5")]


def test_what_is_no_longer_measured_goes_with_its_family(written: Path) -> None:
    results.keep([WARM, Figure("bench/growth_a", 1.0, "×", "once"), Figure("bench/growth_b", 1.1, "×", "once")])
    results.keep([Figure("bench/growth_b", 1.2, "×", "twice")], family="bench/growth_")
    assert read(written) == [("bench/growth_b", 1.2, "×", "twice"), ("bench/warm", 5.0, "s", "median of 3")]


def test_an_unknown_measure_is_refused_and_the_known_are_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "weather"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "There is no measure weather. There are: sizes, demo, lighthouse" in done.stdout + done.stderr
