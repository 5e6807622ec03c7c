"""What people do all day, over HTTP: each act once or a few times, timed, and put back as it was."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

import psycopg

from bench.person import Answer, Person
from bench.world.built import World
from scripts.say import stop

TAPS, ACCEPTS, READS, REQUESTS = 50, 6, 6, 3
LANGUAGE = "prs"
WHAT = {
    "accept": "POST accept, three asked for the place",
    "request": "POST a session for two languages",
    "confirm_day": "POST confirm of 20 sessions and 40 places held by 38 people",
    "tap50": "until 50 taps at once on one place are answered, one yes and 49 no",
    "list20": "GET an interpreter's list of 20 asked",
    "board": "GET the board of 20 sessions and 40 places",
    "candidates": "GET the candidates among the 50 who speak the language",
}
"""What each act is, in words."""
PUT_BACK = """
UPDATE bookings_shift SET state = 'taken' WHERE session_id IN (SELECT id FROM bookings_session WHERE visit_id = %(visit)s);
UPDATE bookings_session SET state = 'scheduled' WHERE visit_id = %(visit)s;
UPDATE bookings_visit SET state = 'planning', confirmed_at = NULL WHERE id = %(visit)s;
"""
"""A day that was confirmed is to be confirmed again: the same places, with the same holders."""

type Measure = Callable[[], float]
type Once = tuple[Answer, Callable[[], object]]
"""The answer to one request, and what puts back what it did."""


@dataclass(frozen=True)
class Act:
    """``once`` asks a single time; called, the act is done ``times`` and tells the median seconds."""

    once: Callable[[], Once]
    times: int

    def __call__(self) -> float:
        return statistics.median(self._timed() for _ in range(self.times))

    def _timed(self) -> float:
        answer, put_back = self.once()
        put_back()
        return answer.seconds


@contextmanager
def acts(world: World, port: int, asked: "Asked") -> Iterator[dict[str, Act]]:
    """What people do, by name."""
    team, interpreter = world.person("team", port), world.person("interpreter", port)
    planned = world.found["present"]["planned"]
    with psycopg.connect(world.url, autocommit=True) as database:
        yield {
            "accept": Act(asked.say_yes, ACCEPTS),
            "list20": _reading(interpreter, "offers?show=asked&limit=20", shows=20),
            "board": _reading(team, f"visits/{planned['visit']}/board", shows=20),
            "candidates": _reading(team, f"shifts/{planned['shifts'][LANGUAGE][1]}/candidates", shows=50),
            "request": Act(Requesting(world, world.person("partner", port)), REQUESTS),
            "confirm_day": Act(Confirming(world, team, database), 1),
        }


def _reading(person: Person, path: str, *, shows: int) -> Act:
    def once() -> Once:
        answer = _well(person.get(f"/api/v1/{path}"))
        found = answer.json()
        if (shown := len(found.get("results", found.get("sessions", ())))) != shows:
            stop(f"{path} shows {shown} rows and not {shows}.")
        return answer, lambda: None

    return Act(once, READS)


def _well(answer: Answer, status: int = 200) -> Answer:
    if answer.status != status:
        stop(f"Answered {answer.status} and not {status}: {answer.body[:800]!r}")
    return answer


class Asked:
    """The people asked for the places of the planned day: somebody says yes, and takes it back."""

    def __init__(self, world: World, port: int) -> None:
        places: list[str] = world.found["present"]["planned"]["shifts"][LANGUAGE]
        with psycopg.connect(world.url) as database:
            rows = database.execute("SELECT shift_id, interpreter_id, id FROM bookings_offer WHERE state = 'asked'").fetchall()
        offers: dict[tuple[str, str], UUID] = {(str(shift), str(who)): offer for shift, who, offer in rows}
        people, cookies = world.found["speakers"], world.interpreters
        self._all = [(Person(port, cookies[n]), offers[places[0], who]) for n, who in enumerate(people[:TAPS])]
        self._each = [(Person(port, cookies[n]), offers[places[n], people[n]]) for n in range(1, len(places))]
        self._turn = count()

    def say_yes(self) -> Once:
        """A yes by one of three who were asked, another person and place each time; and what takes it back."""
        person, offer = self._each[next(self._turn) % len(self._each)]
        said = _well(person.post(f"/api/v1/offers/{offer}/accept"))
        return said, lambda: _well(person.post(f"/api/v1/offers/{offer}/undo"))

    def taps(self) -> float:
        """Everyone asked for one place says yes in the same moment: the seconds until the last of them has an answer."""
        tapping = [Tap(person, f"/api/v1/offers/{offer}/accept") for person, offer in self._all]
        for person, _offer in self._all:
            person.get("/api/v1/me")  # the connection is open, as a phone's is
        begin = threading.Barrier(len(tapping))
        threads = [threading.Thread(target=tap.at, args=[begin]) for tap in tapping]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        statuses = sorted(tap.answer.status for tap in tapping if tap.answer)
        if statuses != [200] + [409] * (TAPS - 1):
            stop(f"Of {TAPS} taps on one place not one was the first: {statuses}")
        (won,) = [number for number, tap in enumerate(tapping) if tap.answer and tap.answer.status == 200]
        person, offer = self._all[won]
        _well(person.post(f"/api/v1/offers/{offer}/undo"))
        return max(tap.until for tap in tapping) - min(tap.since for tap in tapping)


@dataclass
class Tap:
    person: Person
    path: str
    answer: Answer | None = None
    since = until = 0.0

    def at(self, begin: threading.Barrier) -> None:
        begin.wait()
        self.since = time.perf_counter()
        self.answer = self.person.post(self.path)
        self.until = time.perf_counter()


@dataclass
class Requesting:
    """A partner asks for a session; each is kept, on a day of its own far from the others."""

    world: World
    partner: Person

    def __call__(self) -> Once:
        return _well(self.partner.post("/api/v1/sessions", self._body()), 201), lambda: None

    def _body(self) -> dict[str, Any]:
        day = self.world.found["words"]["requested"]
        return {
            "group": self.world.found["words"]["group"],
            "starts_at": f"{day}T10:00:00Z",
            "ends_at": f"{day}T11:00:00Z",
            "people_expected": 8,
            "needs": [{"language": LANGUAGE, "people": 4}, {"language": "ar", "people": 4}],
            "brief": {"theme": "sleep", "notes": "Paper and paints are there."},
            "contact": {"name": "Camille"},
        }


class Confirming:
    """The team confirms a whole day, and it is put back as it was."""

    def __init__(self, world: World, team: Person, database: "psycopg.Connection[Any]") -> None:
        self._visit = world.found["present"]["ready"]["visit"]
        self._team, self._database = team, database
        self._version = self._read()

    def __call__(self) -> Once:
        confirmed = _well(self._team.post(f"/api/v1/visits/{self._visit}/confirm", {"version": self._version}))
        if confirmed.json()["counts"]["confirmed"] != 20:
            stop(f"The day was not confirmed as a whole: {confirmed.json()['counts']}")
        return confirmed, self._put_back

    def _put_back(self) -> None:
        for statement in PUT_BACK.strip().split(";")[:-1]:
            self._database.execute(statement, {"visit": self._visit})
        self._version = self._read()

    def _read(self) -> int:
        version: int = _well(self._team.get(f"/api/v1/visits/{self._visit}")).json()["version"]
        return version
