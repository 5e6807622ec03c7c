"""The product's ASGI application, in a process whose wake-ups are dropped, doubled or late: what its environment says.

``DROPPED``: the share of wake-ups that never arrive, the database's or Redis'. ``WAKES``: ``doubled``, each comes twice;
``late``, each comes up to ``LATEST`` seconds later, and so in another order. For tests, ``POLL`` is how often the hub looks by
itself, and ``BROKEN`` a mechanism that is taken away: ``reads`` fail now and then, ``position`` moves before what lies there is
delivered as well.
"""

import asyncio
import os
import random
from collections.abc import Callable
from functools import partial
from typing import Any

import psycopg

from passerelle.config.asgi import http

# isort: split
# After the application, which sets Django up.
from passerelle.live import hearing
from passerelle.live import hub as module
from passerelle.live.hub import POLL, Hub
from passerelle.live.routing import live_beside
from passerelle.live.source import Source, Waker

LATEST = 1.5
FAILS_EVERY = 4
DROPPED, WAKES = float(os.environ.get("DROPPED", "0")), os.environ.get("WAKES", "")

_chance = random.Random(1)  # noqa: S311  (which wake-up is lost, not a secret)
_rest, _catch_up, _after, _hear = Hub._rest, Hub._catch_up, Source.after, hearing.hear_for_ever


def _comes(wake: Callable[[], None]) -> bool:
    """Whether a wake-up arrives now; ``wake`` is called for one that comes later, or once more."""
    if _chance.random() < DROPPED:
        return False
    if WAKES == "late":
        asyncio.get_running_loop().call_later(_chance.uniform(0, LATEST), wake)
        return False
    if WAKES == "doubled":
        asyncio.get_running_loop().call_later(0.01, wake)
    return True


class _Unsure:
    """A waker of which not everything arrives."""

    def __init__(self, waker: Waker, wake: Callable[[], None]) -> None:
        self._waker, self._wake = waker, wake

    async def wait(self) -> None:
        while True:
            await self._waker.wait()
            if _comes(self._wake):
                return


async def _rest_unsurely(self: Hub, waker: Waker) -> None:
    await _rest(self, _Unsure(waker, self.wake))


def _heard(wake: Callable[[], None]) -> None:
    if _comes(wake):
        wake()


async def _hear_unsurely(layer: Any, heard: Callable[[], None]) -> None:
    await _hear(layer, partial(_heard, heard))


async def _after_or_not(self: Source, number: int, limit: int) -> Any:
    if _chance.randrange(FAILS_EVERY) == 0:
        raise psycopg.OperationalError("the connection was lost")
    return await _after(self, number, limit)


async def _catch_up_too_early(self: Hub, source: Source) -> None:
    """As one would who notes how far the journal is and then reads up to there."""
    try:
        await _catch_up(self, source)
    except psycopg.OperationalError:
        self._position = await source.position()
        raise


Hub._rest = _rest_unsurely  # type: ignore[method-assign]
vars(module)["hear_for_ever"] = _hear_unsurely
if broken := os.environ.get("BROKEN", ""):
    Source.after = _after_or_not  # type: ignore[method-assign]
if broken == "position":
    Hub._catch_up = _catch_up_too_early  # type: ignore[method-assign]

application = live_beside(http, poll=float(os.environ.get("POLL", POLL)))
