"""What this process noted a while ago, so that a request neither asks about it nor writes it again."""

import time
from collections.abc import Hashable
from datetime import timedelta

MOST_NOTED = 10_000


class Noted:
    """By whatever tells one thing from another: when it was noted. Forgets all of it rather than grow."""

    def __init__(self) -> None:
        self._at: dict[Hashable, float] = {}

    def is_due(self, key: Hashable, every: timedelta) -> bool:
        at = self._at.get(key)
        return at is None or time.monotonic() - at >= every.total_seconds()

    def done(self, key: Hashable) -> None:
        if len(self._at) >= MOST_NOTED:
            self._at.clear()
        self._at[key] = time.monotonic()
