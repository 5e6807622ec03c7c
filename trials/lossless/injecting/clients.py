"""Connections of people that are paused, slow, or cut in the middle of something."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from passerelle.journal import audiences
from passerelle.journal.services import Entry, append
from passerelle.live.closing import Close
from passerelle.live.outbox import LIMIT
from tests.support.waiting import until
from trials.lossless.injecting.play import Play

ANSWERS_WITHIN = 20.0
"""Seconds after which uvicorn ends a connection that does not answer its ping."""
MUCH, CLOSED_WITHIN = (12, 60), 5.0
"""Large frames that fill what lies between: a system may keep a few megabytes for somebody who does not read."""


@contextmanager
def clients_paused(play: Play) -> Iterator[None]:
    play.stage.sockets.stall()
    try:
        yield
    finally:
        play.stage.sockets.pass_on()


@contextmanager
def slow_reader(play: Play) -> Iterator[None]:
    """Much is told while one does not read: they are closed as too slow, and come back. How much it takes the system says."""
    slow, begun = play.slow, time.monotonic()
    before = len(slow.closes)
    for frames in MUCH:
        play.stage.slow.stall()
        _flood(play, frames)
        play.stage.slow.pass_on()
        with suppress(AssertionError):
            until(lambda: len(slow.closes) > before, within=CLOSED_WITHIN)
            break
    yield
    in_time = time.monotonic() - begun < ANSWERS_WITHIN  # else the server has asked whether anybody is there
    if (closed := slow.closes[before : before + 1]) != [Close.TOO_SLOW] and (in_time or not closed):
        play.wrong.append(f"the slow reader was closed with {closed}")


def _flood(play: Play, frames: int) -> None:
    """So many large frames, and then more small ones than may wait for anybody; each is told to the others before the next."""
    good = next(screen for screen in play.screens if screen is not play.slow and "team" in screen.viewer.hears)
    for lines in (*[500] * frames, *[1] * (LIMIT + 8)):
        told = len(good.told)
        _tell_the_team(lines)
        until(lambda told=told, lines=lines: len(good.told) >= told + lines, what="the others are told")  # type: ignore[misc]


def _tell_the_team(lines: int) -> None:
    """Of things that no screen shows."""
    with transaction.atomic():
        entries = [Entry("thing", uuid4(), 1, "x" * 40, frozenset({audiences.TEAM})) for _ in range(lines)]
        append(entries, actor_id=None, now=timezone.now())


@contextmanager
def frame_cut(play: Play) -> Iterator[None]:
    play.stage.sockets.cut_after(play.chance.randrange(1, 300))
    try:
        yield
    finally:
        play.stage.sockets.pass_on()


@contextmanager
def answers_lost(play: Play) -> Iterator[None]:
    """What people do arrives and is done; that it was, they do not hear."""
    play.stage.web.cut_answers()
    try:
        yield
    finally:
        play.stage.web.pass_on()
