"""When an interpreter can work: one tap a day, a default for a day of the week, a break.

By the interpreter, or by the team for someone on the phone; to anyone else the interpreter does not exist.
"""

from collections.abc import Collection
from dataclasses import dataclass
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
    """Free that day, not free, or (``None``) not said. Saying the same again changes nothing.

    The team records what it was told by phone, and takes back no more than each of them recorded.
    """
    interpreter = _locked(interpreter_id, actor)
    today = now.astimezone(_LAST_MIDNIGHT).date()
    if day < today:
        raise refuse(Code.IN_THE_PAST, at="day")
    if day > today + _FURTHEST_DAY:
        raise refuse(Code.DAY_TOO_FAR, at="day")
    row = FreeDay.objects.filter(interpreter=interpreter, day=day).first()
    written = _write(FreeDay, row, free, _recorder(interpreter, actor), interpreter=interpreter, day=day)
    _tell_written(interpreter, written, "said", now=now, actor=actor)
    return written.row


@unit_of_work
def set_usual_day(*, interpreter_id: UUID, weekday: int, free: bool | None, now: datetime, actor: Actor) -> UsualDay | None:
    """Usually free on a day of the week (Monday is 0), usually not, or (``None``) not said. See ``set_free_day``."""
    interpreter = _locked(interpreter_id, actor)
    row = UsualDay.objects.filter(interpreter=interpreter, weekday=weekday).first()
    written = _write(UsualDay, row, free, _recorder(interpreter, actor), interpreter=interpreter, weekday=weekday)
    _tell_written(interpreter, written, "usual", now=now, actor=actor)
    return written.row


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


def _recorder(interpreter: Interpreter, actor: Actor) -> UUID | None:
    """Who of the team writes it down; None where the interpreter says it themselves."""
    return actor.user_id if actor.is_team and actor.interpreter_id != interpreter.id else None


@dataclass(frozen=True, slots=True)
class _Written[R: (FreeDay, UsualDay)]:
    """The row as it is afterwards, and the version to tell: None where nothing changed.

    ``reads_otherwise``: what is said is another than before, not only who wrote it down.
    """

    row: R | None
    version: int | None = None
    reads_otherwise: bool = False


def _write[R: (FreeDay, UsualDay)](
    model: type[R], row: R | None, free: bool | None, recorder: UUID | None, **of: object
) -> _Written[R]:
    if row is None:
        if free is None:
            return _Written(None)
        made = model._default_manager.create(free=free, recorded_by_id=recorder, **of)
        return _Written(made, made.version, reads_otherwise=True)
    others = recorder is not None and row.recorded_by_id != recorder
    if (free is None and others) or (free == row.free and not others):
        return _Written(row)
    # What the team is told of its own record says nothing of what stood there before: not even that something did.
    version = row.version + 1 if recorder is None else 1
    if free is None:
        row.delete()
        return _Written(None, version, reads_otherwise=True)
    same = row.free == free
    row.free, row.recorded_by_id, row.version = free, recorder, row.version + 1
    row.save(update_fields=["free", "recorded_by", "version"])
    return _Written(row, version, reads_otherwise=not same)


def _tell_written(
    interpreter: Interpreter, written: _Written[FreeDay] | _Written[UsualDay], kind: str, *, now: datetime, actor: Actor
) -> None:
    if written.version is not None:
        _tell(interpreter, written.version, kind, to_them=written.reads_otherwise, now=now, actor=actor)


def _tell(interpreter: Interpreter, version: int, kind: str, *, to_them: bool = True, now: datetime, actor: Actor) -> None:
    seen_by = {audiences.TEAM} | ({audiences.interpreter(interpreter.id)} if to_them else set())
    append([Entry("free_day", interpreter.id, version, kind, frozenset(seen_by))], actor_id=actor.user_id, now=now)
