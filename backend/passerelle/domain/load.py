"""How much is too much: the limits on what one person interprets, and how much a booking would make it.

A soft limit is a caution, a hard one refuses, and everybody may set lower ones for themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

from passerelle.domain.refusals import _
from passerelle.domain.time import Span

REST = timedelta(minutes=30)
"""A pause shorter than this is no rest: what lies on both sides of it counts as one stretch."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is meant to be; None where there is no limit.

    Minutes of booked time without a rest, sessions on one day, weeks in a row with a booking, and hours of booked
    time in a calendar month.
    """

    consecutive_minutes: int | None = None
    sessions_a_day: int | None = None
    weeks_in_a_row: int | None = None
    hours_a_month: int | None = None


NO_LIMITS = Limits()
SOFT = Limits(consecutive_minutes=150, sessions_a_day=2, weeks_in_a_row=4, hours_a_month=20)
HARD = Limits(consecutive_minutes=270, sessions_a_day=4, weeks_in_a_row=8, hours_a_month=40)
SOURCE = _(
    "Starting values of this product, not a standard: review them with your interpreters, and set lower ones for yourself."
)
WEEKS_THAT_COUNT = (HARD.weeks_in_a_row or 0) + 1
"""How many weeks on either side of a booking have to be known to tell whether it goes over a limit."""


@dataclass(frozen=True, slots=True)
class Work:
    """One booking, as far as load goes: its block, and the day it is on at its place."""

    block: Span
    day: date


@dataclass(frozen=True, slots=True)
class Load:
    """What someone would interpret, the new booking included. The names are those of the limits."""

    consecutive_minutes: int
    sessions_a_day: int
    weeks_in_a_row: int
    hours_a_month: float

    def over(self, limits: Limits) -> list[str]:
        """The names of the limits that would be passed."""
        return [name for name in LIMITS if (most := getattr(limits, name)) is not None and getattr(self, name) > most]


LIMITS: tuple[str, ...] = tuple(field.name for field in fields(Limits))


def load_with(new: Work, others: Sequence[Work]) -> Load:
    """The load around ``new``, if it came on top of ``others``."""
    everything = [new, *others]
    month = [work for work in everything if (work.day.year, work.day.month) == (new.day.year, new.day.month)]
    return Load(
        consecutive_minutes=_stretch(new.block, [work.block for work in others]),
        sessions_a_day=sum(work.day == new.day for work in everything),
        weeks_in_a_row=_weeks(new.day, (work.day for work in others)),
        hours_a_month=sum((work.block.length for work in month), timedelta()) / timedelta(hours=1),
    )


def _stretch(new: Span, others: Iterable[Span]) -> int:
    """Minutes of booked time around ``new`` that no rest interrupts."""
    start, end, worked = new.start, new.end, new.length
    for block in sorted((b for b in others if b.start >= new.start), key=lambda b: b.start):
        if block.start - end >= REST:
            break
        end, worked = max(end, block.end), worked + block.length
    for block in sorted((b for b in others if b.start < new.start), key=lambda b: b.end, reverse=True):
        if start - block.end >= REST:
            break
        start, worked = min(start, block.start), worked + block.length
    return worked // timedelta(minutes=1)


def _weeks(day: date, days: Iterable[date]) -> int:
    """How many weeks in a row, the one of ``day`` among them, have a booking. A week begins on Monday."""
    booked = {_monday(other) for other in days} | {_monday(day)}
    week, count = timedelta(weeks=1), 1
    for step in (-week, week):
        monday = _monday(day) + step
        while monday in booked:
            count, monday = count + 1, monday + step
    return count


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
