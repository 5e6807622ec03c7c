"""A life: acts through the real services at a time of its own, each looked at when it is over."""

from collections import Counter
from collections.abc import Callable, Sequence
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
from trials.life.step import KINDS, Row, Rows, Step
from trials.races.race import last_number, told_since

type Service = Callable[..., Any]


class Broken(AssertionError):
    """Something that must never happen did."""


class Life:
    """``done`` and ``refused`` count acts by name. Things are spoken of by the order in which they came to be."""

    def __init__(self, cast: Cast, done: Counter[str], refused: Counter[str]) -> None:
        self.cast, self.done, self.refused = cast, done, refused
        self.now: datetime = NOW
        clean()
        cast.begun.put_back()
        self._order: dict[UUID, int] = {}
        self.rows = self._read()

    def some(self, kind: str, *states: str) -> list[Row]:
        """The rows of ``kind``, in one of ``states`` where any is told."""
        rows = [row for row in self.rows.of[kind].values() if not states or row["state"] in states]
        return sorted(rows, key=lambda row: self._order[row["id"]])

    def actor_of(self, offer: Row) -> Actor:
        """The interpreter whose answer it is."""
        return self.cast.actors[self._person(offer["interpreter_id"])]

    def act(self, service: Service, actor: Actor, **arguments: Any) -> None:
        """Call ``service``; a refusal is an answer too. Anything else it raises is a fault of ours."""
        self._step(service.__name__, actor, lambda: service(**arguments, now=self.now, actor=actor))

    def wait(self, until: datetime) -> None:
        """Time goes on, and what it does by itself is done."""
        self.now = max(until, self.now + timedelta(minutes=1))

        def due() -> None:
            tend(now=self.now)
            tend_notes(now=self.now)

        self._step("wait", SYSTEM, due)

    def _step(self, name: str, actor: Actor, work: Callable[[], Any]) -> None:
        before, number = self.rows, last_number()
        refused = _refused(name, work)
        done = not refused
        (self.done if done else self.refused)[name if done else f"{name}: {refused}"] += 1
        self.rows = self._read()
        step = Step(name, actor, self.now, done, before, self.rows, told_since(number), number)
        if wrong := wrong_with(step):
            raise Broken("\n".join(wrong))

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
        return str(row.get("day", "")), row.get("pay", ""), -1 if person is None else self._person(person)

    def _person(self, pk: UUID) -> int:
        return [person.id for person in self.cast.people].index(pk)


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
