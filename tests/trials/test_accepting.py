"""A yes with sockets on and with none, a few times: that the trial counts. How long it takes is no test's matter."""

from pathlib import Path

import pytest

from trials.lossless import accepting

pytestmark = pytest.mark.usefixtures("committed_db")


def test_a_yes_is_told_to_sockets_that_stay(tmp_path: Path) -> None:
    found = accepting.measure(0.05, log=tmp_path)
    counted = {figure.name: figure.figure for figure in found.figures}
    assert found.wrong == []
    assert counted["lossless/accept_with_1000_sockets_acts"] == accepting.ACTS
    assert counted["lossless/accept_with_1000_sockets_over_none"] > 0
