"""Faults done to the deployed processes, a few of the kinds once; and that the trial sees a mechanism gone."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from trials.lossless import faults
from trials.lossless.faults import Weakened
from trials.lossless.injecting import KINDS, Kind
from trials.lossless.stage import Stage, stage

A_FEW = ("postmaster_killed", "sockets_killed", "database_cut_in_an_answer", "answers_lost", "clock_stepped")


@pytest.fixture(scope="module")
def on(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """One for the file: it has a database of its own, which is Django's meanwhile."""
    with django_db_blocker.unblock(), stage() as found:
        yield found


def named(*names: str) -> list[Kind]:
    return [kind for kind in KINDS if kind.name in names]


def test_after_a_fault_all_is_kept_and_shown(on: Stage) -> None:
    found = faults.measure_on(on, [0], kinds=named(*A_FEW))
    assert found.wrong == []
    counted = {figure.name.removeprefix("lossless/"): figure.figure for figure in found.figures}
    assert (counted["fault_kinds"], counted["fault_runs"]) == (len(A_FEW), len(A_FEW))
    assert (counted["fault_acknowledged_lost"], counted["fault_screens_wrong"]) == (0, 0)


def test_a_phone_that_forgets_its_key_does_things_twice(on: Stage) -> None:
    found = faults.measure_on(on, [0], kinds=named("answers_lost"), weakened=Weakened(keyed=False))
    assert any("was answered" in one or "acts acknowledged, and" in one for one in found.wrong), found.wrong


def test_a_screen_that_goes_on_as_if_nothing_was_missed_is_seen(on: Stage) -> None:
    found = faults.measure_on(on, [1], kinds=named("sockets_killed"), weakened=Weakened(resumes=False, well_within=10))
    assert any("what is not so" in one for one in found.wrong), found.wrong


def test_there_are_as_many_kinds_as_are_asked_for() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 12
