"""A change for a thousand sockets beside raw Redis, a few times: that the trial counts. How long it takes is no matter here."""

from pathlib import Path

import pytest

from trials.lossless import fanout

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.05


def test_every_socket_is_told_of_every_change(tmp_path: Path) -> None:
    found = fanout.measure(PART, log=tmp_path)
    counted = {figure.name: figure.figure for figure in found.figures}
    assert found.wrong == []
    assert counted["lossless/fanout_1000_changes"] == fanout.LEAST
    assert counted["lossless/fanout_1000_p99_over_redis"] > 0


@pytest.mark.parametrize(
    ("broken", "said"), [("lose", "was never told of change 1"), ("double", "was told 2 times of change 1")]
)
def test_a_change_that_some_are_not_told_or_are_told_twice_is_seen(tmp_path: Path, broken: str, said: str) -> None:
    application = "tests.trials.broken_sockets:application"
    found = fanout.measure(PART, log=tmp_path, application=application, more={"BROKEN": broken}, patience=5)
    assert any(said in one for one in found.wrong), found.wrong
    assert found.figures == []
