"""What an idle socket holds of the memory, for a few; and that one which holds more is seen."""

from pathlib import Path

import pytest

from trials.lossless import idle
from trials.lossless.found import Found

pytestmark = pytest.mark.usefixtures("committed_db")
BROKEN_SOCKETS = "tests.trials.broken_sockets:application"
PART, GOAL = 0.04, 60
"""Two hundred sockets; KiB."""


def _kib(found: Found) -> float:
    return {figure.name: figure.figure for figure in found.figures}["lossless/idle_socket_kib"]


def test_an_idle_socket_is_small(tmp_path: Path) -> None:
    assert 0 < _kib(idle.measure(PART, log=tmp_path)) <= GOAL


def test_a_socket_that_hoards_is_seen(tmp_path: Path) -> None:
    more = {"BROKEN": "hoard"}
    assert _kib(idle.measure(PART, log=tmp_path, application=BROKEN_SOCKETS, more=more)) > GOAL
