"""What is told by phone: who of the team wrote it down, who hears of it, and what it says of what stood there before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from passerelle.availability.models import FreeDay, UsualDay
from passerelle.availability.services import set_free_day, set_usual_day
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, acting, an_interpreter, someone_of_the_team

FRIDAY = date(2026, 11, 27)

type Say = Callable[[Interpreter, bool | None, Actor], Any]


def say_day(of: Interpreter, free: bool | None, actor: Actor) -> Any:
    return set_free_day(interpreter_id=of.id, day=FRIDAY, free=free, now=NOW, actor=actor)


def say_usual(of: Interpreter, free: bool | None, actor: Actor) -> Any:
    return set_usual_day(interpreter_id=of.id, weekday=4, free=free, now=NOW, actor=actor)


BOTH = pytest.mark.parametrize(("say", "kind"), [(say_day, "said"), (say_usual, "usual")])


def stands() -> list[tuple[bool, object]]:
    """What is said of the day or of the weekday, and who recorded it."""
    return [*FreeDay.objects.values_list("free", "recorded_by"), *UsualDay.objects.values_list("free", "recorded_by")]


@BOTH
def test_it_is_whose_who_recorded_it_until_somebody_says_otherwise(db: None, say: Say, kind: str) -> None:
    her = an_interpreter()
    one, other = someone_of_the_team(), someone_of_the_team()
    say(her, True, one)
    assert stands() == [(True, one.user_id)]
    say(her, True, other)
    assert stands() == [(True, other.user_id)]
    say(her, True, acting(her))  # saying the same again changes nothing
    assert stands() == [(True, other.user_id)]
    say(her, False, acting(her))
    assert stands() == [(False, None)]


@BOTH
def test_nobody_of_the_team_takes_back_what_others_said(db: None, say: Say, kind: str) -> None:
    her = an_interpreter()
    one, other = someone_of_the_team(), someone_of_the_team()
    say(her, True, acting(her))
    say(her, None, one)
    assert stands() == [(True, None)]
    say(her, False, one)
    say(her, None, other)
    assert stands() == [(False, one.user_id)]
    say(her, None, one)
    assert stands() == []


@BOTH
def test_what_the_team_hears_is_the_same_whatever_stood_there(committed_db: None, say: Say, kind: str) -> None:
    """Neither a version nor a line left out tells that she had said something, or what."""
    team = someone_of_the_team()
    heard = []
    for before in (None, True, False):
        her = an_interpreter()
        if before is not None:
            say(her, before, acting(her))
        with told() as lines:
            say(her, True, team)
            say(her, True, team)
            say(her, None, team)
        heard.append([(line[0], *line[2:4]) for line in lines if audiences.TEAM in line[4] and line[1] == her.id])
    assert heard == [[("free_day", 1, kind), ("free_day", 1, kind)]] * 3


@BOTH
def test_she_hears_of_what_reads_otherwise_to_her_alone(committed_db: None, say: Say, kind: str) -> None:
    her, team = an_interpreter(), someone_of_the_team()
    say(her, True, acting(her))
    with told() as lines:
        say(her, True, team)
        say(her, False, team)
    own = audiences.interpreter(her.id)
    assert [line[4] for line in lines] == [frozenset({audiences.TEAM}), frozenset({audiences.TEAM, own})]
