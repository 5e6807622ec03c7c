"""Processes that are killed or stopped, and clocks that are stepped."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.utils import timezone

from passerelle.bookings.models import Offer
from passerelle.bookings.tasks import tend_bookings
from tests.support.waiting import until
from trials.lossless.acting import INTERPRETERS
from trials.lossless.injecting.effects import MARK
from trials.lossless.injecting.play import Inject, Play
from trials.lossless.stage import SERVICES


@contextmanager
def web_worker(play: Play) -> Iterator[None]:
    os.kill(play.chance.choice(until(play.stage.services["web"].workers)), signal.SIGKILL)
    yield


def killed(service: str) -> Inject:
    @contextmanager
    def inject(play: Play) -> Iterator[None]:
        os.kill(play.stage.services[service].pid, signal.SIGKILL)
        yield

    return inject


@contextmanager
def worker_in_a_job(play: Play) -> Iterator[None]:
    """The job waits for a row that somebody holds; killed there, it was begun and is not done."""
    place = play.world.places[INTERPRETERS]
    (offer,) = place.offers.values()
    Offer.objects.filter(pk=offer).update(answer_by=timezone.now())
    with play.database() as holder, play.database() as looker, holder.transaction():
        holder.execute("SELECT 1 FROM bookings_shift WHERE id = %s FOR UPDATE", [place.shift])
        job = tend_bookings.configure(queueing_lock=str(offer)).defer(timestamp=0)
        waits = "SELECT 1 FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"
        until(lambda: looker.execute(waits, [holder.info.backend_pid]).fetchone(), what="a job waits")
        os.kill(play.stage.services["worker"].pid, signal.SIGKILL)
        play.jobs[job] = offer
        yield


@contextmanager
def redis_gone(play: Play) -> Iterator[None]:
    play.stage.redis.kill()
    try:
        yield
    finally:
        play.stage.redis.start()


@contextmanager
def redis_flushed(play: Play) -> Iterator[None]:
    """The product keeps nothing there: what is shown is that, and that who is subscribed stays so."""
    if kept := set(play.stage.redis.kept()) - {MARK}:
        play.wrong.append(f"something is kept in Redis, which may be flushed: {sorted(kept)}")
    for _ in range(3):
        play.stage.redis.flush()
    yield


def clock(seconds: int) -> Inject:
    """Of all our processes, so far ahead or back, and right again. The worker is given something to do by it."""

    @contextmanager
    def inject(play: Play) -> Iterator[None]:
        for name in SERVICES:
            play.stage.services[name].set_clock(seconds)
        tend_bookings.configure(queueing_lock=str(uuid4())).defer(timestamp=0)
        try:
            yield
        finally:
            for name in SERVICES:
                play.stage.services[name].set_clock(0)

    return inject
