"""Ids and nonces are drawn alike in each world, and the clock stands still."""

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta, tzinfo
from typing import override
from unittest.mock import patch

from passerelle.accounts import sign_ins
from passerelle.common import accesses, views
from tests.contract.routes import routes
from trials.access.rules.away import everywhere


@contextmanager
def the_same_chance(seed: str) -> Iterator[None]:
    """Whatever is drawn meanwhile is drawn anew by whoever begins with the same ``seed``."""
    with patch.object(os, "urandom", random.Random(seed).randbytes):  # noqa: S311  (no secret of anybody)
        yield


def _always(now: datetime) -> type[datetime]:
    """A clock that says ``now``, for what asks the time by itself."""

    class Still(datetime):
        @classmethod
        @override
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return now.astimezone(tz)

    return Still


@contextmanager
def standing_still(now: datetime) -> Iterator[None]:
    """It is ``now`` for every request; nobody is noted to have been seen since, and each look and refusal is written anew."""
    routes()  # every view is imported, with the clock under the name it has there
    with ExitStack() as stack:
        stack.enter_context(everywhere(views.now, lambda: now))
        stack.enter_context(patch.object(sign_ins, "SEEN_EVERY", timedelta(days=1)))
        stack.enter_context(patch.object(accesses, "datetime", _always(now)))
        stack.enter_context(patch.object(accesses, "EVERY", timedelta(0)))  # else the first of the worlds alone would
        yield
