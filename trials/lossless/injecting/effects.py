"""How each fault is known to have happened: seen by whom it was done to, or by who did it, and never taken for granted.

Each looks before, and says afterwards whether there is more of what the fault brings about.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import psutil

from tests.support.fault_proxy import Cut
from tests.support.waiting import until
from trials.lossless.injecting.play import Effect, Play
from trials.lossless.stage import SERVICES

TOLD_TO_END = "terminating connection due to administrator command"
KILLED = "was terminated by signal 9"
NO_ROOM = "No space left on device"
MARK = "kept until a flush"
NEAR = 30.0
"""Seconds to which a clock is read: an answer is dated to the second, and may come late."""


def both(*effects: Effect) -> Effect:
    def before(play: Play) -> Callable[[], bool]:
        looks = [effect(play) for effect in effects]
        return lambda: all(look() for look in looks)

    return before


def _written(words: str, logs: Callable[[Play], Iterable[Path]]) -> Effect:
    """So it says in one of the logs."""

    def before(play: Play) -> Callable[[], bool]:
        known = {log: log.stat().st_size for log in logs(play)}
        return lambda: any(words.encode() in _from(log, size) for log, size in known.items())

    return before


def _from(log: Path, size: int) -> bytes:
    with log.open("rb") as read:
        read.seek(size)
        return read.read()


def _more(count: Callable[[Play], int]) -> Effect:
    def before(play: Play) -> Callable[[], bool]:
        known = count(play)
        return lambda: count(play) > known

    return before


# Processes -----------------------------------------------------------------------------------------


def _one_ends(which: Callable[[Play], Iterable[int]]) -> Effect:
    def before(play: Play) -> Callable[[], bool]:
        known = until(lambda: _running(which(play)), what="it runs")  # what fell with the fault before may not be back yet
        return lambda: any(_has_ended(one) for one in known)

    return before


def _running(pids: Iterable[int]) -> list[psutil.Process]:
    """None unless all do."""
    with suppress(psutil.NoSuchProcess):
        return [psutil.Process(pid) for pid in pids]
    return []


def _has_ended(process: psutil.Process) -> bool:
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def ended(service: str) -> Effect:
    return _one_ends(lambda play: [play.stage.services[service].pid])


def _postmaster(play: Play) -> list[int]:
    process = play.stage.postgres.process
    return [process.pid] if process else []


a_web_worker_ended = _one_ends(lambda play: play.stage.services["web"].workers())
postmaster_ended = _one_ends(_postmaster)
job_interrupted = _more(lambda play: len(play.jobs))


def clocks_off(seconds: int) -> Effect:
    """Each service dates what it does by the stepped clock."""

    def look(play: Play) -> bool:
        with suppress(OSError, HTTPException):  # one that does not answer yet
            return all(abs(play.stage.services[name].clock_off() - seconds) < NEAR for name in SERVICES)
        return False

    return lambda play: lambda: look(play)


# The database --------------------------------------------------------------------------------------


def database_says(words: str) -> Effect:
    return _written(words, lambda play: [play.stage.postgres.log])


# Redis ---------------------------------------------------------------------------------------------


redis_missed = _written("Redis is out of reach", lambda play: [one.log for one in play.stage.services.values()])
"""A process says that it does not reach it."""


def redis_emptied(play: Play) -> Callable[[], bool]:
    play.stage.redis.keep(MARK)
    return lambda: MARK not in play.stage.redis.kept()


# Connections ---------------------------------------------------------------------------------------


def held_up(proxy: str) -> Effect:
    """Something was on its way there."""
    return _more(lambda play: getattr(play.stage, proxy).held())


def _inside(cuts: Iterable[Cut]) -> int:
    """Of an answer something went through, and not all."""
    return sum(0 < cut.passed < len(cut.part) for cut in cuts)


def inside_a_frame(cut: Cut) -> bool:
    """Of a frame: of several that came together, the cut is not between two. A server's are not masked."""
    if cut.part.startswith(b"HTTP/"):
        return False
    at = 0
    while at < cut.passed:
        short = cut.part[at + 1] & 127
        more = {126: 2, 127: 8}.get(short, 0)
        at += 2 + more + (int.from_bytes(cut.part[at + 2 : at + 2 + more]) if more else short)
    return at > cut.passed


answer_of_the_database_cut = _more(lambda play: _inside(play.stage.to_database.cuts()))
frame_cut = _more(lambda play: sum(map(inside_a_frame, play.stage.sockets.cuts())))
answers_cut = _more(lambda play: len(play.stage.web.cuts()))
slow_reader_closed = _more(lambda play: len(play.slow.closes))


# People --------------------------------------------------------------------------------------------


asked_again = _more(lambda play: sum(person.retried for person in play.people))
"""Acts, under their keys: they were not answered, or told that it cannot be done now."""
told_busy = _more(lambda play: sum(person.told_busy for person in play.people))
