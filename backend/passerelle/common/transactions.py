"""One transaction a unit of work, retried as a whole when the database asks for it."""

import functools
import random
import time
from collections.abc import Callable

from django.db import Error, IntegrityError, OperationalError, connection, transaction
from django.db.models import ProtectedError
from psycopg import errors as pg

TRIES = 4
_LOST_RACES = (pg.SerializationFailure, pg.DeadlockDetected, pg.ForeignKeyViolation)


def is_lost_race(error: Exception) -> bool:
    """Whether a second try would read what this one could not: 40001, 40P01, or what somebody else deleted or began to use.

    A foreign key is checked at the end of a transaction: who points at a row may only learn there that it went
    meanwhile, and who deletes it that it is pointed at.
    """
    return isinstance(error, ProtectedError) or isinstance(error.__cause__, _LOST_RACES)


_NOT_OURS = ("08", "53", "57P", "58", "25P")
"""How the states begin in which a connection ended, or the machine ran out of something; no statement of ours is at fault."""


def is_out_of_reach(error: BaseException | None) -> bool:
    """Whether the database could not be had: away, starting, full, too busy, or the connection ended meanwhile.

    Then it is open whether what was asked was done: whoever asks again under the same key learns it.
    """
    cause = error.__cause__ if isinstance(error, Error) else None
    if not isinstance(cause, (pg.OperationalError, pg.InterfaceError, pg.InternalError)):
        return False
    return cause.sqlstate.startswith(_NOT_OURS) if cause.sqlstate else not isinstance(cause, pg.InternalError)


def in_transaction[T](work: Callable[[], T]) -> T:
    """Run ``work`` in one transaction; a lost race (``is_lost_race``) repeats it, at most ``TRIES`` times in all.

    Inside a transaction that is already open, ``work`` joins it and the outermost caller repeats: only a whole
    transaction can be repeated, so ``work`` must have no effect outside the database.
    """
    if connection.in_atomic_block:
        return work()
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                return work()
        except (OperationalError, IntegrityError) as error:
            if attempt == TRIES or not is_lost_race(error):
                raise
            # Both losers of a deadlock must not come back in the same instant.
            time.sleep(random.uniform(0.005, 0.02) * attempt)  # noqa: S311
    raise AssertionError("unreachable")


def unit_of_work[**P, T](service: Callable[P, T]) -> Callable[P, T]:
    """Every service that writes: all of it commits, or nothing was changed."""

    @functools.wraps(service)
    def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> T:
        return in_transaction(lambda: service(*args, **kwargs))

    return in_one_transaction
