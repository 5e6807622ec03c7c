"""The wall clock of one Python process, stepped from outside while it runs.

Python imports this by itself, before anything else, where this folder is on its path. The file that ``STEPPED_CLOCK`` names
says how many seconds the clock is off; what was reckoned with last is noted beside it, in ``.seen``. What only moves forward
(``time.monotonic``) is left as it is, as by a real step.
"""

import datetime as dates
import os
import time
from datetime import datetime as _real
from pathlib import Path
from typing import Any

FILE = "STEPPED_CLOCK"
READ_EVERY = 0.1

_real_time, _real_time_ns = time.time, time.time_ns
_known = [float("-inf"), 0.0]


def _off() -> float:
    """Seconds; read again now and then."""
    now = time.monotonic()
    if now - _known[0] > READ_EVERY:
        file = Path(os.environ[FILE])
        _known[:] = [now, float(file.read_text())]
        file.with_suffix(".seen").write_text(str(_known[1]))
    return _known[1]


class _Kind(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _real)

    def __subclasscheck__(cls, one: type) -> bool:
        return issubclass(one, _real)


class _Stepped(_real, metaclass=_Kind):
    """Makes ordinary datetimes, by another clock."""

    def __new__(cls, *given: Any, **named: Any) -> Any:
        return _real.__new__(_real, *given, **named)

    @classmethod
    def now(cls, tz: dates.tzinfo | None = None) -> Any:
        return _real.fromtimestamp(_real_time() + _off(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return _real.fromtimestamp(_real_time() + _off(), dates.UTC).replace(tzinfo=None)


if FILE in os.environ:
    dates.datetime = _Stepped  # type: ignore[misc]
    time.time = lambda: _real_time() + _off()
    time.time_ns = lambda: _real_time_ns() + int(_off() * 1_000_000_000)
