"""A yes with sockets on and with none, a few times: that the trial counts. How long it takes is no test's matter.

And that a yes which was refused is not taken for a quick one, nor sockets that were told nothing for ones that cost nothing.
"""

from pathlib import Path

import pytest

from trials.lossless import accepting

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.05


def test_a_yes_is_told_to_sockets_that_stay(tmp_path: Path) -> None:
    found = accepting.measure(PART, log=tmp_path)
    counted = {figure.name: figure.figure for figure in found.figures}
    assert found.wrong == []
    assert counted["lossless/accept_with_1000_sockets_acts"] == accepting.ACTS
    assert counted["lossless/accept_with_1000_sockets_over_none"] > 0


def test_a_yes_that_is_refused_is_seen(tmp_path: Path) -> None:
    found = accepting.measure(PART, log=tmp_path, http_application="tests.trials.busy:application")
    assert any("/accept was answered 503" in one for one in found.wrong), found.wrong
    assert found.figures == []


def test_sockets_that_are_told_nothing_of_it_are_seen(tmp_path: Path) -> None:
    broken = {"application": "tests.trials.broken_sockets:application", "more": {"BROKEN": "lose"}}
    found = accepting.measure(PART, log=tmp_path, **broken, patience=2)  # type: ignore[arg-type]
    assert any("was never told" in one for one in found.wrong), found.wrong
    assert found.figures == []
