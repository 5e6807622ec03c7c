"""When an interpreter can work: one tap a day."""

from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from passerelle.availability.models import FreeDay
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Forbidden, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append

_LAST_MIDNIGHT = timezone(timedelta(hours=-12))
"""Where a day ends last: a day is past once it is over everywhere."""


@unit_of_work
def set_free_day(*, interpreter_id: UUID, day: date, free: bool | None, now: datetime, actor: Actor) -> FreeDay | None:
    """Free that day, not free, or (``None``) not said; by the interpreter, or by the team for someone on the phone.

    Saying the same again changes nothing. To anyone else the interpreter does not exist.
    """
    own = interpreter_id == actor.interpreter_id
    if not (own or actor.is_team or actor.is_system):
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    interpreter = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if interpreter is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    if not interpreter.active and own:
        raise Forbidden(problem(Code.NOT_ALLOWED))
    if day < now.astimezone(_LAST_MIDNIGHT).date():
        raise refuse(Code.IN_THE_PAST, at="day")
    row = FreeDay.objects.filter(interpreter=interpreter, day=day).first()
    if (row.free if row is not None else None) == free:
        return row
    row, version = _write(row, interpreter, day, free)
    seen_by = frozenset({audiences.TEAM, audiences.interpreter(interpreter.id)})
    append([Entry("free_day", interpreter.id, version, "said", seen_by)], actor_id=actor.user_id, now=now)
    return row


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
