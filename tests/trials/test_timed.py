"""When what an act did was shown: by what an answer says and when it was asked for."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from passerelle.domain.roles import Actor
from trials.lossless.acts import Act, Acts
from trials.lossless.journal import Line
from trials.lossless.screen import Screen
from trials.lossless.shown import Seen, Shown
from trials.lossless.timed import Timed, moments, timed
from trials.lossless.world import Place, Viewer, World
from trials.races.cast import Someone

DAY = date(2026, 12, 4)
FREE, NOT_ANY_MORE, AGAIN = Act(True, 1, 2), Act(False, 11, 12), Act(True, 21, 22)
ALL = [FREE, NOT_ANY_MORE, AGAIN]


def test_each_is_shown_by_the_first_answer_that_says_so() -> None:
    seen = [Seen(None, 0, 0.5), Seen(True, 3, 4), Seen(False, 13, 14), Seen(False, 15, 16), Seen(True, 23, 24)]
    assert moments(ALL, seen) == [4, 14, 24]


def test_what_was_asked_for_before_the_act_was_answered_may_show_it() -> None:
    assert moments(ALL, [Seen(True, 1.5, 3), Seen(False, 11.5, 13)]) == [3, 13]


def test_what_comes_when_the_next_was_answered_may_be_of_before() -> None:
    assert moments(ALL, [Seen(True, 10.5, 13)]) == [13]


def test_what_is_as_it_was_shows_nothing_new() -> None:
    """It shows what was said two acts before, and one that begins later has no part in it."""
    assert moments(ALL, [Seen(True, 3, 4), Seen(True, 11.5, 13)]) == [4]
    assert moments([FREE], [Seen(None, 1.5, 3), Seen(None, 3, 4)]) == []
    assert moments([FREE, NOT_ANY_MORE], [Seen(False, 3, 4)]) == []


def test_a_later_act_shows_the_earlier_ones() -> None:
    assert moments(ALL, [Seen(True, 23, 24)]) == [24, 24, 24]
    assert moments(ALL, [Seen(False, 13, 14)]) == [14, 14]


def test_days_sessions_and_offers_are_noted_however_deep_they_are() -> None:
    shown = Shown()
    day = {"day": "2026-12-04", "free": None, "visit": "a day"}
    sessions = [{"id": "one", "cover": {"shifts": 1, "filled": 1}}, {"id": "another", "cover": {"shifts": 1, "filled": 0}}]
    offers = [{"id": one, "asked_at": None, "allowed_actions": [may]} for one, may in (("open", "accept"), ("held", "undo"))]
    shown.note({"results": [day], "of": {"sessions": sessions}, "offers": offers}, sent=1.0, at=2.0)
    seen = {"2026-12-04": None, "one": True, "another": False, "open": False, "held": True}
    assert shown.seen == {which: [Seen(so, 1.0, 2.0)] for which, so in seen.items()}


USER, ASKED, PARTNER, SOMEBODY, OFFER, OTHERS, SESSION, SHIFT = (UUID(int=number) for number in range(1, 9))


def a_viewer(user: UUID) -> Viewer:
    return Viewer(Someone(Actor(user), "a session"), frozenset(), {})


def until(screens: Sequence[Screen], *lines: Line) -> Timed:
    """Of a day that became free, and was so no more, and a yes."""
    place = Place(SHIFT, SESSION, {0: OFFER, 1: OTHERS})
    acts = Acts(World([], [a_viewer(PARTNER)], [a_viewer(USER), a_viewer(ASKED)], [place], [DAY]), 0)
    acts.of_days[0, DAY], acts.of_places[SHIFT] = [FREE, NOT_ANY_MORE], [Act(True, 30, 31)]
    acts.versions = [(str(OFFER), 2)]
    return timed(screens, lines, acts)


def showing(user: UUID, **seen: Seen) -> Screen:
    screen = Screen(a_viewer(user), 0, 0)
    screen.shown.seen |= {which: [one] for which, one in seen.items()}
    return screen


def a_line(number: int, type_: str, id_: UUID, version: int) -> Line:
    return Line(number, type_, str(id_), version, "said", frozenset(), (str(USER), str(number)))


LINES = [a_line(1, "free_day", SOMEBODY, 1), a_line(2, "free_day", SOMEBODY, 2), a_line(3, "offer", OFFER, 2)]
BOTH = [Seen(True, 3, 4), Seen(False, 13, 15)]


def test_all_that_an_act_changed_is_timed_on_each_screen_that_shows_it() -> None:
    """The days of others are not: who said nothing of theirs has the same day on the screen."""
    theirs = showing(USER, **{str(OFFER): Seen(True, 32, 35)})
    theirs.shown.seen[str(DAY)] = BOTH
    asked = showing(ASKED, **{str(OTHERS): Seen(True, 32, 36), str(DAY): Seen(None, 32, 36)})
    partner, another = showing(PARTNER, **{str(SESSION): Seen(True, 32, 37)}), showing(PARTNER)
    assert until([theirs, asked, partner, another], *LINES) == Timed([3, 4, 5, 6, 7])


def test_an_act_that_left_nothing_is_none() -> None:
    """One that says what was so already is answered well, and changes nothing."""
    assert until([], *LINES[:1]).untold == [
        f"{USER} changed 2 days, and the journal knows of 1",
        f"an answer to {OFFER} is not in the journal in version 2",
    ]


def test_what_is_never_shown_so_is_a_fault() -> None:
    theirs = showing(USER, **{str(OFFER): Seen(False, 32, 35), str(DAY): Seen(True, 3, 4)})
    partner = showing(PARTNER, **{str(SESSION): Seen(False, 32, 37)})
    assert until([theirs, partner], *LINES).unshown == [
        f"{USER} never saw that {DAY} is {False}",
        f"{USER} never saw that {OFFER} is {True}",
        f"{PARTNER} never saw that {SESSION} is {True}",
    ]
