"""Every text of everybody is marked; everybody asks for everything: who reads a mark that is not theirs to read?

What is looked at: the bytes of every answer and its headers, what is written to the journal (of which alone a live frame is
made), each mail and whom it goes to, and the log.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.core import mail
from django.test import Client, override_settings

from bench.results import Figure
from passerelle.accounts.models import User
from passerelle.bookings.services.pairings import rule_out_pairing
from passerelle.common.register import tables, unregistered
from passerelle.journal.models import Change
from tests.contract.asking import ask, browser, undone
from tests.contract.calls import CALLS
from tests.contract.calls.call import Call, Subject
from tests.contract.calls.imports import an_import
from tests.contract.world import EVERYONE, INTERPRETER, OTHER_INTERPRETER, OTHER_PARTNER, PARTNER, World, a_world
from tests.factories.people import a_group_of
from tests.support.database import clean
from trials.access.canaries.marks import Mark, every_field, marked
from trials.lossless.found import Found

BY_NAME = "testserver"
"""The name by which Django's client asks."""
KEPT_MAIL = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
NO_ONE: UUID | None = None


@dataclass
class Seen:
    """What was looked at, and who read what they must not."""

    leaks: Counter[str] = field(default_factory=Counter)
    read: set[str] = field(default_factory=set)
    """The fields of which somebody who may read a mark did: a field that nobody reads proves nothing."""
    standing: set[str] = field(default_factory=set)
    """The fields in which a mark stood."""
    answers: int = 0
    well: int = 0

    def look(self, said: str, marks: Iterable[Mark], reader: UUID | None, where: str) -> None:
        for mark in marks:
            if mark.text not in said:
                continue
            if reader in mark.readers:
                self.read.add(mark.field)
            else:
                self.leaks[f"{mark.field} was read {where}"] += 1


def measure(scale: float = 1.0, *, calls: Sequence[Call] = CALLS, weakened: Callable[[], Any] = nullcontext) -> Found:
    """``scale`` of all ``calls``; the product is ``weakened`` meanwhile, by a test."""
    calls = calls[:: max(1, round(1 / scale))]
    seen = Seen()
    with ExitStack() as stack:
        stack.callback(clean)
        stack.enter_context(override_settings(ALLOWED_HOSTS=[BY_NAME], MAILERS=KEPT_MAIL))
        made = worlds()
        stack.enter_context(weakened())
        for call in calls:
            for world in made:
                try_call(call, world, made[0], seen)
    return _figures(calls, seen)


def worlds() -> tuple[World, World]:
    """The world as one partner and one interpreter have it, and as the others do; in both something is asked and confirmed."""
    world = a_world()
    people = {**world.people, PARTNER: world.people[OTHER_PARTNER], INTERPRETER: world.people[OTHER_INTERPRETER]}
    agency = world.other_group.agency
    women = a_group_of(agency, women_only=True)
    theirs = replace(world, people=people, agency=agency, group=world.other_group, women=women)
    other = replace(theirs, shirin=world.omid, omid=world.shirin)
    for one in (world, other):
        one.days = world.days
        one.confirmed()
        one.asked()
        one.a_draft()
        world.days = one.days
    _rule_out(world)
    an_import(world)
    other.days = world.days
    return world, other


def _rule_out(world: World) -> None:
    """The team does not send the interpreter to a third group any more, for whom she was asked: she must not know."""
    group = a_group_of(world.agency)
    world.asked(world.scheduled(group=group))
    rule_out_pairing(interpreter_id=world.shirin.id, group_id=group.id, now=world.now, actor=world.team)


def try_call(call: Call, world: World, whole: World, seen: Seen) -> None:
    """Everybody sends ``call`` about a thing of ``world``."""
    with undone(), same_days(world):
        people = {actor.user_id for actor in whole.people.values() if actor.user_id}
        one = _Try(call, call.on(world), whole, marked(people), Change.objects.count())
        seen.standing |= {mark.field for mark in one.marks}
        for name in (*sorted(EVERYONE), ""):
            with undone():
                one.by(name, seen)


@contextmanager
def same_days(world: World) -> Iterator[None]:
    """The Fridays that are used up meanwhile are free again: what was planned on them is undone."""
    days = world.days
    yield
    world.days = days


@dataclass(frozen=True)
class _Try:
    """A call about a thing among ``marks``; ``lines`` of the journal were there before."""

    call: Call
    subject: Subject
    world: World
    marks: Sequence[Mark]
    lines: int

    def by(self, name: str, seen: Seen) -> None:
        """Sent by one of the world, or by nobody."""
        reader = self.world.people[name].user_id if name else NO_ONE
        mail.outbox = []
        with _log() as logged:
            answer = ask(browser(self.world, name) if name else Client(), self.call, self.subject)
        seen.answers += 1
        seen.well += answer.status_code < 400
        # What somebody sends, they know.
        others = [mark for mark in self.marks if mark.text not in str(self.subject)]
        seen.look(_words(answer), others, reader, f"by {name or 'somebody signed out'} in the answer to {self.call}")
        # Which thing a request was about may stand there; nothing of what is known of it.
        texts = [mark for mark in self.marks if not mark.field.endswith(".id")]
        seen.look("\n".join(logged), texts, NO_ONE, f"in the log of {self.call}")
        seen.look(self._journalled(), self.marks, NO_ONE, f"in the journal of {self.call}")
        for message in mail.outbox:
            to = User.objects.filter(email__in=message.to).values_list("pk", flat=True).first()
            seen.look(f"{message.subject}\n{message.body}\n{message.to}", self.marks, to, f"in a mail of {self.call}")

    def _journalled(self) -> str:
        """The texts among what the journal has by now and had not before."""
        new = Change.objects.order_by("-at")[: max(0, Change.objects.count() - self.lines)]
        return str(list(new.values_list("entity", "kind")))


def _words(answer: Any) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{content.decode(errors='replace')}\n{answer.headers}\n{answer.cookies}"


@contextmanager
def _log() -> Iterator[list[str]]:
    """What is written to the log meanwhile, as it is written."""
    lines: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler, root = Keeping(), logging.getLogger()
    root.addHandler(handler)
    try:
        yield lines
    finally:
        root.removeHandler(handler)


def _figures(calls: Sequence[Call], seen: Seen) -> Found:
    found, fields = Found(), every_field()
    found.blame(f"{said} ({times} times)" for said, times in seen.leaks.most_common())
    how = (
        f"{len(calls)} operations, each about a thing of either of two partners, sent by {len(EVERYONE)} people of nine kinds "
        f"and by nobody: {seen.answers:,} answers, {seen.well:,} of them 2xx, and what was logged, mailed and journalled; "
        f"marks in {len(seen.standing)} fields of {len(fields)}, {len(seen.read)} of them read by who may"
    )
    found.figures += [
        Figure("access/canary_leaks", sum(seen.leaks.values()), "marks", how),
        Figure("access/canary_answers", seen.answers, "answers", how),
        Figure("access/canary_fields", len(seen.standing), "fields", how),
        Figure(
            "access/personal_fields_unregistered",
            found.blame(unregistered(tables())),
            "fields",
            f"of {len(tables())} tables, against every model that there is",
        ),
    ]
    return found
