from datetime import date, timedelta
from uuid import uuid4

import pytest

from passerelle.availability.models import FreeDay
from passerelle.availability.services import set_free_day
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal
from passerelle.domain.roles import SYSTEM
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from tests.factories.journal import told
from tests.factories.people import NOW, a_partner_of, acting, an_agency, an_interpreter, someone_of_the_team

FRIDAY = date(2026, 11, 27)


def said() -> list[tuple[date, bool]]:
    return list(FreeDay.objects.order_by("day").values_list("day", "free"))


def test_set_free_day_says_changes_and_takes_back(committed_db: None) -> None:
    interpreter = an_interpreter()
    own = acting(interpreter)
    with told() as lines:
        for free in (True, True, False, None, None):
            set_free_day(interpreter_id=interpreter.id, day=FRIDAY, free=free, now=NOW, actor=own)
    seen_by = frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})
    assert lines == [("free_day", interpreter.id, version, "said", seen_by) for version in (1, 2, 3)]
    assert said() == []


def test_set_free_day_keeps_days_and_people_apart(db: None) -> None:
    one, other = an_interpreter(), an_interpreter()
    set_free_day(interpreter_id=one.id, day=FRIDAY, free=True, now=NOW, actor=acting(one))
    set_free_day(interpreter_id=one.id, day=FRIDAY + timedelta(weeks=1), free=False, now=NOW, actor=acting(one))
    set_free_day(interpreter_id=other.id, day=FRIDAY, free=False, now=NOW, actor=acting(other))
    set_free_day(interpreter_id=other.id, day=FRIDAY, free=None, now=NOW, actor=acting(other))
    assert said() == [(FRIDAY, True), (FRIDAY + timedelta(weeks=1), False)]


def test_set_free_day_by_the_team_for_someone_on_the_phone(db: None) -> None:
    interpreter = an_interpreter(signs_in=False)
    row = set_free_day(interpreter_id=interpreter.id, day=FRIDAY, free=False, now=NOW, actor=someone_of_the_team())
    assert row is not None
    assert (row.free, row.version) == (False, 1)


def test_set_free_day_of_somebody_else_is_missing_as_what_does_not_exist(db: None) -> None:
    interpreter, other = an_interpreter(), an_interpreter()
    team = someone_of_the_team()
    for actor in (acting(other), a_partner_of(an_agency())):
        with pytest.raises(Missing) as hidden:
            set_free_day(interpreter_id=interpreter.id, day=FRIDAY, free=True, now=NOW, actor=actor)
        with pytest.raises(Missing) as absent:
            set_free_day(interpreter_id=uuid4(), day=FRIDAY, free=True, now=NOW, actor=team)
        assert hidden.value.problems == absent.value.problems
    assert said() == []


def test_set_free_day_of_a_day_that_is_over_everywhere_is_refused(db: None) -> None:
    interpreter = an_interpreter()
    with pytest.raises(Refusal) as refused:
        set_free_day(interpreter_id=interpreter.id, day=date(2026, 11, 21), free=True, now=NOW, actor=SYSTEM)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(Code.IN_THE_PAST, "day")]


@pytest.mark.parametrize("free", [True, False, None])
@pytest.mark.parametrize("day", [NOW.date() + timedelta(days=366), date.max])
def test_set_free_day_of_a_day_more_than_a_year_ahead_is_refused(db: None, day: date, free: bool | None) -> None:
    interpreter = an_interpreter()
    with pytest.raises(Refusal) as refused:
        set_free_day(interpreter_id=interpreter.id, day=day, free=free, now=NOW, actor=acting(interpreter))
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [(Code.DAY_TOO_FAR, "day")]
    assert said() == []


def test_set_free_day_of_the_last_day_of_the_year_ahead(db: None) -> None:
    interpreter, last = an_interpreter(), NOW.date() + timedelta(days=365)
    set_free_day(interpreter_id=interpreter.id, day=last, free=True, now=NOW, actor=acting(interpreter))
    assert said() == [(last, True)]


def test_set_free_day_by_someone_who_takes_no_bookings_is_refused(db: None) -> None:
    interpreter = an_interpreter()
    own = acting(interpreter)
    Interpreter.objects.filter(pk=interpreter.pk).update(active=False)
    with pytest.raises(Forbidden):
        set_free_day(interpreter_id=interpreter.id, day=FRIDAY, free=True, now=NOW, actor=own)
