"""For when something can be planned or said: neither for what is over, nor for a day that nobody means."""

from datetime import date, datetime, timedelta

from passerelle.domain.refusals import Code, Problem, problem
from passerelle.domain.time import FURTHEST_AHEAD, LONGEST_SESSION

CHOSEN_ANEW = frozenset({Code.IN_THE_PAST, Code.DAY_TOO_FAR, Code.SESSION_TOO_LONG})
"""What may be wrong with the times of a draft: they are chosen anew before it is sent."""


def against_day(day: date, *, today: date) -> list[Problem]:
    """Nothing, or that ``day`` is over, or that it is more than a year ahead."""
    if day < today:
        return [problem(Code.IN_THE_PAST, at="day")]
    return [problem(Code.DAY_TOO_FAR, at="day")] if day > today + FURTHEST_AHEAD else []


def against_times(starts_at: datetime, ends_at: datetime, *, now: datetime) -> list[Problem]:
    """What ends before it starts or lasts longer than anybody works, what lies in the past or too far ahead."""
    found = []
    if ends_at <= starts_at:
        found.append(problem(Code.ENDS_BEFORE_IT_STARTS, at="ends_at"))
    elif ends_at - starts_at > LONGEST_SESSION:
        found.append(problem(Code.SESSION_TOO_LONG, at="ends_at", hours=str(LONGEST_SESSION // timedelta(hours=1))))
    if starts_at <= now:
        found.append(problem(Code.IN_THE_PAST, at="starts_at"))
    elif starts_at > now + FURTHEST_AHEAD:
        found.append(problem(Code.DAY_TOO_FAR, at="starts_at"))
    return found
