"""What interpreters say about their own work: where they can work, from where they set out, their limits, themes not taken."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from passerelle.agencies.travel import known_areas
from passerelle.common.transactions import unit_of_work
from passerelle.domain.load import HARD, LIMITS, NO_LIMITS, Limits
from passerelle.domain.refusals import Code, Missing, Problem, Refusal, Stale, problem
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
        for name in LIMITS:
            own, most = getattr(self.limits, name), getattr(HARD, name)
            if own is not None and not 0 < own <= most:
                found.append(problem(Code.OVER_THE_LIMIT, at=f"limits.{name}", most=str(most)))
        return found

    @property
    def columns(self) -> dict[str, object]:
        own = {name: getattr(self.limits, name) for name in LIMITS}
        return own | {
            "places": sorted(set(self.places)),
            "base_area": self.base_area,
            "not_themes": sorted(set(self.not_themes)),
        }


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
