"""The coming visits, and what an interpreter said for each: a fixed number of queries.

Read by the interpreter, or by somebody of the team, who reads of it what they recorded themselves and no more: what
else was said is folded into *not available*, and what is left over once the days are known would be a pairing.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from passerelle.availability.selectors import FreeDays
from passerelle.bookings.models import Visit
from passerelle.bookings.shapes.free_day import FreeDayList, FreeDayView, UsualDayView
from passerelle.common.permissions import require_team
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.visit import LIVE, VisitState
from passerelle.interpreters.models import Interpreter

COMING = 8


def told(interpreter_id: UUID, actor: Actor, now: datetime) -> FreeDayList:
    """The next visits with what ``actor``, of the team, recorded of this interpreter. Raises ``Missing``."""
    require_team(actor)
    if not Interpreter.objects.filter(pk=interpreter_id).exists():
        raise Missing(problem(Code.NOT_FOUND))
    return coming(actor, now, of=interpreter_id)


def coming(actor: Actor, now: datetime, *, of: UUID | None = None) -> FreeDayList:
    """The next visits, of the reader or ``of`` an interpreter. A day that two visits share stands there once."""
    today = now.date()
    visits = Visit.objects.filter(day__gte=today, state__in=LIVE).order_by("day", "id")
    by_day: dict[date, Visit] = {}
    for visit in visits[: 2 * COMING]:
        by_day.setdefault(visit.day, visit)
    shown = list(by_day.values())[:COMING]
    own, said = _said(actor, of, [visit.day for visit in shown])
    usually = said.usually(own) if own is not None else {}
    weekdays = sorted({visit.day.weekday() for visit in shown} | set(usually))
    return FreeDayList(
        results=[_view(visit.day, visit, own, said) for visit in shown],
        usual=[UsualDayView(weekday, usually.get(weekday), _noted(own, said, weekday)) for weekday in weekdays],
        **_break(own, said, today),
    )


def _break(own: UUID | None, said: FreeDays, today: date) -> dict[str, Any]:
    until = said.break_until(own) if own is not None else None
    if until is None or until < today:
        return {"break_until": None, "break_noted_at": None}
    return {"break_until": until, "break_noted_at": _noted(own, said, None)}


def _noted(own: UUID | None, said: FreeDays, of: date | int | None) -> datetime | None:
    return said.noted_at(own, of) if own is not None else None


def one(actor: Actor, day: date, *, of: UUID | None = None) -> FreeDayView:
    """One day, with its visit if there is one."""
    own, said = _said(actor, of, [day])
    return _view(day, Visit.objects.filter(day=day, state__in=LIVE).order_by("id").first(), own, said)


def _said(actor: Actor, of: UUID | None, days: Collection[date]) -> tuple[UUID | None, FreeDays]:
    own = of or actor.interpreter_id
    recorded_by = actor.user_id if own != actor.interpreter_id else None
    return own, FreeDays([own] if own is not None else [], days, recorded_by=recorded_by)


def _view(day: date, visit: Visit | None, own: UUID | None, said: FreeDays) -> FreeDayView:
    until = said.break_until(own) if own is not None else None
    return FreeDayView(
        day=day,
        visit=visit.id if visit else None,
        visit_state=VisitState(visit.state) if visit else None,
        free=said.said(own, day) if own is not None else None,
        noted_at=_noted(own, said, day),
        usual=said.usually(own).get(day.weekday()) if own is not None else None,
        on_break=until is not None and day <= until,
    )
