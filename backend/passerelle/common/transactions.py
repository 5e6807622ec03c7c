"""One transaction a unit of work, retried as a whole when the database asks for it."""

import functools
import random
import time
from collections.abc import Callable

from django.db import OperationalError, connection, transaction
from psycopg import errors as pg

TRIES = 4
_LOST_RACES = (pg.SerializationFailure, pg.DeadlockDetected)


def in_transaction[T](work: Callable[[], T]) -> T:
    """Run ``work`` in one transaction; 40001 and 40P01 repeat it, at most ``TRIES`` times in all.

    Inside a transaction that is already open, ``work`` joins it and the outermost caller repeats: only a whole
    transaction can be repeated, so ``work`` must have no effect outside the database.
    """
    if connection.in_atomic_block:
        return work()
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                return work()
        except OperationalError as error:
            if attempt == TRIES or not isinstance(error.__cause__, _LOST_RACES):
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
