"""What interpreters say about their own work: where they can work, from where they set out, their limits, themes not taken."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from passerelle.agencies.travel import known_areas
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.load import HARD, LIMITS, NO_LIMITS, Limits
from passerelle.domain.refusals import Code, Missing, Problem, Refusal, Stale, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.words import Place, Theme
from passerelle.interpreters import events
from passerelle.interpreters.models import Interpreter


@dataclass(frozen=True)
class Wishes:
    """``limits`` are their own: lower than everyone's, or none."""

    places: Collection[Place]
    base_area: str = ""
    not_themes: Collection[Theme] = ()
    limits: Limits = field(default_factory=lambda: NO_LIMITS)

    def against(self) -> list[Problem]:
        """Every problem at once."""
        found = [] if self.places else [problem(Code.EMPTY, at="places")]
        if self.base_area and self.base_area not in known_areas():
            found.append(problem(Code.AREA_UNKNOWN, at="base_area"))
        return found + against_limits(self.limits)

    @property
    def columns(self) -> dict[str, object]:
        own = {name: getattr(self.limits, name) for name in LIMITS}
        return own | {
            "places": sorted(set(self.places)),
            "base_area": self.base_area,
            "not_themes": sorted(set(self.not_themes)),
        }


def against_limits(limits: Limits) -> list[Problem]:
    """Every problem at once: nobody's own are over everyone's."""
    own = {name: getattr(limits, name) for name in LIMITS}
    return [
        problem(Code.OVER_THE_LIMIT, at=f"limits.{name}", most=str(getattr(HARD, name)))
        for name, value in own.items()
        if value is not None and not 0 < value <= getattr(HARD, name)
    ]


@unit_of_work
def record_limits(*, interpreter_id: UUID, version: int, limits: Limits, now: datetime, actor: Actor) -> Interpreter:
    """Their own limits as told by phone, by somebody without an account: whoever has one keeps their own.

    Recording the same again changes nothing. Raises ``Stale`` where limits were recorded since ``version`` of the
    interpreter was read; what else of them changed since does not matter.
    """
    require_team(actor)
    if against := against_limits(limits):
        raise Refusal(*against)
    interpreter = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if interpreter is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    if interpreter.user_id is not None:
        raise refuse(Code.HAS_ACCOUNT)
    if (interpreter.limits, interpreter.limits_by_id) == (limits, actor.user_id) and version <= interpreter.version:
        return interpreter
    if not interpreter.limits_version <= version <= interpreter.version:
        raise Stale(problem(Code.STALE))
    for name in LIMITS:
        setattr(interpreter, name, getattr(limits, name))
    interpreter.limits_by_id, interpreter.limits_version = actor.user_id, interpreter.version + 1
    interpreter.changed(*LIMITS, "limits_by", "limits_version")
    events.tell_interpreter(interpreter, "wishes", now=now, actor=actor)
    return interpreter


@unit_of_work
def change_wishes(*, interpreter_id: UUID, version: int, wishes: Wishes, now: datetime, actor: Actor) -> Interpreter:
    """By the interpreter, or by the team for someone on the phone. Saying the same again changes nothing.

    Raises ``Stale`` for an edit of an older version; to anyone else the interpreter does not exist.
    """
    if interpreter_id != actor.interpreter_id and not (actor.is_team or actor.is_system):
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    interpreter = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if interpreter is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    if interpreter.version != version:
        raise Stale(problem(Code.STALE))
    if against := wishes.against():
        raise Refusal(*against)
    changed = [name for name, value in wishes.columns.items() if getattr(interpreter, name) != value]
    for name in changed:
        setattr(interpreter, name, wishes.columns[name])
    if changed:
        interpreter.changed(*changed)
        events.tell_interpreter(interpreter, "wishes", now=now, actor=actor)
    return interpreter
