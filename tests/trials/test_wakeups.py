"""Wake-ups dropped or late, in a small part of the trial; and that what makes good for them is missed when it is gone."""

from pathlib import Path

import pytest

from trials.lossless import wakeups
from trials.lossless.wakeups import ALL_DROPPED, MODES

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.02
LATE = "late and in another order"
NOBODY_LOOKS = {"DROPPED": "1", "POLL": "86400"}


def test_nothing_is_lost_whatever_becomes_of_wake_ups_and_reads(tmp_path: Path) -> None:
    modes = {ALL_DROPPED: MODES[ALL_DROPPED], LATE: MODES[LATE], "reads fail": {"BROKEN": "reads"}}
    found = wakeups.measure(PART, modes=modes, log=tmp_path)
    assert found.wrong == []
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["lossless/wakeups_acts_of_each"] >= wakeups.ACTS * PART
    assert counted["lossless/wakeups_dropped_p95_ms"] > 0


def test_without_the_look_or_with_a_position_that_runs_ahead_changes_are_lost(tmp_path: Path) -> None:
    modes = {"nobody looks": NOBODY_LOOKS, "position": {"BROKEN": "position"}}
    found = wakeups.measure(PART, modes=modes, log=tmp_path, patience=3)
    for name in modes:
        assert any(one.startswith(name) and "never told" in one for one in found.wrong), found.wrong
