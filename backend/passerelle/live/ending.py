"""When a session runs out: no line of the journal tells of it, and a request may have made it longer meanwhile."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

import django.db
from django.utils import timezone

from passerelle.live.closing import Close
from passerelle.live.rights import Person

logger = logging.getLogger(__name__)

SOON = 0.1
"""Seconds, at least, until a session is looked at again: what woke us may be a little early."""


class Ending:
    """Looks at a session again at its end; whoever it let in is sent away (``end``), or stays until the new end."""

    def __init__(self, read: Callable[[], Awaitable[Person | None]], end: Callable[[Close], None]) -> None:
        self._read = read
        self._end = end
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.Task[None] | None = None
        self._over = False

    def at(self, until: datetime) -> None:
        left = (until - timezone.now()).total_seconds()
        self._timer = asyncio.get_running_loop().call_later(max(left, SOON), self._look)

    def cancel(self) -> None:
        self._over = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._looking = asyncio.get_running_loop().create_task(self._stay_or_go())

    async def _stay_or_go(self) -> None:
        try:
            person = await self._read()
        except django.db.Error as error:
            logger.warning("Somebody is sent away, their session may have ended and the database does not answer: %s", error)
            self._end(Close.TRY_LATER)
            return
        if person is None:
            self._end(Close.SIGNED_OUT)
        elif not self._over:
            self.at(person.until)
