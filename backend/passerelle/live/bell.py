"""Ringing for the other processes when something was written: after the commit, from a thread that nobody waits for."""

import asyncio
import atexit
import threading
import time

from passerelle.live.pauses import pauses
from passerelle.live.wire import ANSWER_WITHIN, GROUP, OUT_OF_REACH, Reach, cut, wire

AT_THE_END = 1.0
"""Seconds that a process which ends has for the last ring."""


class Bell:
    """One thread a process, from the first ring on. However often it is rung while Redis answers, one more is sent."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._rung = False
        self._ringing = False
        self._thread: threading.Thread | None = None

    def ring(self) -> None:
        """Wake every process soon. Returns at once, and does not fail whatever Redis does."""
        with self._turn:
            self._rung = True
            self._turn.notify_all()
            if self._thread is None or not self._thread.is_alive():  # the first time, or in a fork of who had one
                self._thread = threading.Thread(target=self._ring_for_ever, name="live bell", daemon=True)
                self._thread.start()

    def leave(self) -> None:
        """Let what was rung get out, for a moment: a command may end right after it wrote."""
        with self._turn:
            self._turn.wait_for(lambda: not (self._rung or self._ringing), timeout=AT_THE_END)

    def _ring_for_ever(self) -> None:
        reach, waits = Reach("other processes are woken"), pauses()
        with asyncio.Runner() as runner:
            while True:
                self._take()
                try:
                    runner.run(_send())
                except OUT_OF_REACH as error:
                    reach.lost(error)
                    runner.run(cut(wire()))
                    self._done(again=True)
                    time.sleep(next(waits))
                else:
                    reach.found()
                    waits = pauses()
                    self._done(again=False)

    def _take(self) -> None:
        with self._turn:
            self._turn.wait_for(lambda: self._rung)
            self._rung, self._ringing = False, True

    def _done(self, *, again: bool) -> None:
        with self._turn:
            self._rung, self._ringing = self._rung or again, False
            self._turn.notify_all()


async def _send() -> None:
    async with asyncio.timeout(ANSWER_WITHIN):
        await wire().group_send(GROUP, {"type": "rung"})


_bell = Bell()
ring = _bell.ring
"""Named in the settings where there is a Redis: the journal calls it after each commit that it is told of."""

atexit.register(_bell.leave)
