"""People who act over HTTP on and on, as phones do: each act under a key of its own, sent again under it until it is answered.

What was acknowledged is noted, and at the end held against what is stored: each act once, with the answer that was given.
"""

import http.client
import json
import random
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import cycle
from uuid import UUID, uuid4

from passerelle.agencies.models import Group
from passerelle.bookings.models import Shift, Visit
from passerelle.common.models import StoredAnswer
from passerelle.domain.words import Language, Pay
from passerelle.journal.models import Change
from tests.races.friday import a_session, local, place_of
from tests.support.deployed import headers
from trials.lossless.world import World
from trials.races.cast import Someone, right_now
from trials.wire import Answer, Ask

ANSWER_WITHIN = (30.0, 5.0)
"""Seconds; then the phone asks again. Of two people one waits as long as the app does; the other's line breaks off before."""
GIVE_UP_AFTER = 60.0
"""Seconds in which an act was not answered though everything is well: the trial says so, and goes on."""
BETWEEN = 0.15
"""Seconds from one act of a person to their next, about."""
INTERPRETERS = 3

type Acts = Generator[Ask, Answer, None]
"""What one person does: yields each act, and is sent how it was answered."""


@dataclass(frozen=True)
class Act:
    """One that was acknowledged: by whom, under which key, and what they read."""

    who: UUID
    key: str
    answer: Answer

    @property
    def read(self) -> tuple[int, bytes]:
        return self.answer.status, self.answer.body


@dataclass
class Person:
    """Somebody and what they do. ``keyed`` is False for a phone that forgets its key, which a test has."""

    someone: Someone
    acts: Acts
    port: int
    chance: random.Random
    keyed: bool = True
    answer_within: float = ANSWER_WITHIN[0]
    acknowledged: list[Act] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    retried: int = 0
    told_busy: int = 0
    """How often they were told to try again."""
    _done_since: float = 0.0
    _ended: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        self._next = next(self.acts)

    def start(self) -> None:
        """Go on where they were."""
        self._ended.clear()
        self._thread = threading.Thread(target=self._act_on_and_on, name="person", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Begin nothing more."""
        self._ended.set()

    def join(self) -> None:
        """Wait until what they began is answered."""
        if self._thread is not None:
            self._thread.join(GIVE_UP_AFTER + self.answer_within)

    def did_something_since(self, moment: float) -> bool:
        """Whether an act that was begun after ``moment`` is acknowledged; or they gave up, which is told elsewhere."""
        return self._done_since > moment or bool(self.wrong)

    def _act_on_and_on(self) -> None:
        while not self._ended.is_set() and not self.wrong:
            ask, begun = self._next, time.monotonic()
            answer = self._until_answered(ask)
            if not answer.done:
                self.wrong.append(f"{ask.method} {ask.path} was answered {answer.status or 'nothing'}: {answer.body[:200]!r}")
                return
            self.acknowledged.append(Act(_id(self.someone), ask.key, answer))
            self._done_since = begun
            self._next = self.acts.send(answer)
            self._ended.wait(BETWEEN * self.chance.uniform(0.5, 1.5))

    def _until_answered(self, ask: Ask) -> Answer:
        given_up, pause = time.monotonic() + GIVE_UP_AFTER, 0.1
        while True:
            answer = self._send(ask)
            if answer.done or not _is_to_be_tried_again(answer) or time.monotonic() > given_up:
                return answer
            self.retried += 1
            self.told_busy += _is_busy(answer)
            time.sleep(self.chance.uniform(pause / 2, pause))
            pause = min(pause * 2, 1.0)
            if not self.keyed:
                ask = replace(ask, key=str(uuid4()))

    def _send(self, ask: Ask) -> Answer:
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.answer_within)
        try:
            body = None if ask.body is None else json.dumps(ask.body)
            wire.request(ask.method, f"/api/v1{ask.path}", body, headers(ask.session, writes=True, key=ask.key))
            with wire.getresponse() as answer:
                return Answer(answer.status, answer.read())
        except (OSError, http.client.HTTPException):
            return Answer(0)
        finally:
            wire.close()


def _is_to_be_tried_again(answer: Answer) -> bool:
    """What says nothing about the act itself: no answer, or that it cannot be dealt with now."""
    return answer.status in {0, 502, 503, 504} or _is_busy(answer)


def _is_busy(answer: Answer) -> bool:
    """Somebody else held what this needed, for longer than anybody is let wait."""
    return any(line.get("code") == "busy" for line in answer.errors())


def _id(someone: Someone) -> UUID:
    assert someone.actor.user_id is not None  # noqa: S101  (who signed in)
    return someone.actor.user_id


# What people do ------------------------------------------------------------------------------------


def _says_yes_and_takes_it_back(who: Someone, offer: UUID) -> Acts:
    while True:
        for act in ("accept", "undo"):
            yield who.asks(f"/offers/{offer}/{act}")


def _wants_another_language(who: Someone, shift: Shift) -> Acts:
    """Nobody is asked for that place; each edit is of the version the last one made."""
    version, languages = shift.version, (Language.ARABIC, Language.DARI)
    while True:
        for language in languages:
            body = {"version": version, "language": language, "pay": Pay.VOLUNTEER}
            answer = yield who.asks(f"/shifts/{shift.id}/edit", body)
            version = json.loads(answer.body)["version"]


def _asks_for_a_session_and_withdraws_it(who: Someone, group: Group, day: date) -> Acts:
    starts_at = local(day, 18)
    body = {
        "group": str(group.id),
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(hours=1)).isoformat(),
        "people_expected": 6,
        "needs": [{"language": "prs", "people": 6}],
        "mode": "in_person",
    }
    while True:
        answer = yield who.asks("/sessions", body)
        yield who.asks(f"/sessions/{json.loads(answer.body)['id']}/withdraw", {})


def people(world: World, port: int, seed: int, *, keyed: bool = True) -> list[Person]:
    """Interpreters who say yes and take it back, a partner who asks and withdraws, a coordinator who edits."""
    acting: list[tuple[Someone, Acts]] = []
    for place in world.places[:INTERPRETERS]:
        (number, offer), *_others = place.offers.items()
        who = world.interpreters[number].who
        acting.append((who, _says_yes_and_takes_it_back(who, offer)))
    visit = Visit.objects.order_by("day").first()
    assert visit is not None  # noqa: S101  (the world has days)
    partner, coordinator = world.partners[0].who, world.team[0].who
    group = Group.objects.get(agency__in=partner.actor.agency_ids)
    free = place_of(a_session(group, visit, hour=19, by=coordinator.actor, now=right_now()))
    acting.append((partner, _asks_for_a_session_and_withdraws_it(partner, group, visit.day)))
    acting.append((coordinator, _wants_another_language(coordinator, free)))
    return [
        Person(someone, acts, port, random.Random(seed + place), keyed, within)  # noqa: S311  (when somebody taps, not a secret)
        for (place, (someone, acts)), within in zip(enumerate(acting), cycle(ANSWER_WITHIN), strict=False)
    ]


@contextmanager
def all_acting(everybody: Sequence[Person]) -> Iterator[None]:
    """They act until the end of the block; what each began then is still answered."""
    for one in everybody:
        one.start()
    try:
        yield
    finally:
        for one in everybody:
            one.end()
        for one in everybody:
            one.join()


# What is stored of it ------------------------------------------------------------------------------


@dataclass
class Kept:
    """What is wrong with what is stored, in words: acts that were acknowledged and are not there, and what is there twice."""

    lost: list[str]
    twice: list[str]


def kept(everybody: Sequence[Person], since: int) -> Kept:
    """Held against the journal after line ``since``: each act writes lines of one moment, and is there once."""
    acts = [act for person in everybody for act in person.acknowledged]
    stored = {(row.user_id, str(row.key)): row for row in StoredAnswer.objects.filter(key__in=[act.key for act in acts])}
    lost = [f"acknowledged, and not stored: {act.key}" for act in acts if (act.who, act.key) not in stored]
    lost += [
        f"answered other than is stored: {act.key}"
        for act in acts
        if (row := stored.get((act.who, act.key)))
        and (row.status, bytes(row.body or b"")) != (act.answer.status, act.answer.body)
    ]
    twice = []
    for person in everybody:
        told = Change.objects.filter(actor_id=_id(person.someone), number__gt=since)
        done, heard = len(person.acknowledged), told.values("at").distinct().count()
        if heard < done:
            lost.append(f"{done} acts acknowledged, and {heard} told")
        elif heard > done + bool(person.wrong):
            twice.append(f"{done} acts acknowledged, and {heard} told")
    return Kept(lost, twice)
