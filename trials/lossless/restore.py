"""A database that is put back to how it was, under screens that saw more: every screen comes to show what is so again.

Two ways to put it back: from a dump (``pg_dump``, restored into a new database), and as files (a copy of the database's files,
which keeps the counter where it was). After either, ``manage.py begin_epoch``, before anyone is let in. Before the sockets see
it, more was written there than was lost: what they had heard of last has a number that means something else.
"""

import asyncio
import json
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from asgiref.sync import sync_to_async
from django.db import connection
from psycopg import sql
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from passerelle.bookings.models import Offer
from passerelle.domain.states.offer import OfferState
from passerelle.live.closing import Close
from scripts.paths import RUN
from scripts.postgres import program
from tests.support.database import database_url, let_connections_go
from tests.support.deployed import NAME, ORIGIN, SESSION_COOKIE, sockets, web
from tests.support.processes import in_another_process, manage
from trials.lossless.acts import Acts
from trials.lossless.asking import ask, refused
from trials.lossless.connected import connected, until_quiet, until_told
from trials.lossless.found import Found, share
from trials.lossless.loop import run
from trials.lossless.screen import Screen
from trials.lossless.told import unlike
from trials.lossless.world import Place, World, build
from trials.races.race import last_number

TEAM, PARTNERS, INTERPRETERS, PLACES = 10, 40, 150, 40
ROUNDS = 10
"""So often each way."""
MORE, PER_SECOND = 2.0, 20
"""Seconds of acts before the copy is made, and after it; how many in a second."""
LEAST = {"team": 2, "partners": 2, "interpreters": 8, "places": 4}
AFTER = 8
"""At one place of so many somebody acts once it was put back."""
AGAIN, BETWEEN = 40, 0.25
"""So often, and after so many seconds, something is asked again of who was just cut off."""
MEANWHILE = """
from tests.factories.people import acting
from passerelle.bookings.models import Offer
from passerelle.bookings.services.answers import accept_offer, undo_answer
from trials.races.cast import right_now
from trials.races.race import last_number
while last_number() <= {past}:
    asked = Offer.objects.filter(shift={shift!r}).select_related("interpreter")
    said_yes = asked.filter(state="accepted").first()
    one = said_yes or asked.filter(state="asked").first()
    (undo_answer if said_yes else accept_offer)(offer_id=one.id, now=right_now(), actor=acting(one.interpreter))
"""
"""At one place alone, so that it concerns few."""


def from_a_dump(copy: str, folder: Path) -> Callable[[], None]:
    """Dump the database now; what is returned restores that into a new database ``copy``."""
    file = folder / "passerelle.dump"
    _run("pg_dump", f"--dbname={database_url()}", "--format=custom", f"--file={file}")

    def restore() -> None:
        _administer("CREATE DATABASE {}", copy)
        _run("pg_restore", f"--dbname={database_url(copy)}", "--no-owner", "--exit-on-error", str(file))

    return restore


def as_files(copy: str, _folder: Path) -> Callable[[], None]:
    """Copy the database's files now; nobody can be connected to it meanwhile."""
    connection.close()
    _away()
    _administer("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", copy, _name())
    _back()
    return lambda: None


WAYS: dict[str, Callable[[str, Path], Callable[[], None]]] = {"from a dump": from_a_dump, "as files": as_files}


OPEN_WITHIN = 60.0
"""Seconds: the process may find only now that its connections are to a database that was put away."""


@dataclass
class Tally:
    rounds: int = 0
    clients: int = 0
    lost: int = 0
    """Numbers that were given before it was put back, and again after it."""
    untold: list[str] = field(default_factory=list)
    """Screens that were not told to start over."""
    going_on: list[str] = field(default_factory=list)
    """Cursors from before that are gone on from."""
    stale: list[str] = field(default_factory=list)
    """Screens that show what is not so."""
    seconds: list[float] = field(default_factory=list)
    """From when it was back until every screen was quiet."""


def measure(
    scale: float = 1.0,
    *,
    log: Path = RUN / "trials",
    ways: Sequence[str] = tuple(WAYS),
    epoch: bool = True,
    patience: float = 90.0,
) -> Found:
    """``epoch``: whether another one is begun, as the operator is told to; a test leaves it out."""
    tally = Tally()
    whole = {"team": TEAM, "partners": PARTNERS, "interpreters": INTERPRETERS, "places": PLACES}
    world = build(**{name: share(count, scale, least=LEAST[name]) for name, count in whole.items()})
    connection.close()
    with web(database_url(), log / "restore.web.log") as http, sockets(database_url(), log / "restore.sockets.log") as live:
        for number in range(share(ROUNDS, scale)):
            for way in ways:
                one = Restoring(world, http, live, tally, way, epoch, patience, number, max(0.5, MORE * scale))
                run(one.run(log))
    return _found(tally)


@dataclass
class Restoring:
    """One database put back under the screens of ``world``."""

    world: World
    web: int
    live: int
    tally: Tally
    way: str
    epoch: bool
    patience: float
    seed: int
    seconds: float

    async def run(self, folder: Path) -> None:
        acts = Acts(self.world, self.web, seed=self.seed, held=await sync_to_async(_held)(self.world.places))
        async with connected(self.world.everyone, web=self.web, wires=[self.live]) as screens:
            going_on = acts.steadily(per_second=PER_SECOND, seconds=self.seconds)
            restore, _ = await asyncio.gather(sync_to_async(WAYS[self.way])(_copy(), folder), going_on)
            copied = await sync_to_async(last_number)()
            await acts.steadily(per_second=PER_SECOND, seconds=self.seconds)
            await until_quiet(screens, self.patience)
            last, before = await sync_to_async(last_number)(), [(one.cursor, one.resyncs) for one in screens]
            self.tally.lost += last - copied
            await sync_to_async(self._put_back)(restore, last)
            begun, since = time.monotonic(), await sync_to_async(last_number)()
            await self._act_again()
            await self._until_started_over(screens, [resyncs for _, resyncs in before])
            await until_told(screens, since, self.patience)
            self.tally.seconds.append(time.monotonic() - begun)
            for screen, (cursor, resyncs) in zip(screens, before, strict=True):
                await self._judge(screen, cursor, resyncs)
            self.tally.stale += [f"put back {self.way}, {one}" for one in await unlike(screens)]
        self.tally.rounds += 1
        self.tally.clients += len(screens)

    def _put_back(self, restore: Callable[[], None], last: int) -> None:
        """As the operator does it: restored beside, another epoch, and then it takes the place of what was lost."""
        restore()
        there = {"DATABASE_URL": database_url(_copy())}
        if self.epoch:
            manage("begin_epoch", **there)
        in_another_process(MEANWHILE.format(past=last, shift=str(self.world.places[-1].shift)), **there)
        _away()
        _administer("ALTER DATABASE {} RENAME TO {}", _name(), f"{_name()}_lost")
        _administer("ALTER DATABASE {} RENAME TO {}", _copy(), _name())
        _administer("DROP DATABASE {} WITH (FORCE)", f"{_name()}_lost")
        _back()

    async def _act_again(self) -> None:
        """People go on: what they do now has numbers that were given before."""
        turns = await sync_to_async(_turns)(self.world.places[::AFTER])
        for who, path in turns:
            for _ in range(AGAIN):  # the web processes find their connections gone, and open others
                got = await ask(self.web, self.world.interpreters[who].who.session, path, method="POST")
                if got.done:
                    break
                await asyncio.sleep(BETWEEN)
            else:
                refused(f"An act after the database was put back {self.way}", got)

    async def _until_started_over(self, screens: Sequence[Screen], before: Sequence[int]) -> None:
        """What they were told before has versions as high as what follows, and says nothing of it."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until and any(one.resyncs == count for one, count in zip(screens, before, strict=True)):
            await asyncio.sleep(BETWEEN)

    async def _judge(self, screen: Screen, cursor: str | None, resyncs: int) -> None:
        """It was told to start over, and no other of its windows goes on from before."""
        who = f"put back {self.way}, {screen.viewer.who.actor.user_id}"
        if screen.resyncs == resyncs:
            self.tally.untold.append(f"{who} was not told to start over")
        if cursor is None or await self._goes_on(screen, cursor):
            self.tally.going_on.append(f"{who} can go on from before it")

    async def _goes_on(self, screen: Screen, cursor: str) -> bool:
        """Another window of the same person, which asks to go on from there; again where it is told to try later."""
        for _ in range(AGAIN):
            try:
                return await self._resumes(screen, cursor)
            except ConnectionClosed as closed:
                if closed.rcvd is None or closed.rcvd.code != Close.TRY_LATER:
                    raise
                await asyncio.sleep(BETWEEN)
        raise TimeoutError(f"After the database was put back {self.way}, nobody is let in")

    async def _resumes(self, screen: Screen, cursor: str) -> bool:
        cookie = {"Cookie": f"{SESSION_COOKIE}={screen.viewer.who.session}", "X-Forwarded-Proto": "https"}
        address: dict[str, Any] = {"host": "127.0.0.1", "port": self.live, "origin": Origin(ORIGIN), "proxy": None}
        address["open_timeout"] = OPEN_WITHIN
        async with connect(f"ws://{NAME}/ws", additional_headers=cookie, compression=None, **address) as socket:
            await socket.send(json.dumps({"type": "hello", "cursor": cursor}))
            return bool(json.loads(await socket.recv())["resumed"])


def _held(places: Sequence[Place]) -> dict[UUID, int]:
    """By place, who holds it."""
    yes = set(Offer.objects.filter(state=OfferState.ACCEPTED).values_list("id", flat=True))
    return {place.shift: who for place in places for who, offer in place.offers.items() if offer in yes}


def _turns(places: Sequence[Place]) -> list[tuple[int, str]]:
    """For each place who does what next: whoever said yes takes it back, or somebody who is asked says yes."""
    held = _held(places)
    turns = [(held.get(place.shift, min(place.offers)), place) for place in places]
    return [(who, f"/offers/{place.offers[who]}/{'undo' if place.shift in held else 'accept'}") for who, place in turns]


# The database, by its name -------------------------------------------------------------------------


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _copy() -> str:
    return f"{_name()}_copy"


def _away() -> None:
    """Nobody is connected to the database, and nobody can be."""
    let_connections_go()
    _administer("ALTER DATABASE {} ALLOW_CONNECTIONS false", _name())
    with _server() as server:
        server.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s", [_name()])


def _back() -> None:
    _administer("ALTER DATABASE {} ALLOW_CONNECTIONS true", _name())


def _administer(statement: str, *names: str) -> None:
    with _server() as server:
        server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _server() -> psycopg.Connection[Any]:
    return psycopg.connect(database_url("postgres"), autocommit=True)


def _run(name: str, *words: str) -> None:
    done = subprocess.run([str(program(name)), *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stderr}")


def _found(tally: Tally) -> Found:
    told = Found()
    screens = tally.clients // max(tally.rounds, 1)
    how = (
        f"put back {tally.rounds} times, in turns from a dump and as files, under {screens} open screens; {tally.lost:,} "
        "changes they had seen were not so any more"
    )
    wrong = sum(told.blame(kind) for kind in (tally.untold, tally.going_on, tally.stale))
    told.add("restore_clients_wrong", wrong, "screens", how)
    told.add("restore_clients", tally.clients, "screens", how)
    told.add("restore_converged_s", round(max(tally.seconds), 1), "s", f"{how}; the slowest, until all showed what is so")
    return told
