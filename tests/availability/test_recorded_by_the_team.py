"""What is told by phone: who of the team wrote it down, who hears of it, and what it says of what stood there before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.availability.services import set_free_day, set_usual_day, take_break
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, acting, an_interpreter, someone_of_the_team
from tests.support.constraints import refused_by, updating

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


def noted() -> list[object]:
    return [*FreeDay.objects.values_list("recorded_at", flat=True), *UsualDay.objects.values_list("recorded_at", flat=True)]


@BOTH
def test_it_is_whose_who_recorded_it_until_somebody_says_otherwise(db: None, say: Say, kind: str) -> None:
    her = an_interpreter()
    one, other = someone_of_the_team(), someone_of_the_team()
    say(her, True, one)
    assert stands() == [(True, one.user_id)]
    say(her, True, other)
    assert stands() == [(True, other.user_id)]
    say(her, True, acting(her))  # what she says herself is hers, the same too
    assert stands() == [(True, None)]
    say(her, False, one)
    say(her, True, acting(her))
    assert stands() == [(True, None)]


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
def test_it_is_kept_when_somebody_of_the_team_recorded_it(db: None, say: Say, kind: str) -> None:
    her, team = an_interpreter(), someone_of_the_team()
    say(her, True, team)
    assert noted() == [NOW]
    say(her, True, acting(her))
    assert noted() == [None]
    say(her, True, team)
    say(her, None, team)
    assert noted() == []


@pytest.mark.parametrize("model", [FreeDay, UsualDay])
def test_the_database_keeps_no_record_without_its_moment(db: None, model: Any) -> None:
    her, team = an_interpreter(), someone_of_the_team()
    say_day(her, True, team)
    say_usual(her, True, team)
    constraint = {FreeDay: "availability_day_recorded_when", UsualDay: "availability_usual_recorded_when"}[model]
    assert refused_by(updating(model.objects.get(), recorded_at=None)) == constraint


def test_a_break_she_takes_herself_is_hers_as_soon_as_she_says_so(db: None) -> None:
    her, team = an_interpreter(), someone_of_the_team()
    said: dict[str, Any] = {"interpreter_id": her.id, "until": FRIDAY, "now": NOW}
    take_break(**said, actor=team)
    take_break(**said, actor=team)
    assert [(row.recorded_at, row.version) for row in Break.objects.all()] == [(NOW, 1)]
    take_break(**said, actor=acting(her))
    take_break(**said, actor=team)  # there already, and hers
    assert [(row.recorded_at, row.version) for row in Break.objects.all()] == [(None, 2)]


@BOTH
def test_she_hears_whenever_it_reads_otherwise_to_her(committed_db: None, say: Say, kind: str) -> None:
    """That it was noted for her as well, where what is said stays the same."""
    her, team = an_interpreter(), someone_of_the_team()
    say(her, True, acting(her))
    with told() as lines:
        say(her, True, team)
        say(her, False, team)
        say(her, False, acting(her))
        say(her, False, acting(her))
    own = audiences.interpreter(her.id)
    assert [line[4] for line in lines] == [frozenset({audiences.TEAM, own})] * 3
