"""Waiting for something to become true, never for time to pass."""

import time
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds after which a wait is a failure. Generous on purpose: a busy machine is not a broken product."""

_LOOK_AGAIN = 0.01


def until[T](condition: Callable[[], T], *, within: float = PATIENCE, what: str = "") -> T:
    """The first truthy answer of ``condition``; ``AssertionError`` naming ``what`` when there is none in time."""
    deadline = time.monotonic() + within
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"Not true within {within:.0f} s: {what or condition}")
        time.sleep(_LOOK_AGAIN)
