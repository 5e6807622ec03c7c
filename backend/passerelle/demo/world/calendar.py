"""Which Fridays the demo world is about, and when everything on them happened."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = "Europe/Paris"
UK_ZONE = "Europe/London"
FRIDAY = 4
PAST, COMING = 12, 8
WEEK = timedelta(weeks=1)
_TEAM_LEAVES = time(6)
"""On a Friday after this, the day is under way: the next one to prepare is a week later."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The past Fridays and the coming ones, the oldest first, as seen from ``today``."""

    today: date
    past: tuple[date, ...]
    coming: tuple[date, ...]


def calendar(now: datetime) -> Calendar:
    """The Fridays around ``now``, as reckoned in Calais."""
    local = now.astimezone(ZoneInfo(ZONE))
    today = local.date()
    first = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    last = first - WEEK
    if first == today and local.time() >= _TEAM_LEAVES:
        first += WEEK
    past = tuple(last - back * WEEK for back in reversed(range(PAST)))
    return Calendar(today, past, tuple(first + on * WEEK for on in range(COMING)))


def local(day: date, at: time, zone: str = ZONE) -> datetime:
    """A wall time in Calais, or in ``zone``. No act is at an hour that a change of clocks skips or repeats."""
    return datetime.combine(day, at, ZoneInfo(zone))
