"""The database killed, cut off, held up or without room."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg

from tests.support.waiting import until
from trials.lossless.injecting.play import Play

A_PART = 262_144

_IN_AN_ACT = """
SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
AND backend_type = 'client backend' AND application_name <> 'passerelle live'
AND query ~ '^(UPDATE|INSERT|SELECT .* FOR UPDATE)'
"""
_WAIT_FOR = "SELECT pid, query_start FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"


def _caught_in_an_act(database: psycopg.Connection) -> int:
    """The process of the database's side of somebody's act, in the middle of it."""

    def look() -> int | None:
        row = database.execute(_IN_AN_ACT).fetchone()
        return row[0] if row else None

    return until(look, what="an act is under way") or 0


@contextmanager
def backends_ended(play: Play) -> Iterator[None]:
    with play.database() as database:
        for _ in range(5):
            database.execute("SELECT pg_terminate_backend(%s)", [_caught_in_an_act(database)])
    yield


@contextmanager
def backend_killed(play: Play) -> Iterator[None]:
    """The postmaster ends all others then, and recovers from its log."""
    with play.database() as database, suppress(ProcessLookupError):
        os.kill(_caught_in_an_act(database), signal.SIGKILL)
    yield


@contextmanager
def postmaster(play: Play) -> Iterator[None]:
    play.stage.postgres.kill()
    yield


@contextmanager
def disk_full(play: Play) -> Iterator[None]:
    assert play.stage.disk is not None  # noqa: S101  (kinds that need one are left out where there is none)
    filler = play.stage.disk / "filler"
    try:
        with suppress(OSError), filler.open("wb", buffering=0) as out:
            size = A_PART
            while size:
                try:
                    out.write(b"\0" * size)
                except OSError:
                    size //= 2
        yield
    finally:
        filler.unlink()


@contextmanager
def idle_transaction(play: Play) -> Iterator[None]:
    """Somebody forgot to end what they began: they hold a place, its answers and the sessions, and say nothing.

    It stands for longer than the product lets anybody wait.
    """
    place = play.world.places[0]
    with play.database() as holder, holder.transaction():
        holder.execute("SELECT 1 FROM bookings_shift WHERE id = %s FOR UPDATE", [place.shift])
        holder.execute("SELECT 1 FROM bookings_offer WHERE shift_id = %s FOR UPDATE", [place.shift])
        holder.execute("SELECT 1 FROM bookings_session FOR UPDATE")
        _until_somebody_gives_up(play, holder)
        yield


def _until_somebody_gives_up(play: Play, holder: psycopg.Connection) -> None:
    """Who waited for what is held, and waits no more, was not let wait any longer."""
    met: set[tuple[object, ...]] = set()

    def gave_up() -> bool:
        waiting = set(database.execute(_WAIT_FOR, [holder.info.backend_pid]))
        met.update(waiting)
        return bool(met - waiting)

    with play.database() as database:
        until(gave_up, what="somebody who waited for a lock gives up")


@contextmanager
def database_stalls(play: Play) -> Iterator[None]:
    play.stage.to_database.stall()
    try:
        yield
    finally:
        play.stage.to_database.pass_on()


@contextmanager
def database_cut(play: Play) -> Iterator[None]:
    """Every connection, in the middle of an answer."""
    play.stage.to_database.cut_after(play.chance.randrange(1, 2_000))
    try:
        yield
    finally:
        play.stage.to_database.pass_on()
