"""Few people, few places that overlap, and a hundred thousand acts that cannot all be had, from many connections at once.

Each act is chosen by chance: a yes, a yes for somebody, a place given away or taken back, an undo, a move. After each batch the
invariants of ``tests/races`` are looked at; every refusal must have been one of our codes with its sentence.
"""

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from passerelle.bookings.models import Session, Visit
from tests.races.friday import a_session, asked, local, place_of
from tests.races.invariants import double_bookings, faults
from tests.support.database import clean, database_url
from tests.support.deployed import web, worker
from trials.ground import HOME
from trials.lossless.crowd import Crowd
from trials.lossless.found import Found, share
from trials.races.cast import Cast, Person, right_now
from trials.races.race import untold
from trials.wire import Answer, Ask

ACTS, BATCH = 100_000, 500
PEOPLE = 6
DAYS = (0, 16, 32)
"""Weeks apart, so that nobody works two in a row: the limits on load are no part of this."""
HOURS = (9, 10, 11)
"""When the sessions of a day begin; each lasts an hour and a half, so that neighbours overlap."""
MINUTES = 90
OFTEN = {"accept": 44, "undo": 16, "assign": 12, "release": 4, "withdraw": 2, "ask": 14, "stand-by": 4, "move": 4}
"""How often each act is chosen, in a hundred."""


@dataclass(frozen=True)
class Spot:
    """A place by its id, its session's and its day; and who was asked for it, each with the id of what they were asked."""

    shift: UUID
    session: UUID
    day: date
    asked: list[tuple[Person, UUID]]


@dataclass
class Board:
    """What there is to clash about. ``versions`` are of sessions, as far as their last answer told."""

    cast: Cast
    chance: random.Random
    spots: list[Spot]
    versions: dict[str, int]
    yes: dict[UUID, tuple[Person, UUID]] = field(default_factory=dict)
    """Whose yes stood last, by place, as far as the answers told: who undoes is mostly they."""

    @classmethod
    def made(cls, seed: int) -> "Board":
        cast, now = Cast.made(PEOPLE), right_now()
        spots = [_spot(cast, visit, hour, now) for visit in _visits(cast, now) for hour in HOURS]
        versions = {str(pk): version for pk, version in Session.objects.values_list("id", "version")}
        return cls(cast, random.Random(seed), spots, versions)  # noqa: S311  (who taps, not a secret)

    def asks(self, count: int) -> Iterator[Ask]:
        names, often = list(OFTEN), list(OFTEN.values())
        for _ in range(count):
            (name,) = self.chance.choices(names, often)
            yield _MADE[name](self, self.chance.choice(self.spots))

    def heard(self, ask: Ask, answer: Answer) -> None:
        """What an answer tells of who holds a place, and of a session's version."""
        _, noun, which, act = ask.path.split("/")
        if act == "accept" and answer.done:
            self.yes |= {
                spot.shift: (person, offer) for spot in self.spots for person, offer in spot.asked if str(offer) == which
            }
        if noun == "sessions":
            told = json.loads(answer.body) if answer.done else answer.current()
            self.versions[which] = told.get("version", self.versions[which])


def _visits(cast: Cast, now: datetime) -> list[Visit]:
    return [cast.visit(now.date() + timedelta(days=day + 7), now) for day in DAYS]


def _spot(cast: Cast, visit: Visit, hour: int, now: datetime) -> Spot:
    by, rows = cast.team[0].actor, [person.row for person in cast.people]
    shift = place_of(a_session(cast.group, visit, hour=hour, minutes=MINUTES, by=by, now=now))
    offers = asked(shift, rows, by=by, now=now)
    return Spot(shift.id, shift.session_id, visit.day, [(p, o.id) for p, o in zip(cast.people, offers, strict=True)])


def _of_offer(act: str) -> Callable[[Board, Spot], Ask]:
    def made(board: Board, spot: Spot) -> Ask:
        person, offer = board.chance.choice(spot.asked)
        return person.asks(f"/offers/{offer}/{act}")

    return made


def _of_who_said_yes(act: str) -> Callable[[Board, Spot], Ask]:
    def made(board: Board, spot: Spot) -> Ask:
        person, offer = board.yes.get(spot.shift) or board.chance.choice(spot.asked)
        return person.asks(f"/offers/{offer}/{act}")

    return made


def _by_team(board: Board, path: str, body: Any = None) -> Ask:
    return board.chance.choice(board.cast.team).asks(path, body)


def _assign(board: Board, spot: Spot) -> Ask:
    return _by_team(board, f"/shifts/{spot.shift}/assign", {"interpreter": str(board.chance.choice(board.cast.people).row.id)})


def _release(board: Board, spot: Spot) -> Ask:
    return _by_team(board, f"/shifts/{spot.shift}/release")


def _ask(board: Board, spot: Spot) -> Ask:
    return _by_team(board, f"/shifts/{spot.shift}/ask", {"interpreters": [str(board.chance.choice(board.cast.people).row.id)]})


def _move(board: Board, spot: Spot) -> Ask:
    begins = local(spot.day, board.chance.choice(HOURS), board.chance.choice((0, 30)))
    body = {"version": board.versions[str(spot.session)], **_span(begins)}
    return _by_team(board, f"/sessions/{spot.session}/move", body)


def _span(begins: datetime) -> dict[str, str]:
    return {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(minutes=MINUTES)).isoformat()}


_MADE: dict[str, Callable[[Board, Spot], Ask]] = {
    **{act: _of_offer(act) for act in ("accept", "stand-by")},
    **{act: _of_who_said_yes(act) for act in ("undo", "withdraw")},
    "assign": _assign,
    "release": _release,
    "ask": _ask,
    "move": _move,
}


@dataclass
class Tally:
    """What came of the acts."""

    sent: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    """By act, and whether it was done."""
    codes: Counter[str] = field(default_factory=Counter)
    batches: int = 0
    overlaps: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    """What else the invariants found."""
    broken: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    seconds: float = 0
    lost: int = 0

    @property
    def winners(self) -> int:
        return sum(times for name, times in self.answers.items() if name.endswith(" done"))

    def note(self, ask: Ask, answer: Answer) -> None:
        act = ask.path.rpartition("/")[2]
        self.answers[f"{act} {'done' if answer.done else 'refused'}"] += 1
        if answer.done:
            return
        if answer.status >= 500 or answer.status == 0:
            self.broken.append(f"{act}: answered {answer.status}: {answer.body[:200]!r}")
        elif wrong := untold(answer):
            self.untold.append(f"{act}: {wrong}")
        self.codes.update(str(line.get("code")) for line in answer.errors())

    def look(self) -> None:
        """After a batch, when nobody acts."""
        twice = double_bookings()
        self.batches += 1
        self.overlaps += twice
        self.unsound += [fault for fault in faults() if fault not in twice]


def run(crowd: Crowd, acts: int, *, batch: int = BATCH, seed: int = 1) -> Tally:
    """So many acts in batches; ends after the batch in which something was wrong: what followed would begin from it."""
    board, tally = Board.made(seed), Tally()

    def heard(ask: Ask, answer: Answer) -> None:
        board.heard(ask, answer)
        tally.note(ask, answer)

    while tally.sent < acts and not (tally.overlaps or tally.unsound):
        count = min(batch, acts - tally.sent)
        begun = time.perf_counter()
        crowd.send(board.asks(count), heard)
        tally.seconds += time.perf_counter() - begun
        tally.sent += count
        tally.look()
    tally.lost = crowd.lost
    return tally


def measure(scale: float = 1.0) -> Found:
    clean()
    with worker(database_url(), HOME / "clash.worker.log"), web(database_url(), HOME / "clash.log") as port:
        return found(run(Crowd(port), share(ACTS, scale, least=BATCH)))


def found(tally: Tally) -> Found:
    told = Found()
    came = "; ".join(f"{name} {times:,}" for name, times in sorted(tally.answers.items()))
    how = (
        f"{tally.sent:,} acts of {PEOPLE} people and two coordinators on {len(DAYS) * len(HOURS)} places that overlap, over "
        f"HTTP on many connections, two web processes as deployed; looked at {tally.batches} times"
    )
    refused = "; ".join(f"{code} {times:,}" for code, times in tally.codes.most_common())
    told.add("clash_acts", sum(tally.answers.values()), "acts", f"{how}; answered: {came}")
    told.add("clash_winners", tally.winners, "acts", f"{how}; the others read: {refused}")
    told.add("clash_per_second", round(tally.sent / max(tally.seconds, 0.001)), "1/s", how)
    told.add(
        "clash_answers_lost", tally.lost, "answers", f"{how}; connections that ended unanswered, asked again under their key"
    )
    told.add("clash_overlaps", told.blame(tally.overlaps), "people", how)
    told.add("clash_invariants_broken", told.blame(tally.unsound), "faults", how)
    told.add("clash_5xx", told.blame(tally.broken), "answers", how)
    told.add("clash_losers_untold", told.blame(tally.untold), "answers", how)
    return told
