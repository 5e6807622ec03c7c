from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.domain.states.visit import VisitState


@dataclass(frozen=True, slots=True)
class FreeDayView:
    """``free``: said for that very day. ``usual``: what holds where nothing is said. ``on_break``: not asked anyway.

    ``noted_at``: when somebody of the team recorded ``free``, told by phone; null where the interpreter said it themselves.
    To the team ``free`` and ``usual`` are what the reader recorded, as long as it stands; null: nothing of theirs.
    """

    day: date
    visit: UUID | None
    visit_state: VisitState | None
    free: bool | None
    noted_at: datetime | None
    usual: bool | None
    on_break: bool


@dataclass(frozen=True, slots=True)
class UsualDayView:
    """A day of the week on which a visit is coming (Monday is 0), and whether the reader is usually free on it.

    The rest is as in ``FreeDayView``.
    """

    weekday: int
    free: bool | None
    noted_at: datetime | None


@dataclass(frozen=True, slots=True)
class FreeDayList:
    """``break_until``: the last day of a break that is not over. ``break_noted_at``: when the team recorded it."""

    results: list[FreeDayView]
    usual: list[UsualDayView]
    break_until: date | None
    break_noted_at: datetime | None
