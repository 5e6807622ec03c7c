"""Phones that lose their line, in a small part of the trial; and that one which does not fetch what it missed is seen."""

from pathlib import Path

import pytest

from trials.lossless import churn
from trials.lossless.screen import Screen

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.02


def _forgets(screen: Screen) -> None:
    """It goes on as if nothing had been missed: no place to go on from, and nothing fetched for the lack of one."""
    screen.resumes = screen.refetches_all = False


def _says_not_where_it_was(screen: Screen) -> None:
    screen.resumes = False


def test_every_screen_comes_to_show_what_is_so(tmp_path: Path) -> None:
    found = churn.measure(PART, log=tmp_path)
    assert found.wrong == []
    assert {figure.name: figure.figure for figure in found.figures}["lossless/churn_screens_wrong"] == 0


def test_a_screen_that_does_not_fetch_what_it_missed_is_seen(tmp_path: Path) -> None:
    found = churn.measure(PART, log=tmp_path, weaken=_forgets, patience=5)
    assert any("sees at" in one or "never told" in one for one in found.wrong)


def test_a_screen_that_cannot_go_on_where_it_was_is_seen(tmp_path: Path) -> None:
    """It fetches everything and shows what is so: what that costs is the fault."""
    found = churn.measure(PART, log=tmp_path, weaken=_says_not_where_it_was, patience=5)
    assert any("had to fetch everything" in one for one in found.wrong)
