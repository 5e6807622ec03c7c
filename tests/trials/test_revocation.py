"""Rights that are lost, one of each kind; and that what is told on, told too much or disturbed is seen."""

from pathlib import Path

import pytest

from trials.access import revocation, unwoken

pytestmark = pytest.mark.usefixtures("committed_db")
BROKEN_SOCKETS = "tests.trials.broken_sockets:application"
PART = 0.05
"""One round."""


def test_whoever_lost_a_right_is_told_no_more_of_it_and_others_are_told_on(tmp_path: Path) -> None:
    found = revocation.measure(PART, log=tmp_path)
    assert found.wrong == []
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["access/revocation_of_each"] == 1
    assert counted["access/revocation_frames_after"] == counted["access/revocation_others_disturbed"] == 0


def test_nothing_has_to_wake_the_sockets_for_it(tmp_path: Path) -> None:
    found = unwoken.measure(PART, log=tmp_path)
    assert [one for one in found.wrong if "later than a second" not in one] == []
    assert {figure.name: figure.figure for figure in found.figures}["access/unwoken_of_each"] == 1


def test_sockets_and_polls_that_never_look_at_rights_again_are_seen(tmp_path: Path) -> None:
    more = {"BROKEN": "rights"}
    found = revocation.measure(PART, log=tmp_path, application=BROKEN_SOCKETS, more=more, patience=3)
    said = "\n".join(found.wrong)
    for kind in ("signed out", "ended from elsewhere", "all others ended", "a new password", "deactivated", "ran out"):
        assert f"{kind}: a socket stayed open" in said
    for kind in ("left the agency", "left the team", "no interpreter any more"):
        assert f"{kind}: a socket was told" in said
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["access/revocation_frames_after"] > 0
    assert counted["access/revocation_worst_s"] > 1


def test_others_who_are_ended_with_them_are_seen(tmp_path: Path) -> None:
    more = {"BROKEN": "restarts"}
    found = revocation.measure(PART, log=tmp_path, application=BROKEN_SOCKETS, more=more, patience=3)
    assert any("of others was ended with 1012" in one for one in found.wrong), found.wrong
