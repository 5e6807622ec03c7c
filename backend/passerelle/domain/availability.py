"""When someone is free: what they said for the day, else what they said for that day of every week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Freedom:
    """``free`` is None where they have not said; ``usual``: it follows from the day of the week."""

    free: bool | None = None
    usual: bool = False


def freedom_on(day: date, *, said: bool | None, usually: Mapping[int, bool]) -> Freedom:
    """An exception beats the default. ``usually`` holds what was said for a day of the week (Monday is 0)."""
    if said is not None:
        return Freedom(said)
    default = usually.get(day.weekday())
    return Freedom(default, usual=default is not None)
