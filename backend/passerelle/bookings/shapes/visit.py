from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.shapes.common import Named, Told
from passerelle.bookings.shapes.session import ReasonView, SessionView
from passerelle.domain.states.visit import VisitAction, VisitState
from passerelle.domain.words import TherapistAnswer


@dataclass(frozen=True, slots=True)
class TherapistView:
    """A therapist of the day; ``id`` is the team member's."""

    id: UUID
    name: str
    answer: TherapistAnswer


@dataclass(frozen=True, slots=True)
class VisitCounts:
    requested: int
    scheduled: int
    confirmed: int
    shifts: int
    shifts_open: int


@dataclass(frozen=True, slots=True)
class VisitView:
    """A day. Everyone sees the day and its state; the rest is the team's and null or empty for others."""

    id: UUID
    day: date
    state: VisitState
    time_zone: str
    version: int | None
    team_cannot_travel: bool | None
    confirmed_at: datetime | None
    duty_phone: str | None
    deputy: Named | None
    therapists_reason: str
    reason: ReasonView | None
    therapists: list[TherapistView]
    counts: VisitCounts | None
    allowed_actions: list[VisitAction]


@dataclass(frozen=True, slots=True)
class VisitPage:
    results: list[VisitView]
    next: str | None


@dataclass(frozen=True, slots=True)
class BoardWarning:
    """A warning, not a wall; ``hard`` is one that the safeguarding lead decides on. ``since`` is null until it is dated.

    About the place ``shift``, else about ``session``, else about the day.
    """

    code: str
    message: str
    session: UUID | None
    shift: UUID | None
    since: datetime | None
    hard: bool


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last change of a thing on the board; ``by_name`` is null where the system acted."""

    type: str
    id: UUID
    kind: str
    by_name: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Board:
    """A day at a glance: what is asked for it, what is on it, what to mind, who changed what last."""

    visit: VisitView
    requests: list[SessionView]
    sessions: list[SessionView]
    warnings: list[BoardWarning]
    changes: list[LastChange]


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Somebody who will be told, and in a word what. ``id`` is the agency's, the interpreter's or the team member's."""

    id: UUID
    kind: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class SessionReadiness:
    """One session of the day; ``told`` are those who hear of it when it is confirmed."""

    session: SessionView
    ready: bool
    already_confirmed: bool
    needs_gap_reason: bool
    empty_shifts: int
    blocks: list[BoardWarning]
    warnings: list[BoardWarning]
    told: list[ToldPerson]


@dataclass(frozen=True, slots=True)
class ConfirmationPreview:
    """What confirming the day now would do. ``version`` is the one to confirm; ``told`` are the therapists who go."""

    version: int
    state: VisitState
    therapists_yes: int
    blocks: list[Told]
    sessions: list[SessionReadiness]
    told: list[ToldPerson]
