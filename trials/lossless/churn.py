"""Two hundred phones that lose their line every few seconds while things change: how soon all is as it is once they hold."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from asgiref.sync import sync_to_async

from scripts.paths import RUN
from tests.support.database import database_url
from tests.support.deployed import hubs, web, worker
from trials.lossless.acts import Acts
from trials.lossless.connected import HUBS, LOOK_AGAIN, PATIENCE, connected, until_quiet
from trials.lossless.found import Found, share
from trials.lossless.journal import by_audience, is_behind, lines_since
from trials.lossless.loop import run
from trials.lossless.screen import Screen
from trials.lossless.told import judge, unlike
from trials.lossless.world import World, part
from trials.races.race import last_number

PEOPLE = {"team": 5, "partners": 35, "interpreters": 160, "places": 40}
ROUNDS, SECONDS = 10, 60
"""The lines drop for a minute, at its end all at once for some acts; then they hold until all is well. Ten times."""
DROPPED_EVERY = (1.0, 20.0)
"""Seconds between two ends of one phone's line."""
PER_SECOND = 5
LEAST = 0.1


def measure(
    scale: float = 1.0,
    *,
    log: Path = RUN / "trials",
    weaken: Callable[[Screen], None] | None = None,
    patience: float = PATIENCE,
) -> Found:
    """``weaken`` takes something away from each screen: a test does, to see it missed."""
    world = part(max(scale, LEAST), **PEOPLE)
    with ExitStack() as processes:
        http = processes.enter_context(web(database_url(), log / "churn.web.log"))
        processes.enter_context(worker(database_url(), log / "churn.worker.log"))
        live = processes.enter_context(hubs(database_url(), log / "churn.sockets", HUBS))
        rounds, seconds = share(ROUNDS, scale), SECONDS * min(1.0, scale * ROUNDS)
        churn = Churn(world, http, live, rounds=rounds, seconds=seconds, patience=patience)
        return run(churn.run(weaken))


class Churn:
    def __init__(self, world: World, http: int, live: list[int], *, rounds: int, seconds: float, patience: float) -> None:
        self._acts = Acts(world, http)
        self._world, self._http, self._live = world, http, live
        self._rounds, self._seconds, self._patience = rounds, seconds, patience
        self._chance = random.Random(1)  # noqa: S311  (when a line drops, not a secret)
        self._dropped = 0

    async def run(self, weaken: Callable[[Screen], None] | None) -> Found:
        found, taken, wrong = Found(), [], 0
        async with connected(self._world.everyone, web=self._http, wires=self._live) as screens:
            for screen in screens if weaken else ():
                weaken(screen)  # type: ignore[misc]
            since = await sync_to_async(last_number)()
            for _ in range(self._rounds):
                await self._drop_meanwhile(screens)
                taken.append(await self._converge(screens, since))
                wrong += found.blame(await unlike(screens))
            lines = await sync_to_async(lines_since)(since)
        judged = await sync_to_async(judge)(screens, lines)
        # None of them is ever away for longer than the journal can be gone on with.
        afresh = [f"{screen.viewer.who.actor.user_id} had to fetch everything" for screen in screens if screen.resyncs]
        wrong += sum(found.blame(kind) for kind in (judged.lost, judged.doubled, judged.forbidden, afresh, self._acts.wrong))
        how = (
            f"{len(screens)} screens over {HUBS} processes of sockets, {self._dropped:,} lines dropped {DROPPED_EVERY[0]:g} to "
            f"{DROPPED_EVERY[1]:g} s apart, "
            f"{self._acts.done:,} acts, {self._rounds} times {self._seconds:g} s; "
            f"{sum(screen.resyncs for screen in screens)} times everything had to be fetched"
        )
        found.add(
            "churn_converge_s",
            round(max(taken), 2),
            "s",
            f"{how}; from the last act until every screen shows what is so, worst",
        )
        found.add(
            "churn_screens_wrong",
            wrong,
            "faults",
            f"{how}; screens that show something else, changes lost, doubled, forbidden; who could not go on",
        )
        found.add("churn_seconds", self._rounds * self._seconds, "s", how)
        return found

    async def _drop_meanwhile(self, screens: Sequence[Screen]) -> None:
        dropping = [asyncio.create_task(self._drop_now_and_then(screen)) for screen in screens]
        await self._acts.steadily(per_second=PER_SECOND, seconds=self._seconds)
        for task in dropping:
            task.cancel()
        await asyncio.gather(*dropping, return_exceptions=True)
        for screen in screens:
            screen.cut()
        # What happens now nobody hears: it is there to be caught up with, or the screen stays as it was.
        await asyncio.gather(*(self._acts.one() for _ in self._world.places))
        for screen in screens:
            screen.mend()

    async def _drop_now_and_then(self, screen: Screen) -> None:
        while True:
            await asyncio.sleep(self._chance.uniform(*DROPPED_EVERY))
            self._dropped += screen.drop()

    async def _converge(self, screens: Sequence[Screen], since: int) -> float:
        """Seconds until everybody is live, was told what concerns them and shows it; at most as long as is waited for it."""
        begun = time.monotonic()
        heard = by_audience(await sync_to_async(lines_since)(since))
        waiting = list(screens)
        while waiting and time.monotonic() - begun < self._patience:
            waiting = [screen for screen in waiting if not screen.quiet or is_behind(screen, heard)]
            await asyncio.sleep(LOOK_AGAIN)
        await until_quiet(screens, self._patience)
        return time.monotonic() - begun
