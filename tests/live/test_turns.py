"""How often each person may come: honest clients are never told to wait; who loops is, alone, and for a moment."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest

from passerelle.live.consumer import MOST_OF_ONE
from passerelle.live.turns import A_SECOND, WAIT, Turns
from tests.live.conftest import MARKER, People, marker, tell
from tests.live.test_faults import server_of
from tests.support.polls import polled
from tests.support.server import Server
from tests.support.sockets import opened, screen_of, session_of
from tests.support.waiting import until

TOO_OFTEN = "too often, wait a little"
MORE_THAN_ENOUGH = 200
"""Times somebody comes in a loop: more than may come at once and while that takes."""


@pytest.fixture
def seldom(committed_db: None, tmp_path: Path) -> Iterator[Server]:
    with server_of("seldom", tmp_path) as own:
        yield own


def first_refusal(server: Server, session: str) -> tuple[int, str | None, str]:
    """Of a loop of polls without a cursor: the status, when to come again, and why."""
    for _ in range(MORE_THAN_ENOUGH):
        with polled(server, session) as poll:
            answer = poll.wire.getresponse()
            body = answer.read()
            if answer.status != 200:
                return answer.status, answer.headers["Retry-After"], body.decode()
    raise AssertionError("Every one was answered.")


def first_closing(server: Server, session: str) -> tuple[int, str]:
    """Of a loop of sockets that are greeted and left."""
    for _ in range(MORE_THAN_ENOUGH):
        with opened(server, session=session) as screen:
            if not screen.is_greeted():
                return screen.closing()
    raise AssertionError("Every one was greeted.")


def test_a_loop_of_polls_is_told_to_wait_and_others_are_not(seldom: Server, people: People) -> None:
    session = session_of(people.partner)
    with screen_of(seldom, people.partner) as before, screen_of(seldom, people.other_partner) as other:
        assert first_refusal(seldom, session) == (429, str(WAIT), f'{{"reason":"{TOO_OFTEN}"}}')
        tell(marker())
        assert [screen.before(MARKER) for screen in (before, other)] == [[], []]
        with polled(seldom, session_of(people.other_partner)) as poll:
            assert poll.told()["changes"] == []
        until(lambda: _is_answered(seldom, session), what="whoever waited to be answered again")


def test_a_loop_of_sockets_is_told_to_wait_and_others_are_not(seldom: Server, people: People) -> None:
    session = session_of(people.partner)
    with screen_of(seldom, people.other_partner) as other:
        assert first_closing(seldom, session) == (4425, TOO_OFTEN)
        tell(marker())
        assert other.before(MARKER) == []
        with screen_of(seldom, people.other_partner):
            pass
        until(lambda: _is_greeted(seldom, session), what="whoever waited to be greeted again")


def _is_answered(server: Server, session: str) -> bool:
    with polled(server, session) as poll:
        return poll.raw()[0] == 200


def _is_greeted(server: Server, session: str) -> bool:
    with opened(server, session=session) as screen:
        return screen.is_greeted()


def test_it_is_the_person_who_waits_whatever_session_they_come_with(seldom: Server, people: People) -> None:
    first_refusal(seldom, session_of(people.partner))
    assert first_closing(seldom, session_of(people.partner)) == (4425, TOO_OFTEN)


def test_all_tabs_that_lose_their_line_again_and_again_are_greeted_each_time(server: Server, people: People) -> None:
    session = session_of(people.partner)
    for _ in range(5):
        with ExitStack() as stack:
            screens = [stack.enter_context(opened(server, session=session)) for _ in range(MOST_OF_ONE)]
            assert all(screen.is_greeted() for screen in screens)
        until(lambda: _is_answered(server, session), what="their seats to be free")


def test_a_loop_is_told_once_it_came_too_often_and_goes_on_after_the_wait() -> None:
    turns, person = Turns(at_once=3, a_second=2), uuid4()
    assert [turns.take(person, "mine", 0.0) for _ in range(5)] == [True, True, True, False, False]
    assert turns.must_wait("mine", WAIT - 0.1)
    assert not turns.must_wait("mine", WAIT)
    assert [turns.take(person, "mine", 1.0) for _ in range(3)] == [True, True, False]


def test_others_and_another_browser_are_not_sent_away_unread() -> None:
    turns, person = Turns(at_once=1), uuid4()
    assert [turns.take(person, "mine", 0.0) for _ in range(2)] == [True, False]
    assert not turns.must_wait("another of mine", 0.0)
    assert not turns.must_wait("of somebody else", 0.0)
    assert turns.take(uuid4(), "of somebody else", 0.0)


def test_who_asks_no_faster_than_a_tab_is_never_told_to_wait() -> None:
    turns, person = Turns(), uuid4()
    assert all(turns.take(person, "mine", turn / A_SECOND) for turn in range(10_000))


def test_who_did_not_come_lately_is_forgotten() -> None:
    turns = Turns(at_once=2, a_second=1)
    for number in range(1_000):
        person = uuid4()
        for _ in range(3):
            turns.take(person, str(number), float(number))
        turns.must_wait(str(number), float(number))
    assert turns.remembered <= 5
