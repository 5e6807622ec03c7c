"""When an interpreter can work: one tap a day, a default for a day of the week, a break.

By the interpreter, or by the team for someone on the phone; to anyone else the interpreter does not exist.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from passerelle.availability.models import Break, FreeDay, UsualDay
from passerelle.common.transactions import unit_of_work
from passerelle.domain.policies.planning import against_day
from passerelle.domain.refusals import Code, Forbidden, Missing, Refusal, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append

_LAST_MIDNIGHT = timezone(timedelta(hours=-12))
"""Where a day ends last: a day is past once it is over everywhere."""
_LONGEST_BREAK = timedelta(days=366)


@unit_of_work
def set_free_day(*, interpreter_id: UUID, day: date, free: bool | None, now: datetime, actor: Actor) -> FreeDay | None:
    """Free that day, not free, or (``None``) not said. Saying the same again changes nothing.

    The team records what it was told by phone, and takes back no more than each of them recorded.
    """
    interpreter = _locked(interpreter_id, actor)
    if against := against_day(day, today=now.astimezone(_LAST_MIDNIGHT).date()):
        raise Refusal(*against)
    row = FreeDay.objects.filter(interpreter=interpreter, day=day).first()
    written = _write(FreeDay, row, free, _hand(interpreter, actor, now), interpreter=interpreter, day=day)
    _tell_written(interpreter, written, "said", now=now, actor=actor)
    return written.row


@unit_of_work
def set_usual_day(*, interpreter_id: UUID, weekday: int, free: bool | None, now: datetime, actor: Actor) -> UsualDay | None:
    """Usually free on a day of the week (Monday is 0), usually not, or (``None``) not said. See ``set_free_day``."""
    interpreter = _locked(interpreter_id, actor)
    row = UsualDay.objects.filter(interpreter=interpreter, weekday=weekday).first()
    written = _write(UsualDay, row, free, _hand(interpreter, actor, now), interpreter=interpreter, weekday=weekday)
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
    at = _hand(interpreter, actor, now).at
    makes_it_theirs = row is not None and row.recorded_at is not None and at is None
    if (row.until if row is not None else None) == until and not makes_it_theirs:
        return row
    version = row.version + 1 if row is not None else 1
    if row is not None and until is None:
        row.delete()
        row = None
    elif until is not None:
        said = {"until": until, "version": version, "recorded_at": at}
        row, _made = Break.objects.update_or_create(interpreter=interpreter, defaults=said)
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


@dataclass(frozen=True, slots=True)
class _Hand:
    """Who writes it down: somebody of the team, at a moment, or (``None``) the interpreter, who says it themselves."""

    recorder: UUID | None
    at: datetime | None

    @property
    def columns(self) -> dict[str, object]:
        return {"recorded_by_id": self.recorder, "recorded_at": self.at}


def _hand(interpreter: Interpreter, actor: Actor, now: datetime) -> _Hand:
    of_the_team = actor.is_team and actor.interpreter_id != interpreter.id
    return _Hand(actor.user_id, now) if of_the_team else _Hand(None, None)


@dataclass(frozen=True, slots=True)
class _Written[R: (FreeDay, UsualDay)]:
    """The row as it is afterwards, and the version to tell: None where nothing changed."""

    row: R | None
    version: int | None = None


def _write[R: (FreeDay, UsualDay)](model: type[R], row: R | None, free: bool | None, hand: _Hand, **of: object) -> _Written[R]:
    """What is said last holds, and is whose who says it: also where they say what stood there already."""
    if row is None:
        if free is None:
            return _Written(None)
        made = model._default_manager.create(free=free, **hand.columns, **of)
        return _Written(made, made.version)
    own = row.recorded_by_id == hand.recorder and (row.recorded_at is None) == (hand.at is None)
    not_theirs_to_take_back = free is None and hand.at is not None and not own
    if not_theirs_to_take_back or (free == row.free and own):
        return _Written(row)
    # What the team is told of its own record says nothing of what stood there before: not even that something did.
    version = row.version + 1 if hand.at is None else 1
    if free is None:
        row.delete()
        return _Written(None, version)
    row.free, row.recorded_by_id, row.recorded_at, row.version = free, hand.recorder, hand.at, row.version + 1
    row.save(update_fields=["free", "recorded_by", "recorded_at", "version"])
    return _Written(row, version)


def _tell_written(
    interpreter: Interpreter, written: _Written[FreeDay] | _Written[UsualDay], kind: str, *, now: datetime, actor: Actor
) -> None:
    if written.version is not None:
        _tell(interpreter, written.version, kind, now=now, actor=actor)


def _tell(interpreter: Interpreter, version: int, kind: str, *, now: datetime, actor: Actor) -> None:
    seen_by = frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})
    append([Entry("free_day", interpreter.id, version, kind, seen_by)], actor_id=actor.user_id, now=now)
