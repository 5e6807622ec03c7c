"""Many screens at once, and waiting until they know everything that there is to know."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from asgiref.sync import sync_to_async

from trials.lossless.journal import Line, by_audience, is_behind, lines_since
from trials.lossless.screen import Screen, gone
from trials.lossless.world import Viewer

AT_ONCE = 25
"""So many open their sockets in the same moment: all of a trial at once would be another trial."""
PATIENCE = 60.0
HUBS = 2
"""Processes that own sockets, where a trial spreads its screens over several."""
LOOK_AGAIN = 0.05


@asynccontextmanager
async def connected(
    viewers: Sequence[Viewer], *, web: int, wires: Sequence[int], within: float = 300.0
) -> AsyncIterator[list[Screen]]:
    """A screen for each, live and with what it shows fetched. Of several ``wires`` they take turns."""
    screens = [Screen(viewer, web, wires[number % len(wires)], seed=number) for number, viewer in enumerate(viewers)]
    tasks = []
    try:
        async with asyncio.timeout(within):
            for first in range(0, len(screens), AT_ONCE):
                some = screens[first : first + AT_ONCE]
                tasks += [asyncio.create_task(screen.live()) for screen in some]
                await until_quiet(some)
        yield screens
    finally:
        await asyncio.gather(*(gone(task) for task in tasks))


async def until_quiet(screens: Sequence[Screen], within: float = PATIENCE) -> bool:
    """All are live and nothing is fetched any more; False where that did not come about."""
    until = time.monotonic() + within
    while not all(screen.quiet for screen in screens):
        if time.monotonic() > until:
            return False
        await asyncio.sleep(LOOK_AGAIN)
    return True


async def until_told(screens: Sequence[Screen], since: int, within: float = PATIENCE) -> list[Line]:
    """Wait until everybody came past what concerns them, or until ``within`` is over; the lines written after ``since``."""
    lines = await sync_to_async(lines_since)(since)
    heard, waiting, until = by_audience(lines), list(screens), time.monotonic() + within
    while waiting and time.monotonic() < until:
        waiting = [screen for screen in waiting if is_behind(screen, heard)]
        await asyncio.sleep(LOOK_AGAIN)
    await until_quiet(screens, within)
    return lines
