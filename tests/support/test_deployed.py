"""The processes of the deployed product, as trials start them."""

from pathlib import Path

import pytest

from tests.support.database import database_url
from tests.support.deployed import worker
from tests.support.waiting import PATIENCE


def _while_it_dies(log: Path) -> None:
    with worker(database_url(), log) as process:
        process.kill()
        process.wait(PATIENCE)


def test_a_worker_that_has_ended_is_told(committed_db: None, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="The worker ended by itself"):
        _while_it_dies(tmp_path / "worker.log")
