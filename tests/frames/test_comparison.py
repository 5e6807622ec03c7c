"""The comparison notices what it is for: a line left out, a line too many, a version that is not the newest."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

import pytest

from passerelle.bookings.services import answers, requests
from passerelle.common.models import Versioned
from passerelle.journal import audiences
from passerelle.journal.selectors import Line
from tests.frames.conftest import Stage
from tests.frames.scenario import Scenario
from tests.frames.scenarios import ALL
from tests.frames.test_every_service import faults
from tests.live.conftest import MARKER, marker, tell
from tests.support.server import Server
from tests.support.sockets import screen_of


def scenario(service: object, on: str) -> Scenario:
    (found,) = [one for one in ALL if one.service is service and one.on == on]
    return found


YES = scenario(answers.accept_offer, "for an open place")
TAKEN_BACK = scenario(requests.withdraw_session, "that is confirmed")


@pytest.mark.parametrize("act", [YES, TAKEN_BACK], ids=str)
def test_every_line_is_missed_when_it_is_left_out(stage: Stage, act: Scenario) -> None:
    seen, lines = stage.play(act)
    assert list(faults(seen, lines)) == []
    for line in lines:
        others = [other for other in lines if other is not line]
        missed = {fault.says.partition(":")[0] for _, fault in faults(seen, others)}
        assert "changed without a frame" in missed, stage.world.spelt_out(f"nobody misses {line}")


def unneeded(thing: Versioned, *who: str) -> Line:
    """A line about a thing that did not change."""
    return Line(10**6, type(thing).__name__.lower(), thing.pk, thing.version, "nothing", frozenset(who))


def found_by(stage: Stage, unneeded: Callable[[], Line]) -> list[tuple[str, str]]:
    """Who notices that line after an act, and as what."""
    seen, lines = stage.play(YES)
    return sorted((name, fault.says.partition(":")[0]) for name, fault in faults(seen, [*lines, unneeded()]))


def test_a_line_about_what_cannot_be_read_is_noticed(stage: Stage) -> None:
    found = found_by(stage, lambda: unneeded(stage.world.shift("sure"), audiences.EVERYONE))
    others = ["asked", "holder", "other partner", "partner", "reserve", "uninvolved"]
    unseen = [(name, "a frame about what cannot be read") for name in others]
    assert found == sorted([*unseen, ("coordinator", "a frame about what reads the same")])


def test_a_line_about_what_reads_the_same_is_noticed(stage: Stage) -> None:
    found = found_by(stage, lambda: unneeded(stage.world.session("late"), audiences.TEAM))
    assert found == [("coordinator", "a frame about what reads the same")]


def test_a_line_with_an_older_version_is_noticed(stage: Stage) -> None:
    seen, lines = stage.play(YES)
    older = [replace(line, version=line.version - 1) if line.entity == "shift" else line for line in lines]
    said = [fault.says for _, fault in faults(seen, older)]
    assert said
    assert all(text.startswith("told version") for text in said)


def test_rights_that_change_in_silence_are_noticed(stage: Stage) -> None:
    (joined,) = [one for one in ALL if one.on == "who was nobody"]
    seen, lines = stage.play(joined)
    silent = [line for line in lines if line.entity != "me"]
    assert ("newcomer", "what may be heard changed without a line of type me") in [
        (name, fault.says) for name, fault in faults(seen, silent)
    ]


def test_what_is_worked_out_here_is_what_sockets_are_told(stage: Stage, asgi_server: Server) -> None:
    """The same act, heard by a real socket of everyone who is someone."""
    readers = [reader for reader in stage.readers if reader.name != "newcomer"]
    with ExitStack() as stack:
        screens = {one.name: stack.enter_context(screen_of(asgi_server, stage.world.users[one.name])) for one in readers}
        seen, lines = stage.play(YES)
        tell(marker())
        heard = {name: screen.before(MARKER) for name, screen in screens.items()}
    worked_out = {one.reader.name: [(type_, kind) for type_, _, _, kind in one.heard(lines).lines] for one in seen}
    del worked_out["newcomer"]
    assert heard == worked_out
