"""Which Fridays the demo world is about, and when everything on them happened."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = "Europe/Paris"
FRIDAY = 4
_TEAM_LEAVES = time(6)
"""On a Friday after this, the day is under way: the next one to prepare is a week later."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Three past Fridays and three coming ones, the oldest first, as seen from ``today``."""

    today: date
    past: tuple[date, date, date]
    coming: tuple[date, date, date]


def calendar(now: datetime) -> Calendar:
    """The Fridays around ``now``, as reckoned in Calais."""
    local = now.astimezone(ZoneInfo(ZONE))
    today = local.date()
    first = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    last = first - timedelta(weeks=1)
    if first == today and local.time() >= _TEAM_LEAVES:
        first += timedelta(weeks=1)
    week = timedelta(weeks=1)
    return Calendar(today, (last - 2 * week, last - week, last), (first, first + week, first + 2 * week))


def local(day: date, at: time) -> datetime:
    """A wall time in Calais. No act is at an hour that a change of clocks skips or repeats."""
    return datetime.combine(day, at, ZoneInfo(ZONE))
