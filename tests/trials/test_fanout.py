"""A change for a thousand sockets beside raw Redis, a few times: that the trial counts. How long it takes is no matter here."""

from pathlib import Path

import pytest

from trials.lossless import fanout

pytestmark = pytest.mark.usefixtures("committed_db")


def test_every_socket_is_told_of_every_change(tmp_path: Path) -> None:
    found = fanout.measure(0.05, log=tmp_path)
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["lossless/fanout_1000_changes"] == fanout.LEAST
    assert counted["lossless/fanout_1000_p99_over_redis"] > 0
