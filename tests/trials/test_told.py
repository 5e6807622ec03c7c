"""Each line of the journal is held against a telling of its own, by where in the journal a screen was, and by no clock."""

from uuid import UUID

import pytest
from django.test import override_settings

from passerelle.domain.roles import Actor
from passerelle.journal.positions import Position, cursor_of
from tests.support.deployed import TOLD
from trials.lossless.journal import Line, by_audience, is_behind
from trials.lossless.screen import Reached, Screen, Told
from trials.lossless.told import FULL, judge
from trials.lossless.world import Viewer
from trials.races.cast import Someone

WHO, SOMEBODY = UUID(int=1), str(UUID(int=2))
HEARS = f"interpreter:{SOMEBODY}"
EPOCH, ANOTHER = "a" * 40, "b" * 40


def a_day(number: int, version: int) -> Line:
    """The line of a day: all days of one interpreter have one id, and the versions of each begin at one."""
    return Line(number, "free_day", SOMEBODY, version, "said", frozenset({HEARS, "team"}))


def of(number: int, version: int = 1) -> Line:
    """The line of a thing that is like no other."""
    return Line(number, "shift", str(UUID(int=1000 + number)), version, "changed", frozenset({HEARS}))


class Seen(Screen):
    """A screen that came so far, without processes."""

    def __init__(self) -> None:
        super().__init__(Viewer(Someone(Actor(WHO), "a session"), frozenset({HEARS}), {}), 0, 0)
        self.fetches(0)

    def fetches(self, number: int, epoch: str = EPOCH) -> None:
        """Everything, from there on."""
        self._at(number, epoch, afresh=True)

    def hears(self, number: int, *lines: Line) -> None:
        """A frame that reaches ``number``."""
        self.told += [Told(line.type, line.id, line.version, line.kind, 0.0) for line in lines]
        self._at(number, EPOCH)

    def _at(self, number: int, epoch: str, *, afresh: bool = False) -> None:
        with override_settings(SECRET_KEY=TOLD["SECRET_KEY"]):
            cursor = cursor_of(Position(epoch, number), user_id=WHO)
        self.reached.append(Reached(cursor, len(self.told), afresh))


@pytest.fixture
def screen() -> Seen:
    return Seen()


def kinds(screen: Screen, *lines: Line) -> tuple[int, int, int]:
    """How many changes were lost, doubled, and forbidden."""
    found = judge([screen], lines)
    return len(found.lost), len(found.doubled), len(found.forbidden)


def test_what_is_told_one_by_one_is_right(screen: Seen) -> None:
    lines = [a_day(1, 1), a_day(2, 1), a_day(3, 2)]
    for line in lines:
        screen.hears(line.number, line)
    assert kinds(screen, *lines) == (0, 0, 0)


def test_an_older_version_is_lost_though_a_newer_of_the_same_id_was_told(screen: Seen) -> None:
    screen.hears(1)
    screen.hears(2, a_day(2, 5))
    assert kinds(screen, a_day(1, 1), a_day(2, 5)) == (1, 0, 0)


def test_a_day_is_lost_though_another_of_the_same_version_was_told(screen: Seen) -> None:
    screen.hears(2, a_day(2, 1))
    screen.hears(3)
    assert kinds(screen, a_day(1, 1), a_day(2, 1), a_day(3, 1)) == (1, 0, 0)


def test_a_day_told_twice_is_doubled_though_two_days_have_that_version(screen: Seen) -> None:
    screen.hears(1, a_day(1, 1))
    screen.hears(1, a_day(1, 1))
    screen.hears(2)
    assert kinds(screen, a_day(1, 1), a_day(2, 1)) == (1, 1, 0)


def test_what_one_frame_tells_twice_is_doubled(screen: Seen) -> None:
    screen.hears(2, a_day(1, 1), of(2), a_day(1, 1))
    assert kinds(screen, a_day(1, 1), of(2)) == (0, 1, 0)


def test_of_one_thing_in_one_frame_the_newest_is_enough(screen: Seen) -> None:
    screen.hears(4, of(3), a_day(4, 1))
    assert kinds(screen, a_day(1, 7), a_day(2, 8), of(3), a_day(4, 1)) == (0, 0, 0)


def test_an_older_one_in_place_of_the_newest_is_not(screen: Seen) -> None:
    screen.hears(2, a_day(1, 7))
    assert kinds(screen, a_day(1, 7), a_day(2, 8)) == (1, 0, 0)


def test_what_fills_a_frame_may_leave_to_the_next_what_that_tells_newer(screen: Seen) -> None:
    filling = [of(number) for number in range(2, FULL + 2)]
    lines = [a_day(1, 1), *filling, a_day(FULL + 2, 2)]
    screen.hears(FULL + 1, *filling)
    screen.hears(FULL + 2, a_day(FULL + 2, 2))
    assert kinds(screen, *lines) == (0, 0, 0)


def test_what_fills_a_frame_and_is_not_told_by_the_next_is_lost(screen: Seen) -> None:
    filling = [of(number) for number in range(2, FULL + 2)]
    screen.hears(FULL + 1, *filling)
    screen.hears(FULL + 2, of(FULL + 2))
    assert kinds(screen, a_day(1, 1), *filling, of(FULL + 2)) == (1, 0, 0)


def test_what_was_fetched_afresh_need_not_be_told_and_what_follows_must(screen: Seen) -> None:
    """However the clock of whoever wrote it goes: only numbers say what was before."""
    screen.fetches(1)
    assert kinds(screen, a_day(1, 1), a_day(2, 2)) == (1, 0, 0)


def test_what_was_lost_stays_lost_when_all_is_fetched_later(screen: Seen) -> None:
    screen.hears(2, of(2))
    screen.fetches(3)
    assert kinds(screen, of(1), of(2), of(3)) == (1, 0, 0)


def test_what_somebody_may_not_hear_is_forbidden(screen: Seen) -> None:
    hidden = Line(1, "session", SOMEBODY, 1, "noted", frozenset({"team"}))
    screen.hears(1, hidden)
    assert kinds(screen, hidden) == (0, 0, 1)


def test_what_was_told_in_another_epoch_says_nothing_of_this_one(screen: Seen) -> None:
    screen.hears(9, a_day(9, 1))
    screen.fetches(1, ANOTHER)
    assert kinds(screen, of(1)) == (0, 0, 0)
    assert kinds(screen, of(1), a_day(2, 1)) == (1, 0, 0)


def test_a_screen_is_behind_until_it_came_past_what_concerns_it(screen: Seen) -> None:
    hidden = Line(3, "session", SOMEBODY, 1, "noted", frozenset({"team"}))
    lines = by_audience([of(1), a_day(2, 1), hidden])
    screen.hears(1, of(1))
    assert is_behind(screen, lines)
    screen.hears(2, a_day(2, 1))
    assert not is_behind(screen, lines)
