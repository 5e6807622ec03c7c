"""Redis between the processes, as Channels' layer: one group that all of them are in, and nothing kept.

It carries that something was written, never what. Whatever becomes of it costs time and no line of the journal:
the database still wakes each process (``source``), and each looks by itself now and then.
"""

import asyncio
import logging
from contextlib import suppress
from typing import Any

from channels.layers import get_channel_layer
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

ALIAS = "journal"
"""Of the layer in the settings. Not the default one: Channels would give each socket a channel on that."""
GROUP = "processes"
ANSWER_WITHIN = 2.0
"""Seconds. A Redis that takes longer counts as gone."""
OUT_OF_REACH = (RedisError, OSError)


def wire() -> Any:
    """The layer, which keeps connections for each event loop; None without ``REDIS_URL``."""
    return get_channel_layer(ALIAS)


async def cut(layer: Any) -> None:
    """Close this event loop's connections, whatever state they are in; the next use makes new ones."""
    with suppress(*OUT_OF_REACH):
        async with asyncio.timeout(ANSWER_WITHIN):
            await layer.flush()


class Reach:
    """Says once that Redis does ``what``, once that it is gone, and once that it is back."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._answers: bool | None = None

    def lost(self, error: Exception) -> None:
        if self._answers is not False:
            self._answers = False
            logger.warning("Redis is out of reach, %s by the database alone: %s", self._what, error or type(error).__name__)

    def found(self) -> None:
        if not self._answers:
            logger.info("Redis answers, %s through it %s", self._what, "too" if self._answers is None else "again")
            self._answers = True
