"""Screens under load, in a small part of the trial; and that what is lost, doubled or told to the wrong people is seen."""

from pathlib import Path

import pytest

from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Change
from trials.lossless import half_load, load

pytestmark = pytest.mark.usefixtures("committed_db")
PART = 0.01


def test_every_change_is_shown_once_and_to_whom_it_concerns(tmp_path: Path) -> None:
    found = load.measure(PART, log=tmp_path)
    assert found.wrong == []
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["lossless/load_commit_to_state_p50_ms"] > 0
    assert Change.objects.filter(entity="free_day").exists()
    by_one_act = Change.objects.filter(actor_id__in=Interpreter.objects.values("user_id")).values_list("actor_id", "at")
    assert counted["lossless/load_acts"] == by_one_act.distinct().count()  # each left something: none said what was so already
    assert counted["lossless/load_changes_timed"] >= counted["lossless/load_acts"]


def test_half_the_pace_has_figures_of_its_own(tmp_path: Path) -> None:
    found = half_load.measure(5 * PART, log=tmp_path)
    assert found.wrong == []
    counted = {figure.name: figure.figure for figure in found.figures}
    assert counted["lossless/half_load_lost_doubled_forbidden"] == 0
    assert counted["lossless/half_load_acts"] > 0


@pytest.mark.parametrize(("broken", "said"), [("lose", "never told"), ("double", "told again"), ("everyone", "not theirs")])
def test_a_broken_promise_is_seen(tmp_path: Path, broken: str, said: str) -> None:
    application = "tests.trials.broken_sockets:application"
    found = load.measure(PART, log=tmp_path, application=application, more={"BROKEN": broken}, patience=5)
    assert any(said in one for one in found.wrong), found.wrong
