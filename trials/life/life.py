"""A life: acts through the real services at a time of its own, each looked at when it is over."""

import inspect
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from passerelle.bookings.services.timers import tend, tend_notes
from passerelle.common.errors import from_database
from passerelle.domain.refusals import Refusal
from passerelle.domain.roles import SYSTEM, Actor
from tests.factories.people import NOW
from tests.support.database import clean
from trials.life.cast import Cast
from trials.life.checks import wrong_with
from trials.life.may import NOT_THEIRS, about, may
from trials.life.step import KINDS, Row, Rows, Step
from trials.races.race import last_number, told_since

type Service = Callable[..., Any]


class Broken(AssertionError):
    """Something that must never happen did."""


@dataclass(frozen=True)
class Acts:
    """By name: what was done, what was refused to who may do it, and what to who may not."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    turned_away: Counter[str] = field(default_factory=Counter)

    @property
    def steps(self) -> int:
        return self.done.total() + self.refused.total()

    def add(self, others: "Acts") -> None:
        self.done.update(others.done)
        self.refused.update(others.refused)
        self.turned_away.update(others.turned_away)


class Life:
    """Things are spoken of by the order in which they came to be."""

    def __init__(self, cast: Cast, acts: Acts) -> None:
        self.cast, self.acts = cast, acts
        self.now: datetime = NOW
        clean()
        cast.begun.put_back()
        self._order: dict[UUID, int] = {}
        self._tried, self.steps = 0, 0
        self.told: dict[str, Any] = {}
        """What each service returned when it was last done."""
        self.rows = self._read()

    def parts(self, name: str) -> list[Row]:
        """The rows of a part, whose order says nothing."""
        return [*self.rows.parts[name].values()]

    def some(self, kind: str, *states: str) -> list[Row]:
        """The rows of ``kind``, in one of ``states`` where any is told."""
        rows = [row for row in self.rows.of[kind].values() if not states or row["state"] in states]
        return sorted(rows, key=lambda row: self._order[row["id"]])

    def actor_of(self, offer: Row) -> Actor | None:
        """The interpreter whose answer it is; nobody where they have no account."""
        return self.cast.actors[self._person(offer["interpreter_id"])]

    def act(self, service: Service, actor: Actor, **arguments: Any) -> None:
        """Somebody who may not tries, then ``actor`` calls ``service``; a refusal is an answer too.

        Anything else it raises is a fault of ours.
        """
        name = service.__name__
        if not may(name, actor, arguments, self.rows):
            raise ValueError(f"{name} is not for who was to do it: {actor}")
        self._turn_away(service, arguments)
        calling = _calling(service, actor, self.now, arguments)
        self._step(name, actor, lambda: self.told.update({name: calling()}), about(arguments))

    def _turn_away(self, service: Service, arguments: Mapping[str, Any]) -> None:
        """One of those who may not tries it, each in turn: they are told that it is not theirs, and nothing changes."""
        name = service.__name__
        strangers = [one for one in self.cast.everybody() if not may(name, one, arguments, self.rows)]
        if not strangers:
            return
        self._tried += 1
        stranger = strangers[self._tried % len(strangers)]
        refused = self._looked_at(name, stranger, _calling(service, stranger, self.now, arguments), None)
        if refused not in NOT_THEIRS:
            raise Broken(f"{name}: {stranger} may not, and was {refused or 'let do it'}")
        self.acts.turned_away[name] += 1

    def wait(self, until: datetime) -> None:
        """Time goes on, and what it does by itself is done."""
        self.now = max(until, self.now + timedelta(minutes=1))

        def due() -> None:
            tend(now=self.now)
            tend_notes(now=self.now)

        self._step("wait", SYSTEM, due)

    def _step(self, name: str, actor: Actor, work: Callable[[], Any], what: UUID | None = None) -> None:
        self.steps += 1
        refused = self._looked_at(name, actor, work, what)
        (self.acts.refused if refused else self.acts.done)[f"{name}: {refused}" if refused else name] += 1

    def _looked_at(self, name: str, actor: Actor, work: Callable[[], Any], what: UUID | None) -> str:
        """With which code ``work`` was refused, or nothing; what it left behind is looked at."""
        before, number = self.rows, last_number()
        refused = _refused(name, work)
        self.rows = self._read()
        step = Step(name, actor, self.now, not refused, before, self.rows, told_since(number), number, what)
        if wrong := wrong_with(step):
            raise Broken("\n".join(wrong))
        return refused

    def _read(self) -> Rows:
        """What is stored; what is new there is numbered, in an order that does not hang on ids drawn at random."""
        rows = Rows.read()
        new = [(place, row) for place, kind in enumerate(KINDS) for pk, row in rows.of[kind].items() if pk not in self._order]
        for _, row in sorted(new, key=lambda one: (one[0], *self._told_apart(one[1]))):
            self._order[row["id"]] = len(self._order)
        return rows

    def _told_apart(self, row: Row) -> Sequence[Any]:
        """Of what one act made at once: days by their date, places by their pay, answers by the person."""
        person = row.get("interpreter_id")
        return str(row.get("day", "")), row.get("pay", ""), row.get("name", ""), -1 if person is None else self._person(person)

    def _person(self, pk: UUID) -> int:
        return [person.id for person in self.cast.people].index(pk)


def _calling(service: Service, actor: Actor, now: datetime, arguments: Mapping[str, Any]) -> Callable[[], Any]:
    """The call. What anybody may do who was told a secret does not ask who they are."""
    who = {"actor": actor} if "actor" in inspect.signature(service).parameters else {}
    return lambda: service(**arguments, **who, now=now)


def _refused(name: str, work: Callable[[], Any]) -> str:
    """With which code ``work`` was refused, or nothing."""
    try:
        work()
    except Refusal as refusal:
        return refusal.code.value
    except Exception as error:
        known = from_database(error)
        if known is None:
            raise Broken(f"{name}: neither done nor refused, but {error!r}") from error
        return known.code.value
    return ""
