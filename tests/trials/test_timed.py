"""When what was said of a day was shown: by what an answer says and when it was asked for."""

from datetime import date
from uuid import UUID

from passerelle.domain.roles import Actor
from trials.lossless.acts import Acts, Answered, Said
from trials.lossless.journal import Line
from trials.lossless.screen import Screen
from trials.lossless.shown import SeenDay, Shown
from trials.lossless.timed import Timed, moments, timed
from trials.lossless.world import Viewer, World
from trials.races.cast import Someone

DAY = date(2026, 12, 4)
FREE, NOT_ANY_MORE, AGAIN = Said(0, DAY, True, 1, 2), Said(0, DAY, False, 11, 12), Said(0, DAY, True, 21, 22)
ALL = [FREE, NOT_ANY_MORE, AGAIN]


def test_each_is_shown_by_the_first_answer_that_says_so() -> None:
    seen = [SeenDay(None, 0, 0.5), SeenDay(True, 3, 4), SeenDay(False, 13, 14), SeenDay(False, 15, 16), SeenDay(True, 23, 24)]
    assert moments(ALL, seen) == [4, 14, 24]


def test_what_was_asked_for_before_the_act_was_answered_may_show_it() -> None:
    assert moments(ALL, [SeenDay(True, 1.5, 3), SeenDay(False, 11.5, 13)]) == [3, 13]


def test_what_comes_when_the_next_was_answered_may_be_of_before() -> None:
    assert moments(ALL, [SeenDay(True, 10.5, 13)]) == [13]


def test_what_is_as_it_was_shows_nothing_new() -> None:
    """It shows what was said two acts before, and one that begins later has no part in it."""
    assert moments(ALL, [SeenDay(True, 3, 4), SeenDay(True, 11.5, 13)]) == [4]
    assert moments([FREE], [SeenDay(None, 1.5, 3), SeenDay(None, 3, 4)]) == []
    assert moments([FREE, NOT_ANY_MORE], [SeenDay(False, 3, 4)]) == []


def test_a_later_act_shows_the_earlier_ones() -> None:
    assert moments(ALL, [SeenDay(True, 23, 24)]) == [24, 24, 24]
    assert moments(ALL, [SeenDay(False, 13, 14)]) == [14, 14]


def test_days_and_versions_are_noted_however_deep_they_are() -> None:
    shown = Shown()
    for at, version in ((1.0, 1), (2.0, 1), (3.0, 2)):
        found = {"results": [{"day": "2026-12-04", "free": True, "visit": {"id": "v", "version": version}}]}
        shown.note(found, sent=at - 0.5, at=at)
    assert shown.versions == {"v": [(1, 1.0), (2, 3.0)]}
    assert shown.days == {"2026-12-04": [SeenDay(True, at - 0.5, at) for at in (1.0, 2.0, 3.0)]}


USER, SOMEBODY, OFFER = UUID(int=1), str(UUID(int=2)), str(UUID(int=3))
HEAR = frozenset({f"interpreter:{SOMEBODY}"})
WHO = Viewer(Someone(Actor(USER), "a session"), HEAR, {})


def until(screen: Screen, *lines: Line) -> Timed:
    """Of a day that became free, and was so no more, and a yes."""
    acts = Acts(World([], [], [WHO], [], [DAY]), 0)
    acts.said, acts.answers = [FREE, NOT_ANY_MORE], [Answered(OFFER, 2, 30.0)]
    return timed([screen], lines, acts)


def a_line(number: int, type_: str, id_: str, version: int, at: str) -> Line:
    return Line(number, type_, id_, version, "said", HEAR, (str(USER), at))


DAYS = [a_line(1, "free_day", SOMEBODY, 1, "first"), a_line(2, "free_day", SOMEBODY, 2, "second")]
A_YES = [a_line(3, "offer", OFFER, 2, "third"), a_line(4, "shift", "of it", 7, "third")]


def test_all_that_an_act_changed_is_timed_where_it_is_shown() -> None:
    screen = Screen(WHO, 0, 0)
    screen.shown.days[str(DAY)] = [SeenDay(True, 3, 4), SeenDay(False, 13, 15)]
    screen.shown.versions |= {OFFER: [(1, 0.5), (2, 35.0)], "of it": [(6, 0.5), (8, 36.0)], SOMEBODY: [(9, 37.0)]}
    assert until(screen, *DAYS, *A_YES) == Timed([3, 4, 5, 6])


def test_an_act_that_left_nothing_is_none() -> None:
    """One that says what was so already is answered well, and changes nothing."""
    screen = Screen(WHO, 0, 0)
    screen.shown.days[str(DAY)] = [SeenDay(True, 3, 4), SeenDay(False, 13, 15)]
    found = until(screen, *DAYS[:1])
    assert found.untold == [
        f"{USER} changed 2 days, and the journal knows of 1",
        f"an answer to {OFFER} is not in the journal in version 2",
    ]


def test_a_day_that_is_never_shown_so_is_a_fault() -> None:
    screen = Screen(WHO, 0, 0)
    screen.shown.days[str(DAY)] = [SeenDay(True, 3, 4), SeenDay(True, 11.5, 13)]
    assert until(screen, *DAYS, *A_YES).unshown == [f"{USER} never saw that {DAY} is {False}"]
