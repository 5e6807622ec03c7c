"""Every act of the API, sent again in every way a phone sends again: it happens once, and is answered the same.

Each act has its situation from ``tests/contract/calls``, put back before each way of sending it. What stands in the
database after one sending is what must stand there after any number of them: every row of every table is compared, also
stored answers, sessions and sign-ins, but for what ``traces`` leaves out and ``HANDS_OUT`` names.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.test import override_settings

from passerelle.common.models import StoredAnswer
from tests.contract.asking import url
from tests.contract.calls.call import Call, Subject, Upload
from tests.contract.world import EVERYONE, World, a_world
from tests.fuzz.calls import EVERY
from tests.support.database import clean, database_url
from tests.support.deployed import TOLD, web
from tests.support.snapshot import Snapshot
from tests.support.waiting import until
from trials.ground import HOME
from trials.lossless.found import Found, share
from trials.lossless.traces import Traces, alike, in_one_order, unlike
from trials.races.race import codes
from trials.wire import Answer, Ask, Wire

ROUNDS = 5
"""Of the ways in which requests meet, for each act."""
OF = "every act of the API, three times in a row, three at once, and again after the answer was dropped"
NOT_TRIED = {
    "POST demo/sign-in": "only there in demo mode: it signs in, and who signs in twice is signed in",
}
"""Acts that leave nothing to be left twice, and why."""
HANDS_OUT = {"POST claims": frozenset({"django_session", "accounts_signin"})}
"""
Acts that sign somebody in, and the tables where that is seen each time they are answered: the cookie was lost with the answer
(decision 16).
"""
TRIED = tuple(call for call in EVERY if call.writes and call.operation not in NOT_TRIED)
TIMES = 3


@dataclass
class Tally:
    """What came of it. ``second`` are effects that were there twice, or not once; ``unlike`` answers that were not the same."""

    acts: int = 0
    requests: int = 0
    second: list[str] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Answers of 500 and more, and none at all."""


@dataclass
class Trial:
    """One act about one subject, in its situation, and what came of sending it."""

    call: Call
    subject: Subject
    world: World
    wire: Wire
    tally: Tally
    situation: Snapshot = field(default_factory=Snapshot.take)
    before: Traces = field(default_factory=Traces.take)
    once: dict[str, list[str]] = field(default_factory=dict)
    """What stands in the database when it was sent once."""
    answered: tuple[int, str] = (0, "")
    """And what was answered then."""

    @cached_property
    def known(self) -> frozenset[str]:
        return self.before.known()

    def ask(self, *, who: str = "", key: str, otherwise: bool = False) -> Ask:
        """The act as ``who`` sends it, or one who may; ``otherwise``: with other contents that mean the same."""
        path = url(self.call.address, self.subject.names).removeprefix("/api/v1")
        kind, raw = _contents(self.subject.body, otherwise=otherwise)
        session = self.world.sessions.get(who or self.call.one_who_may(), "")
        return Ask(session, path, method=self.call.method, key=key, raw=raw, kind=kind)

    def put_back(self) -> None:
        clean()
        self.situation.put_back()

    def now(self) -> dict[str, list[str]]:
        return Traces.take().alike(self.known)

    def send(self, *asks: Ask) -> list[Answer]:
        found = self.wire.at_once(asks)
        self.tally.requests += len(asks)
        self.tally.broken += [
            f"{self.call}: answered {one.status}: {one.body[:200]!r}" for one in found if not 100 <= one.status < 500
        ]
        return found

    def first(self, ask: Ask) -> Answer:
        (answer,) = self.send(ask)
        if answer.status != self.call.status:
            self.say_unlike(f"which is to be {self.call.status}", answer)
        self.once, self.answered = self.now(), self.like(answer)
        return answer

    def same(self, how: str, answers: Sequence[Answer]) -> None:
        """They are one answer, word for word, and what was answered the first time but for ids and moments."""
        said = {(answer.status, answer.body) for answer in answers}
        if len(said) > 1 or self.like(answers[0]) != self.answered:
            self.tally.unlike.append(f"{self.call}, {how}: answered {[(s, b[:200]) for s, b in said]}")

    def like(self, answer: Answer) -> tuple[int, str]:
        return answer.status, in_one_order(alike(answer.body.decode(), self.known))

    def say_unlike(self, how: str, answer: Answer) -> None:
        self.tally.unlike.append(f"{self.call}, {how}: answered {answer.status}: {answer.body[:200]!r}")

    def happened_once(self, how: str) -> None:
        self.nothing_but(self.once, how, but=HANDS_OUT.get(self.call.operation, frozenset()))

    def nothing_but(self, wanted: dict[str, list[str]], how: str, *, but: frozenset[str] = frozenset()) -> None:
        self.tally.second += [f"{self.call}, {how}: {one}" for one in unlike(wanted, self.now(), but=but)]


def run(wire: Wire, calls: Sequence[Call] = TRIED, *, rounds: int = 1) -> Tally:
    """Each of ``calls`` in every way; the ways in which requests meet ``rounds`` times each."""
    tally = Tally()
    clean()
    with _as_deployed():
        world = a_world()
    whole = Snapshot.take()
    for call in calls:
        clean()
        whole.put_back()
        with _as_deployed():
            subject = call.on(_again(world))
        _try(Trial(call, subject, world, wire, tally), rounds)
        tally.acts += 1
    return tally


def _try(trial: Trial, rounds: int) -> None:
    _wrong_key(trial)
    key = str(uuid4())
    first = trial.first(trial.ask(key=key))
    for _ in range(TIMES - 1):
        trial.same("sent again", [first, *trial.send(trial.ask(key=key))])
    trial.happened_once("sent again")
    _another_body(trial, key)
    for name in _others(trial.call):
        _somebody_else(trial, key, name)
    for _ in range(rounds):
        trial.put_back()
        _at_once(trial)
        trial.put_back()
        _dropped(trial)


def _wrong_key(trial: Trial) -> None:
    (answer,) = trial.send(trial.ask(key="again"))
    if answer.status != 400 or [line.get("field") for line in answer.errors()] != ["Idempotency-Key"]:
        trial.say_unlike("a key that is none", answer)
    trial.nothing_but(trial.before.alike(trial.known), "a key that is none")


def _another_body(trial: Trial, key: str) -> None:
    before = trial.now()
    (answer,) = trial.send(trial.ask(key=key, otherwise=True))
    if answer.status != 422 or codes(answer) != ["idempotency_reused"]:
        trial.say_unlike("another body", answer)
    trial.nothing_but(before, "another body")


def _somebody_else(trial: Trial, key: str, who: str) -> None:
    """Under the same key they are answered as under one of their own: they neither read nor meet what is somebody's."""
    here, came = Snapshot.take(), []
    for theirs in (str(uuid4()), key):
        (answer,) = trial.send(trial.ask(who=who, key=theirs))
        came.append((*trial.like(answer), trial.now()))
        if answer.done and theirs != key:
            clean()
            here.put_back()
    if came[0] != came[1]:
        trial.tally.unlike.append(f"{trial.call}, {who} with the same key: {came[0][:2]} became {came[1][:2]}")


def _at_once(trial: Trial) -> None:
    ask = trial.ask(key=str(uuid4()))
    answers = trial.send(*[ask] * TIMES)
    trial.same("at once", answers)
    trial.happened_once("at once")


def _dropped(trial: Trial) -> None:
    """Whoever asked hung up before anything was answered; the act was done; they ask again."""
    ask = trial.ask(key=str(uuid4()))
    trial.wire.hang_up(ask)
    until(StoredAnswer.objects.exists, what=f"{trial.call} was done though nobody waited")
    trial.same("dropped", [*trial.send(ask), *trial.send(ask)])
    trial.happened_once("dropped")


def _others(call: Call) -> Iterator[str]:
    """Somebody who may not, and somebody else who may, where there are such."""
    yield from sorted(EVERYONE - call.may)[:1]
    yield from sorted(call.may & EVERYONE)[1:2]


def _contents(body: dict[str, Any] | None, *, otherwise: bool) -> tuple[str, bytes]:
    if isinstance(body, Upload):
        return _form(body.with_another_file() if otherwise else body)
    raw = b"" if body is None else json.dumps(body).encode()
    return "application/json", (raw or b"{}") + b" " if otherwise else raw


def _form(upload: Upload) -> tuple[str, bytes]:
    """As a browser sends a form with a file: its type, and its bytes."""
    line = b"--passerelle-form"
    fields = [b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (k.encode(), v.encode()) for k, v in upload.items()]
    file = b'Content-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n' + upload.file
    parts = b"".join(line + b"\r\n" + part + b"\r\n" for part in (*fields, file))
    return "multipart/form-data; boundary=passerelle-form", parts + line + b"--\r\n"


def _again(world: World) -> World:
    """As it was: what a situation counts on it is its own."""
    return World(**{**vars(world), "days": 0})


@contextmanager
def _as_deployed() -> Iterator[None]:
    """Sessions are signed as the web processes sign them."""
    with override_settings(SECRET_KEY=TOLD["SECRET_KEY"]):
        yield


def measure(scale: float = 1.0) -> Found:
    with web(database_url(), HOME / "replay.log") as port:
        return found(run(Wire(port), rounds=share(ROUNDS, scale)))


def found(tally: Tally) -> Found:
    told, count = Found(), f"{tally.acts} acts, {tally.requests:,} requests"
    compared = "every row of every table compared, but when people were last seen and the log of who looked"
    how = f"{OF}, over HTTP, two web processes as deployed; {count}; {compared}"
    told.add("replay_acts", tally.acts, "acts", "every act the router answers on, but for those with a reason not to")
    told.add("replay_requests", tally.requests, "requests", OF)
    told.add("replay_second_effects", told.blame(tally.second), "effects", how)
    told.add("replay_answers_unlike", told.blame(tally.unlike), "answers", how)
    told.add("replay_5xx", told.blame(tally.broken), "answers", how)
    return told
