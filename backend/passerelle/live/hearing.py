"""Hearing the bell of the other processes, on one channel of the layer for this process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from passerelle.live.pauses import pauses
from passerelle.live.wire import ANSWER_WITHIN, GROUP, OUT_OF_REACH, Reach, cut

PROVED_EVERY = 5.0
"""Seconds between proofs. Neither the layer nor a connection tells by itself that nothing comes through any more."""


async def hear_for_ever(layer: Any, heard: Callable[[], None]) -> None:
    """Call ``heard`` when a process rang, and whenever the line was made anew: it may have rung meanwhile."""
    reach, waits = Reach("this process is woken"), pauses()
    while True:
        try:
            async with _line(layer, heard) as line:
                await line.prove()
                heard()
                reach.found()
                waits = pauses()
                while True:
                    await asyncio.sleep(PROVED_EVERY)
                    await line.prove()
        except OUT_OF_REACH as error:
            reach.lost(error)
        await asyncio.sleep(next(waits))


class _Line:
    """A channel of this process in the group of all."""

    def __init__(self, layer: Any, channel: str, heard: Callable[[], None]) -> None:
        self._layer = layer
        self._channel = channel
        self._heard = heard
        self._proved = asyncio.Event()

    async def prove(self) -> None:
        """Say something to ourselves and hear it. Raises ``TimeoutError`` when it does not come back."""
        self._proved.clear()
        async with asyncio.timeout(ANSWER_WITHIN):
            await self._layer.send(self._channel, {"type": "proof"})
            await self._proved.wait()

    async def receive(self) -> None:
        while True:
            message = await self._layer.receive(self._channel)
            if message["type"] == "proof":
                self._proved.set()
            else:
                self._heard()


@asynccontextmanager
async def _line(layer: Any, heard: Callable[[], None]) -> AsyncIterator[_Line]:
    try:
        async with asyncio.timeout(ANSWER_WITHIN):
            channel = await layer.new_channel()
            await layer.group_add(GROUP, channel)
        line = _Line(layer, channel, heard)
        receiving = asyncio.create_task(line.receive(), name="live hearing")
        try:
            yield line
        finally:
            await cut(layer)  # first: the layer would ask a Redis that may be gone to end the channel
            receiving.cancel()
            await asyncio.wait([receiving])
    finally:
        await cut(layer)
