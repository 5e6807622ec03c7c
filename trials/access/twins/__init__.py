"""Worlds that differ in one pairing ruled out: who must not know is answered and told the same in both, byte for byte.

Each operation of the API is sent by everybody in the world where a pairing was ruled out, and in those beside it. To whoever is
not of the team it must read as if nothing had been said; to the team as if Shirin did not want it for a reason that is
hers; to herself, where somebody else ruled it out, as if it were not there.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle
from typing import Any

import orjson
from django.core import mail
from django.test import override_settings

from bench.results import Figure
from passerelle.domain.states.offer import OfferState
from passerelle.journal.positions import position
from tests.contract.asking import undone
from tests.contract.calls.call import Call, Subject
from tests.contract.world import TEAM, TREASURER
from tests.support.database import clean
from trials.access.canaries import BY_NAME, KEPT_MAIL, same_days
from trials.access.twins.chance import standing_still
from trials.access.twins.heard import Heard, frames_since, hear
from trials.access.twins.questions import ASKED, questions
from trials.access.twins.worlds import (
    HERSELF,
    PAIRS,
    Beside,
    Pair,
    Stage,
    about_to_differ,
    asked_in,
    beside,
    going_on,
    made,
    rule_out,
)
from trials.lossless.found import Found


@dataclass
class Tally:
    """What was compared, and what of it told one world from another."""

    apart: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    """Answers of 500 and more: alike in both worlds, and no answer."""
    answers: int = 0
    frames: int = 0
    unavailable: int = 0
    """Answers to the team in which it shows that somebody is not available."""


def measure(
    scale: float = 1.0,
    *,
    calls: Sequence[Call] = ASKED,
    pairs: Sequence[Pair] = PAIRS,
    weakened: Callable[[], Any] = nullcontext,
) -> Found:
    """``scale`` of all ``calls``, in worlds of ``pairs``; the product is ``weakened`` meanwhile, by a test."""
    calls = calls[:: max(1, round(1 / scale))]
    tally = Tally()
    with ExitStack() as stack:
        stack.callback(clean)
        stack.enter_context(override_settings(ALLOWED_HOSTS=[BY_NAME], MAILERS=KEPT_MAIL))
        stage = made()
        stack.enter_context(standing_still(stage.world.now))
        stack.enter_context(weakened())
        for call, scope in zip(calls, cycle(dict.fromkeys(pair.scope for pair in pairs)), strict=False):
            with undone(), same_days(stage.world):
                subject = call.on(stage.world)
                with about_to_differ(stage.world, scope):
                    Twins(stage, call, subject, scope, tally).compare([pair for pair in pairs if pair.scope == scope])
    return _figures(calls, pairs, stage, tally)


class Twins:
    """One call about one subject, in the worlds of a scope."""

    def __init__(self, stage: Stage, call: Call, subject: Subject, scope: str, tally: Tally) -> None:
        self._stage, self._call, self._subject, self._scope, self._tally = stage, call, subject, scope, tally
        self._questions = questions(call, stage.world)
        self._lists = not call.writes and "<" not in call.address
        self._people = [name for name in stage.world.people if name != TREASURER or not call.writes]
        """A treasurer does what the others of the team do."""
        self._beside = cache(self._heard_beside)

    def compare(self, pairs: Sequence[Pair]) -> None:
        """Who set it is of no moment to what a filter lets through: the first of ``pairs`` alone is asked in every way."""
        for pair in pairs:
            with undone():
                self._ruled_out(pair)
                going_on(self._stage, lists=self._lists)
                ways = None if pair is pairs[0] else 1
                heard = {name: self._heard(name, ways) for name in self._people if name != pair.setter}
            for name, some in heard.items():
                for place, one in enumerate(some):
                    question = self._questions[place]
                    for said in self._apart(pair, name, place, one):
                        asked = f" {dict(question)}" if question else ""
                        self._tally.apart[f"{pair}: {name} tells it by {said} of {self._call}{asked}"] += 1

    def _heard(self, name: str, ways: int | None = None) -> list[Heard]:
        """What one is answered to every question; whoever may not ask at all is not asked in other ways."""
        world = self._stage.world
        first = hear(world, name, self._call, self._subject, self._questions[0])
        more = self._questions[1:ways] if first.done else []
        return [first, *(hear(world, name, self._call, self._subject, question) for question in more)]

    def _heard_beside(self, kind: Beside) -> Mapping[str, list[Heard]]:
        reading, names = not self._call.writes, {*self._people}
        if reading and kind is not Beside.NOTHING:  # what somebody reads is told to nobody else
            names = {HERSELF} if kind is Beside.ABSENT else names - {HERSELF}
        with beside(self._stage, kind, self._scope, reading=reading, lists=self._lists):
            return {name: self._heard(name) for name in names}

    def _ruled_out(self, pair: Pair) -> None:
        """That it is done is told to nobody but whoever does it, and to herself the cards that she no longer sees."""
        world, before = self._stage.world, position()
        gone = asked_in(world, self._scope).exclude(state__in=[OfferState.NEW, OfferState.ACCEPTED])
        cards = {(str(pk), "changed") for pk in gone.values_list("pk", flat=True)}
        mail.outbox = []
        rule_out(world, pair)
        for name, frames in frames_since(world, before).items():
            if name == pair.setter:
                continue
            told = {(one["id"], one["kind"]) for frame in frames for one in orjson.loads(frame)["changes"]}
            if name != HERSELF or told - cards:
                self._tally.apart[f"{pair}: {name} tells it by a frame of ruling it out"] += 1
        self._tally.apart.update(f"{pair}: {message.to} tell it by a mail" for message in mail.outbox)

    def _apart(self, pair: Pair, name: str, place: int, one: Heard) -> Iterator[str]:
        """By what the answer, or what is told of the act, differs from what it must be equal to."""
        tally = self._tally
        tally.answers += len(one.answers)
        tally.frames += len(one.frames)
        if one.answers[0].status >= 500:
            tally.broken[f"{self._call} by {name}: answered {one.answers[0].status}"] += 1
        for kind in self._equal_to(pair, name):
            other = self._of(kind, name, place)
            if other is None or one.answers != other.answers:
                yield f"the answer (as {kind.name.lower()})"
            elif one.mails != other.mails:
                yield "a mail"
            elif one.statements != other.statements and kind is not Beside.ABSENT:
                yield f"the number of statements ({one.statements}, not {other.statements})"
        if self._call.writes:
            yield from self._told(pair, name, place, one)
        elif name in TEAM and not pair.taken_back:
            nothing = self._of(Beside.NOTHING, name, place)
            tally.unavailable += nothing is not None and nothing.answers != one.answers

    def _told(self, pair: Pair, name: str, place: int, one: Heard) -> Iterator[str]:
        """Of an act of hers that could not be done there is nothing to tell, whatever the others could do."""
        for listener in self._stage.world.people:
            if listener == pair.setter:
                continue
            kind = Beside.NOTHING if pair.taken_back else Beside.ABSENT if listener == HERSELF else Beside.UNWANTED
            other = self._of(kind, name, place)
            wanted = other.frames.get(listener) if other is not None and one.done else None
            if one.frames.get(listener) != wanted:
                yield f"a frame to the {listener}"

    def _equal_to(self, pair: Pair, name: str) -> Sequence[Beside]:
        if pair.taken_back:
            return [Beside.NOTHING]
        if name == HERSELF:
            return [Beside.ABSENT]
        reads_no_names = not self._call.writes and name not in TEAM
        return [Beside.UNWANTED, Beside.NOTHING] if reads_no_names else [Beside.UNWANTED]

    def _of(self, kind: Beside, name: str, place: int) -> Heard | None:
        """None where one was not even asked so."""
        found = self._beside(kind)[name]
        return found[place] if place < len(found) else None


def _figures(calls: Sequence[Call], pairs: Sequence[Pair], stage: Stage, tally: Tally) -> Found:
    found = Found()
    found.blame(f"{said} ({times} times)" for said, times in tally.apart.most_common())
    found.blame(tally.broken)
    how = (
        f"{len(pairs)} pairs of worlds ({'; '.join(map(str, pairs))}), {len(calls)} operations and situations, readings with "
        f"every filter, order and several sizes of page, by all of {len(stage.world.people)} people but who set it: "
        f"{tally.answers:,} answers, {tally.frames:,} frames told of acts, mails, and how many statements were asked; "
        f"{tally.unavailable:,} readings by the team in which she is not available"
    )
    counts: Mapping[str, tuple[int, str]] = {
        "told_apart": (sum(tally.apart.values()), "differences"),
        "compared": (tally.answers, "answers"),
    }
    found.figures += [Figure(f"access/twin_worlds_{name}", figure, unit, how) for name, (figure, unit) in counts.items()]
    return found
