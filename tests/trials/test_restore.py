"""A database put back under open screens; and a screen that goes on from before is seen where no other epoch is begun."""

from pathlib import Path

import pytest

from trials.lossless import restore

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.02


def test_every_screen_comes_to_show_what_is_so_again(tmp_path: Path) -> None:
    found = restore.measure(PART, log=tmp_path)
    assert found.wrong == []
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["lossless/restore_clients_wrong"] == 0
    assert counted["lossless/restore_clients"] > 0


def test_screens_that_go_on_from_before_are_seen(tmp_path: Path) -> None:
    """Put back as files, the counter's file is the one it was: only another epoch tells."""
    found = restore.measure(PART, log=tmp_path, ways=["as files"], epoch=False, patience=5)
    for said in ("was not told to start over", "can go on from before it", "what is not so"):
        assert any(said in one for one in found.wrong), (said, found.wrong)
