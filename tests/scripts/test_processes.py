"""The keeper: what it remembers, and whom it never touches."""

import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from scripts.processes import Keeper, Program
from tests.support.waiting import until

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(600)"


def program(folder: Path, name: str, code: str = "import time; time.sleep(600)") -> Program:
    return Program(name, [sys.executable, "-c", code], env={}, cwd=folder, log=folder / f"{name}.log")


def killed(program: Program) -> None:
    assert program.process is not None
    program.process.kill()
    program.process.wait()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "children.json"


@pytest.fixture
def keeper(notes: Path) -> Iterator[Keeper]:
    found = Keeper(notes)
    yield found
    found.stop()


def test_stop_stops_in_reverse_order_and_forgets(keeper: Keeper, notes: Path, tmp_path: Path) -> None:
    ended: list[str] = []

    class Watched(Program):
        def stop(self) -> None:
            super().stop()
            ended.append(self.name)

    kept = [Watched(name, ["sleep", "600"], env={}, cwd=tmp_path, log=tmp_path / "log") for name in ("first", "second")]
    for one in kept:
        keeper.start(one)
    keeper.stop()
    assert ended == ["second", "first"]
    assert not any(one.is_alive() for one in kept)
    assert not notes.exists()


def test_orphans_of_another_keeper_are_stopped(
    keeper: Keeper, notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = program(tmp_path, "web"), program(tmp_path, "worker")
    keeper.start(one)
    keeper.start(other)
    Keeper(notes).stop_orphans()
    assert capsys.readouterr().out.splitlines() == [
        "Stopping the worker that an earlier run left behind",
        "Stopping the web that an earlier run left behind",
    ]
    assert not one.is_alive()
    assert not other.is_alive()
    assert not notes.exists()


def test_an_orphan_that_will_not_end_is_killed(
    keeper: Keeper, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.processes.STOPS_WITHIN", 0.2)
    one = program(tmp_path, "web", STUBBORN)
    keeper.start(one)
    until(lambda: "deaf" in one.log.read_text(), what="a process that ignores SIGTERM")
    Keeper(notes).stop_orphans()
    assert not one.is_alive()


def test_a_stranger_with_the_id_of_an_orphan_is_left_alone(notes: Path) -> None:
    """After a reboot the id is somebody else's; the notes name the start time too."""
    with psutil.Popen(["sleep", "600"], start_new_session=True) as stranger:
        notes.write_text(f'[["web", {stranger.pid}, {stranger.create_time() - 3600}]]')
        Keeper(notes).stop_orphans()
        assert stranger.poll() is None
        stranger.kill()
    assert not notes.exists()


@pytest.mark.parametrize("written", ["", "[["])
def test_notes_that_say_nothing_are_no_obstacle(notes: Path, written: str) -> None:
    notes.write_text(written)
    Keeper(notes).stop_orphans()
    assert not notes.exists()


def test_a_child_is_noted_before_it_is_waited_for(keeper: Keeper, notes: Path, tmp_path: Path) -> None:
    """Whoever kills the keeper while it waits leaves no child that the next one does not know."""
    noted: list[str] = []

    class Slow(Program):
        def wait_until_ready(self) -> None:
            noted.append(notes.read_text())

    one = Slow("database", ["sleep", "600"], env={}, cwd=tmp_path, log=tmp_path / "log")
    keeper.start(one)
    assert noted == [notes.read_text()]
    assert f'["database", {one.pid},' in noted[0]


def test_what_dies_is_started_again_at_once_and_then_ever_more_slowly(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr("scripts.processes.time.monotonic", lambda: clock[0])
    one = program(tmp_path, "web")
    keeper.start(one)
    for waits in (0.0, 0.25, 0.5, 1.0):
        killed(one)
        clock[0] += waits * 0.9
        keeper.look()
        assert one.is_alive() is (waits == 0), waits
        clock[0] += waits * 0.2
        keeper.look()
        assert one.is_alive(), waits
    clock[0] += 31  # it was well for a while: a new death is a first one
    killed(one)
    keeper.look()
    assert one.is_alive()


def test_what_cannot_start_does_not_end_the_keeper(keeper: Keeper, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = program(tmp_path, "web"), program(tmp_path, "worker")
    keeper.start(one)
    keeper.start(other)
    one.command = ["/nowhere/python"]
    killed(one)
    killed(other)
    keeper.look()
    assert "The web did not start: [Errno 2] No such file or directory: '/nowhere/python'" in capsys.readouterr().out
    assert other.is_alive()
