"""Faults done to the deployed processes, a few of the kinds once; and that the trial sees a mechanism gone."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import pytest
from pytest_django import DjangoDbBlocker

from tests.support.fault_proxy import Cut
from trials.lossless import faults
from trials.lossless.faults import RUNS, Tally, Weakened, shared_out
from trials.lossless.injecting import KINDS, Kind, Play
from trials.lossless.injecting.effects import inside_a_frame
from trials.lossless.stage import Stage, stage

A_FEW = (
    "postmaster_killed",
    "sockets_killed",
    "database_cut_in_an_answer",
    "answers_lost",
    "clock_stepped_back",
    "redis_gone_for_good",
    "transaction_left_open",
)
SOON = "-c lock_timeout=2s"
NOBODY_LOOKS = {"sockets": "trials.lossless.waking:application"}


@pytest.fixture(scope="module")
def on(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """One for most of the file: it has a database of its own, which is Django's meanwhile."""
    with django_db_blocker.unblock(), stage(listens=False, options=SOON) as found:
        yield found


def named(*names: str) -> list[Kind]:
    return [kind for kind in KINDS if kind.name in names]


def test_after_a_fault_all_is_kept_and_shown(on: Stage) -> None:
    found = faults.measure_on(on, [0], kinds=named(*A_FEW), tally=(tally := Tally()))
    assert found.wrong == []
    assert (tally.unwoken, tally.told_busy > 0) == (len(A_FEW), True)
    counted = {figure.name.removeprefix("lossless/"): figure.figure for figure in found.figures}
    assert (counted["fault_kinds"], counted["fault_runs"]) == (len(A_FEW), len(A_FEW))
    assert (counted["fault_acknowledged_lost"], counted["fault_screens_wrong"]) == (0, 0)


def test_a_phone_that_forgets_its_key_does_things_twice(on: Stage) -> None:
    found = faults.measure_on(on, [0], kinds=named("answers_lost"), weakened=Weakened(keyed=False))
    assert any("was answered" in one or "acts acknowledged, and" in one for one in found.wrong), found.wrong


def test_a_screen_that_goes_on_as_if_nothing_was_missed_is_seen(on: Stage) -> None:
    found = faults.measure_on(on, [1], kinds=named("sockets_killed"), weakened=Weakened(resumes=False, well_within=10))
    assert any("what is not so" in one for one in found.wrong), found.wrong


def test_a_fault_without_effect_is_seen_and_is_no_run(on: Stage) -> None:
    kinds = [
        replace(kind, inject=lambda _play: nullcontext(), stands=0) for kind in named("transaction_left_open", "disk_full")
    ]
    found = faults.measure_on(on, [1], kinds=kinds, weakened=Weakened(well_within=1), tally=(tally := Tally()))
    assert sorted(found.wrong) == [f"{kind.name}: did not come about: Not true within 1 s: it took effect" for kind in kinds]
    assert tally.runs == 0


def test_while_nothing_is_done_no_fault_took_effect(on: Stage) -> None:
    effects: dict[str, bool] = {}

    @contextmanager
    def nothing(play: Play) -> Iterator[None]:
        took_effect = {kind.name: kind.effect(play) for kind in KINDS}
        yield
        effects.update({name: look() for name, look in took_effect.items()})

    quiet = Kind("quiet", nothing, lambda play: lambda: all(person.acknowledged for person in play.people))
    found = faults.measure_on(on, [0], kinds=[quiet], tally=(tally := Tally()))
    assert (found.wrong, tally.runs) == ([], 1)
    assert effects == {kind.name: False for kind in KINDS}


def test_a_cut_between_two_frames_is_in_none() -> None:
    long = b"\x81\x7e\x01\x00" + b"x" * 256
    part = b"\x81\x05hello" + long + b"\x81\x02hi"
    ends = {0, 7, 7 + len(long), len(part)}
    assert {at for at in range(len(part) + 1) if not inside_a_frame(Cut(part, at))} == ends


def test_without_the_look_screens_miss_what_redis_does_not_tell(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), stage(listens=False, applications=NOBODY_LOOKS, more={"POLL": "86400"}) as on:
        found = faults.measure_on(on, [1], kinds=named("redis_gone_for_good"), weakened=Weakened(well_within=3))
    assert any("what is not so" in one for one in found.wrong), found.wrong


def test_half_of_the_rounds_are_woken_by_redis_alone_and_people_stop_in_some_of_each() -> None:
    (woken, listens), (unwoken, deaf) = shared_out(RUNS)
    assert (listens, deaf) == (True, False)
    assert [*woken, *unwoken] == list(range(10))
    assert {number % 2 for number in woken} == {number % 2 for number in unwoken} == {0, 1}
    assert shared_out(1) == [(range(1), False)]


def test_there_are_as_many_kinds_as_are_asked_for() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 12
