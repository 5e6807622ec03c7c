"""Time: ranges are UTC and half open, durations are added in UTC, wall time belongs to a zone."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BRIEF = timedelta(minutes=15)
DEBRIEF = timedelta(minutes=10)
UNDO_WINDOW = timedelta(minutes=15)
FIRST_REFUSAL = timedelta(hours=12)
FIRST_REFUSAL_SHORT = timedelta(hours=1)
"""The deadline of a first refusal when the block begins within two days."""
ANSWER_PARTNER_WITHIN = timedelta(days=3)
FURTHEST_AHEAD = timedelta(days=366)
"""Whoever plans or answers further ahead has mistyped the year."""
LONGEST_SESSION = timedelta(hours=12)
EVENING = time(18)
DAYS_TO_CONFIRM = 2
"""A day is confirmed in the evening two days before it; what is still open then, in the evening before."""


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of time ``[start, end)``, both with an offset."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Span") -> bool:
        # In UTC: two times of one zone compare as its clocks read, and in autumn an hour is read twice.
        return _utc(self.start) < _utc(other.end) and _utc(other.start) < _utc(self.end)

    @property
    def length(self) -> timedelta:
        return _utc(self.end) - _utc(self.start)


class Diary:
    """Where one person was: spans of which none overlaps another, so that a clash can only be with the nearest two."""

    def __init__(self) -> None:
        self._starts: list[datetime] = []
        self._spans: list[Span] = []

    def clash(self, span: Span) -> Span | None:
        """The span that overlaps, if any."""
        at = bisect_right(self._starts, _utc(span.start))
        return next((one for one in self._spans[max(at - 1, 0) : at + 1] if one.overlaps(span)), None)

    def add(self, span: Span) -> None:
        """``span`` clashes with none."""
        at = bisect_right(self._starts, _utc(span.start))
        self._starts.insert(at, _utc(span.start))
        self._spans.insert(at, span)


def booked_block(session: Span, *, brief: timedelta = BRIEF, debrief: timedelta = DEBRIEF) -> Span:
    """The time an interpreter is booked for: brief, session and debrief belong to the booking."""
    return Span(_utc(session.start) - brief, _utc(session.end) + debrief)


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of ``moment`` at a place with the IANA ``zone``."""
    return moment.astimezone(ZoneInfo(zone)).date()


def moments_of(day: date, clock: time, zone: str) -> list[datetime]:
    """The moments (UTC) at which clocks at ``zone`` show ``clock`` on ``day``, the earlier first.

    One, but none in the hour that they skip in spring, and two in the one that they show twice in autumn.
    """
    there, wall = ZoneInfo(zone), datetime.combine(day, clock)
    found = {_utc(wall.replace(tzinfo=there, fold=fold)) for fold in (0, 1)}
    return sorted(moment for moment in found if moment.astimezone(there).replace(tzinfo=None) == wall)


def same_hour_on(moment: datetime, day: date, zone: str) -> list[datetime]:
    """The moments at which clocks at ``zone`` show on ``day`` what they show at ``moment``, as ``moments_of`` has them."""
    return moments_of(day, moment.astimezone(ZoneInfo(zone)).time(), zone)


def first_refusal_until(*, now: datetime, block_start: datetime) -> datetime:
    """When a first refusal ends (UTC): half a day, an hour when the day is near, and never after the block begins."""
    asked, begins = _utc(now), _utc(block_start)
    near = begins - asked < timedelta(days=2)
    return min(asked + (FIRST_REFUSAL_SHORT if near else FIRST_REFUSAL), begins)


def evening_before(moment: datetime, zone: str, *, days: int = 1) -> datetime:
    """Six in the evening at a place with the IANA ``zone``, ``days`` before the day of ``moment`` there."""
    evening = datetime.combine(local_day(moment, zone) - timedelta(days=days), EVENING, ZoneInfo(zone))
    return _utc(evening)


def answer_request_by(requested_at: datetime, starts_at: datetime, zone: str) -> datetime:
    """When a partner has the team's answer: within three days, and the evening before at the latest.

    What is asked for later than that is answered before it starts.
    """
    asked, latest = _utc(requested_at), evening_before(starts_at, zone)
    return min(asked + ANSWER_PARTNER_WITHIN, latest if latest > asked else _utc(starts_at))


def confirmed_by(starts_at: datetime, zone: str, *, now: datetime) -> datetime | None:
    """When a partner knows whether a planned session is confirmed, and by whom: the next of the two evenings.

    None once both are over: then it is told as soon as it is known.
    """
    evenings = (evening_before(starts_at, zone, days=days) for days in (DAYS_TO_CONFIRM, 1))
    return next((evening for evening in evenings if evening > now), None)
