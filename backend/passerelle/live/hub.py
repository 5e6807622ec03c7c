"""One hub a process: woken by the journal, it reads each new line once and hands it to the sockets that may hear it."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

import django.db
import psycopg

from passerelle.journal.positions import Position
from passerelle.journal.selectors import Line
from passerelle.live.frames import Audiences, Bodies
from passerelle.live.hearing import hear_for_ever
from passerelle.live.pauses import pauses
from passerelle.live.resuming import Missed
from passerelle.live.source import Source, Waker
from passerelle.live.wire import wire

logger = logging.getLogger(__name__)

POLL = 0.5
"""Seconds between looks at the journal when nothing wakes the hub: rights that are lost are noticed within one all the same."""
BATCH = 500
"""Lines read at once; bounds the size of a frame."""

RIGHTS_CHANGED = "me"
"""The type of a line that says: what this person may see has changed."""

_OUT_OF_REACH = (psycopg.Error, django.db.Error, OSError)


class Subscriber(Protocol):
    """A socket as the hub sees it. None of its methods but ``reread_rights`` may wait."""

    @property
    def audiences(self) -> Audiences:
        """What its person may hear."""

    rights_as_of: Position | None
    """The hub's position when reading ``audiences`` began; None when it had none."""
    since: Position | None
    """Where it wants to go on from; None where it begins."""

    async def reread_rights(self) -> None:
        """Renew ``audiences``; where there is no longer anyone to hear, close and leave the hub."""

    def welcome(self, reached: Position, *, resumed: bool) -> None:
        """From ``reached`` on, everything that commits and that this subscriber may hear is delivered.

        ``resumed``: nothing is missing between ``since`` and there.
        """

    def deliver(self, body: str, reached: Position) -> None:
        """Hand over changes (a JSON array), the last there are up to ``reached``."""

    def start_over(self) -> None:
        """What was delivered cannot be continued: close."""


class Hub:
    """Knows who listens, follows the journal, and delivers in commit order.

    Starts with the first subscriber and belongs to the running event loop. A lost database costs time, never a
    line: the position moves only past what was delivered.
    """

    def __init__(self, *, poll: float = POLL, listen: bool = True) -> None:
        self._poll = poll
        self._listen = listen
        self._joining: set[Subscriber] = set()
        self._members: dict[Subscriber, Audiences] = {}
        self._groups: dict[Audiences, set[Subscriber]] = defaultdict(set)
        self._position: Position | None = None
        self._nudged = asyncio.Event()
        self._following: asyncio.Task[None] | None = None
        self._hearing: asyncio.Task[None] | None = None

    def start(self) -> Position | None:
        """Follow the journal, if that is not done already; the present position, None before there is one."""
        if self._following is None or self._following.done():
            self._following = asyncio.get_running_loop().create_task(self._follow_for_ever(), name="live hub")
            if (layer := wire()) is not None and (self._hearing is None or self._hearing.done()):
                self._hearing = asyncio.get_running_loop().create_task(hear_for_ever(layer, self.wake), name="live redis")
        return self._position

    def join(self, subscriber: Subscriber) -> None:
        """Welcome ``subscriber`` once the hub has read up to now."""
        self.start()
        self._joining.add(subscriber)
        self.wake()

    def wake(self) -> None:
        """Look at the journal now: it may have grown. A ``Waker`` of the connection is one way to be woken, this the other."""
        self._nudged.set()

    def leave(self, subscriber: Subscriber) -> None:
        """Deliver nothing more to ``subscriber``. Leaving twice, or without having joined, is fine."""
        self._joining.discard(subscriber)
        self._ungroup(subscriber)

    async def _follow_for_ever(self) -> None:
        waits = pauses()
        while True:
            try:
                async with Source.connect(listen=self._listen) as source:
                    while True:
                        await self._catch_up(source)
                        waits = pauses()
                        await self._rest(source)
            except _OUT_OF_REACH as error:
                logger.warning("The journal is out of reach, trying again: %s", error)
            except Exception:
                # A line that cannot be told must not stop all those after it, nor be skipped in silence.
                logger.exception("Live updates start over")
                self._position = None
                self._start_over()
            await asyncio.sleep(next(waits))

    async def _rest(self, waker: Waker) -> None:
        """Wait until woken, until someone joins, or until it is time to look anyway."""
        waits = {asyncio.ensure_future(waker.wait()), asyncio.ensure_future(self._nudged.wait())}
        try:
            await asyncio.wait(waits, timeout=self._poll, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.wait(waits)
        for wait in waits:
            if not wait.cancelled():
                wait.result()

    async def _catch_up(self, source: Source) -> None:
        self._nudged.clear()
        joining = tuple(self._joining)
        end = await source.position()
        if self._position is not None and (end.epoch != self._position.epoch or end.number < self._position.number):
            logger.warning("The journal is not the one followed so far (%s, now %s): everyone starts over", self._position, end)
            self._position = None
            self._start_over()
        if self._position is None or not self._members:
            self._position = end
        while self._position.number < end.number:
            lines = await source.after(self._position.number, BATCH)
            reached = end._replace(number=lines[-1].number) if lines else end
            await self._deliver(lines, reached)
            self._position = reached
        await self._welcome(joining, source, self._position)

    async def _deliver(self, lines: Sequence[Line], reached: Position) -> None:
        people = frozenset(who for line in lines if line.entity == RIGHTS_CHANGED for who in line.audiences)
        if people:
            # Before anything of this batch is told: what someone lost the right to hear is then not told either.
            await self._reread([one for one, heard in self._members.items() if heard & people])
        bodies = Bodies(lines)
        for audiences, group in tuple(self._groups.items()):
            body = bodies.heard_by(audiences)
            if body is not None:
                for subscriber in tuple(group):
                    subscriber.deliver(body, reached)
                await asyncio.sleep(0)  # other work of this process has its turn

    async def _welcome(self, joining: Sequence[Subscriber], source: Source, here: Position) -> None:
        # Rights read while lines were being written may be older than the position, and those lines are not
        # delivered to someone who joins now: nothing else would tell.
        await asyncio.gather(*(one.reread_rights() for one in joining if one.rights_as_of != here))
        missed = await Missed.read(source, (one.since for one in joining if one in self._joining), here)
        for subscriber in joining:
            if subscriber in self._joining:  # neither gone nor sent away meanwhile
                self._joining.discard(subscriber)
                self._group(subscriber)
                _greet(subscriber, missed, here)
                await asyncio.sleep(0)  # what many missed takes a while to tell

    async def _reread(self, members: Sequence[Subscriber]) -> None:
        await asyncio.gather(*(member.reread_rights() for member in members))
        for member in members:
            if member in self._members:
                self._ungroup(member)
                self._group(member)

    def _group(self, subscriber: Subscriber) -> None:
        self._members[subscriber] = subscriber.audiences
        self._groups[subscriber.audiences].add(subscriber)

    def _ungroup(self, subscriber: Subscriber) -> None:
        audiences = self._members.pop(subscriber, None)
        if audiences is None:
            return
        group = self._groups[audiences]
        group.discard(subscriber)
        if not group:
            del self._groups[audiences]

    def _start_over(self) -> None:
        members: Iterable[Subscriber] = tuple(self._members)
        for subscriber in members:
            self.leave(subscriber)
            subscriber.start_over()


def _greet(subscriber: Subscriber, missed: Missed, here: Position) -> None:
    """Say hello, and tell what was missed: all of it is sent before anything that commits from here on."""
    parts = missed.heard_by(subscriber.audiences, subscriber.since)
    before = subscriber.since if parts else None
    subscriber.welcome(before or here, resumed=parts is not None)
    for part in parts or ():
        subscriber.deliver(part.body, here._replace(number=part.number))
