"""When an interpreter can work: one tap a day, a default for a day of the week, a break.

By the interpreter, or by the team for someone on the phone; to anyone else the interpreter does not exist.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Forbidden, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append

_LAST_MIDNIGHT = timezone(timedelta(hours=-12))
"""Where a day ends last: a day is past once it is over everywhere."""
_LONGEST_BREAK = timedelta(days=366)
_FURTHEST_DAY = timedelta(days=366)
"""Whoever answers further ahead has mistyped the year: the days that are shown are the next few visits."""


@unit_of_work
def set_free_day(*, interpreter_id: UUID, day: date, free: bool | None, now: datetime, actor: Actor) -> FreeDay | None:
    """Free that day, not free, or (``None``) not said. Saying the same again changes nothing."""
    interpreter = _locked(interpreter_id, actor)
    today = now.astimezone(_LAST_MIDNIGHT).date()
    if day < today:
        raise refuse(Code.IN_THE_PAST, at="day")
    if day > today + _FURTHEST_DAY:
        raise refuse(Code.DAY_TOO_FAR, at="day")
    row = FreeDay.objects.filter(interpreter=interpreter, day=day).first()
    if (row.free if row is not None else None) == free:
        return row
    row, version = _write(row, interpreter, day, free)
    _tell(interpreter, version, "said", now=now, actor=actor)
    return row


@unit_of_work
def set_usual_day(*, interpreter_id: UUID, weekday: int, free: bool | None, now: datetime, actor: Actor) -> UsualDay | None:
    """Usually free on a day of the week (Monday is 0), usually not, or (``None``) not said."""
    interpreter = _locked(interpreter_id, actor)
    row = UsualDay.objects.filter(interpreter=interpreter, weekday=weekday).first()
    if (row.free if row is not None else None) == free:
        return row
    version = row.version + 1 if row is not None else 1
    if row is not None and free is None:
        row.delete()
        row = None
    elif row is not None:
        row.free, row.version = bool(free), version
        row.save(update_fields=["free", "version"])
    else:
        row = UsualDay.objects.create(interpreter=interpreter, weekday=weekday, free=bool(free))
    _tell(interpreter, version, "usual", now=now, actor=actor)
    return row


@unit_of_work
def say_as_before(*, interpreter_id: UUID, days: Collection[date], now: datetime, actor: Actor) -> list[FreeDay]:
    """For each of ``days`` with no answer yet: the answer of the last day that has one. Those newly said, in order."""
    interpreter = _locked(interpreter_id, actor)
    said = dict(FreeDay.objects.filter(interpreter=interpreter).values_list("day", "free"))
    made = []
    for day in sorted(set(days) - set(said)):
        before = [earlier for earlier in said if earlier < day]
        if before:
            said[day] = said[max(before)]
            made.append(FreeDay(interpreter=interpreter, day=day, free=said[day]))
    if not any(earlier < max(days, default=date.min) for earlier in said):
        raise refuse(Code.NOTHING_SAID_BEFORE)
    FreeDay.objects.bulk_create(made)
    if made:
        _tell(interpreter, 1, "said", now=now, actor=actor)
    return made


@unit_of_work
def take_break(*, interpreter_id: UUID, until: date | None, now: datetime, actor: Actor) -> Break | None:
    """Not asked for any day up to ``until``, that day included; ``None`` ends the break."""
    interpreter = _locked(interpreter_id, actor)
    today = now.astimezone(_LAST_MIDNIGHT).date()
    if until is not None and until < today:
        raise refuse(Code.IN_THE_PAST, at="until")
    if until is not None and until > today + _LONGEST_BREAK:
        raise refuse(Code.BREAK_TOO_LONG, at="until")
    row = Break.objects.filter(interpreter=interpreter).first()
    if (row.until if row is not None else None) == until:
        return row
    version = row.version + 1 if row is not None else 1
    if row is not None and until is None:
        row.delete()
        row = None
    elif until is not None:
        row, _made = Break.objects.update_or_create(interpreter=interpreter, defaults={"until": until, "version": version})
    _tell(interpreter, version, "break", now=now, actor=actor)
    return row


def _locked(interpreter_id: UUID, actor: Actor) -> Interpreter:
    """The interpreter's row. Who takes no bookings says nothing for themselves."""
    own = interpreter_id == actor.interpreter_id
    if not (own or actor.is_team or actor.is_system):
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    interpreter = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if interpreter is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    if not interpreter.active and own:
        raise Forbidden(problem(Code.NOT_ALLOWED))
    return interpreter


def _tell(interpreter: Interpreter, version: int, kind: str, *, now: datetime, actor: Actor) -> None:
    seen_by = frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})
    append([Entry("free_day", interpreter.id, version, kind, seen_by)], actor_id=actor.user_id, now=now)


def _write(row: FreeDay | None, interpreter: Interpreter, day: date, free: bool | None) -> tuple[FreeDay | None, int]:
    """The row as it is afterwards, and the version to tell."""
    if row is None:
        # Only an answer that says something comes here: no row and nothing said are the same.
        made = FreeDay.objects.create(interpreter=interpreter, day=day, free=bool(free))
        return made, made.version
    version = row.version + 1
    if free is None:
        row.delete()
        return None, version
    row.free, row.version = free, version
    row.save(update_fields=["free", "version"])
    return row, version
