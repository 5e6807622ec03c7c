"""Rights that are lost under open sockets and polls while everybody else goes on: how long something still comes."""

import asyncio
import random
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from asgiref.sync import sync_to_async

from bench.results import Figure
from scripts.paths import RUN
from tests.support.database import database_url
from tests.support.deployed import ASGI, sockets, web
from trials.access.judging import AT_ONCE, Judged, judge
from trials.access.listening import Listener, Poll, Socket, listening
from trials.access.losing import KINDS, Losing, Place, losing
from trials.lossless.acts import Acts
from trials.lossless.connected import LOOK_AGAIN
from trials.lossless.found import Found, share
from trials.lossless.journal import Line, lines_since
from trials.lossless.loop import run
from trials.lossless.wakeups import commits
from trials.lossless.world import Viewer, World, build
from trials.races.race import last_number

ROUNDS = 20
"""In each, one of every kind is lost, by somebody new."""
TEAM, PARTNERS, INTERPRETERS, PLACES = 2, 4, 12, 12
PER_SECOND = 10
"""Acts of others. Each changes a place, its session and offers: there is always something due."""
WITHIN = 1.0
"""Seconds over which the losses of a round are spread."""
WATCHED = 2.0
"""Seconds that are listened to after a loss at least: what came later than ``AT_ONCE`` is seen."""
PATIENCE = 15.0
OPEN_WITHIN = 60.0


def measure(
    scale: float = 1.0,
    *,
    log: Path = RUN / "trials",
    application: str = ASGI,
    more: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
    named: str = "revocation",
) -> Found:
    """``application`` and ``more`` of its environment are those of the sockets' process: a test breaks it."""
    world = build(team=TEAM, partners=PARTNERS, interpreters=INTERPRETERS, places=PLACES)
    with ExitStack() as stack:
        http = stack.enter_context(web(database_url(), log / f"{named}.web.log"))
        out = log / f"{named}.sockets.log"
        live = stack.enter_context(sockets(database_url(), out, application=application, more=more))
        at = stack.enter_context(commits())
        return run(Revocation(Place(world, http, live), at, patience, named).run(share(ROUNDS, scale)))


class Revocation:
    def __init__(self, place: Place, commits: Mapping[int, float], patience: float, named: str) -> None:
        self._place, self._commits, self._patience, self._named = place, commits, patience, named
        self._acts = Acts(place.world, place.web)
        self._chance = random.Random(1)  # noqa: S311  (who loses something when, not a secret)
        self._judged = {kind: Judged() for kind in KINDS}
        self._stayed: list[Listener] = []
        self._over = False

    async def run(self, rounds: int) -> Found:
        others = _others(self._place)
        async with listening([one for _who, one in others], OPEN_WITHIN):
            since = await sync_to_async(last_number)()
            acting = asyncio.create_task(self._act_on())
            try:
                for number in range(rounds):
                    await self._round(number)
            finally:
                self._over = True
                await acting
            untold = await self._untold(others, await sync_to_async(lines_since)(since))
        return self._figures([one for _who, one in others], untold)

    async def _act_on(self) -> None:
        while not self._over:
            await self._acts.steadily(per_second=PER_SECOND, seconds=1)

    async def _round(self, number: int) -> None:
        since = await sync_to_async(last_number)()
        people = [await sync_to_async(losing)(kind, self._place, number) for kind in KINDS]
        lines = [one for who in people for one in (*who.ending, *who.staying)]
        async with listening(lines, OPEN_WITHIN):
            await asyncio.gather(*(self._lose(who) for who in people))
            until = time.monotonic() + self._patience
            while not all(map(_is_done, people)) and time.monotonic() < until:
                await asyncio.sleep(LOOK_AGAIN)
            await asyncio.sleep(max(who.answered_at for who in people) + WATCHED - time.time())
            watched = time.time()
        written = await sync_to_async(lines_since)(since)
        for who in people:
            judge(self._judged[who.kind], who, written, self._commits, watched)
            self._stayed += who.staying

    async def _lose(self, who: Losing) -> None:
        await asyncio.sleep(self._chance.uniform(0, WITHIN))
        await who.kind.lose(self._place, who)
        who.answered_at = time.time()

    async def _untold(self, others: list[tuple[Viewer, Listener]], lines: list[Line]) -> list[str]:
        """What concerns the others and was not told them, while the rights of some were taken away."""
        until = time.monotonic() + self._patience
        while (untold := _missing(others, lines)) and time.monotonic() < until:
            await asyncio.sleep(LOOK_AGAIN)
        return untold

    def _figures(self, others: list[Listener], untold: list[str]) -> Found:
        found, kinds = Found(), self._judged
        closed = [f"a line of others was ended with {one.code}" for one in (*others, *self._stayed) if one.ended_at is not None]
        idle = [f"{kind.name}: nothing was due after it" for kind, of in kinds.items() if not of.due]
        for faults in (*(of.wrong for of in kinds.values()), closed, untold, idle, self._acts.wrong):
            found.blame(faults)
        how = self._how(len(others) + len(self._stayed))
        worst = max(of.worst for of in kinds.values())
        of_each = "; ".join(f"{kind.name} {of.losses} times, worst {of.worst:.3f} s" for kind, of in kinds.items())
        late = sum(of.late for of in kinds.values())
        within = sum(of.early for of in kinds.values())
        for name, figure, unit, said in (
            ("worst_s", round(worst, 3), "s", f"{how}; from the commit until nothing of it came any more: {of_each}"),
            ("of_each", min(of.losses for of in kinds.values()), "losses", how),
            ("frames_after", late, "changes", f"{how}; told later than {AT_ONCE:g} s after; {within} within it"),
            ("others_disturbed", len(closed) + len(untold), "lines", f"{how}; ended, or not told what concerns them"),
        ):
            found.figures.append(Figure(f"access/{self._named}_{name}", figure, unit, said))
        return found

    def _how(self, others: int) -> str:
        kinds = self._judged.values()
        return (
            f"{sum(of.losses for of in kinds)} losses under {sum(len(of.seconds) for of in kinds)} sockets and polls, {others} "
            f"of others beside them; {self._acts.done:,} acts, {PER_SECOND} a second; in the seconds after the losses "
            f"{sum(of.due for of in kinds):,} changes that would have been told before"
        )


def _is_done(who: Losing) -> bool:
    """Every line of theirs is closed, or was told of it."""
    if who.kind.closes:
        return all(one.ended_at is not None for one in who.ending)
    return all(any((told.type, told.kind) == ("me", who.kind.told) for told in one.told) for one in who.ending)


def _others(place: Place) -> list[tuple[Viewer, Listener]]:
    """A socket of everybody who loses nothing, and a poll of one of each role."""
    world: World = place.world
    polling = [world.team[0], world.partners[0], world.interpreters[0]]
    return [(who, Socket(who.who.session, place.live)) for who in world.everyone] + [
        (who, Poll(who.who.session, place.live)) for who in polling
    ]


def _missing(others: list[tuple[Viewer, Listener]], lines: list[Line]) -> list[str]:
    found = []
    for who, one in others:
        told: dict[tuple[str, str], int] = {}
        for heard in one.told:
            told[heard.type, heard.id] = max(heard.version, told.get((heard.type, heard.id), 0))
        mine = [line for line in lines if line.hear & who.hears]
        if lost := [line for line in mine if told.get((line.type, line.id), 0) < line.version]:
            found.append(f"others were not told {len(lost)} changes, of {lost[0].type} {lost[0].kind} first")
    return found
