from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.bookings.shapes.shift import ShiftView
from passerelle.domain.states.session import SessionAction, SessionState
from passerelle.domain.words import GroupKind, Language, Mode, Theme, Variety


@dataclass(frozen=True, slots=True)
class GroupRef:
    id: UUID
    name: str
    kind: GroupKind
    women_only: bool
    under_18s: bool


@dataclass(frozen=True, slots=True)
class SiteRef:
    """Where it is; the address is for the partner and the team."""

    id: UUID
    name: str
    area: str
    address: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class NeedView:
    language: Language
    variety: Variety | None
    people: int


@dataclass(frozen=True, slots=True)
class Brief:
    theme: Theme | None
    notes: str


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class ProposedChange:
    starts_at: datetime
    ends_at: datetime
    people_expected: int
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Cover:
    """How many interpreters' places there are, are answered with a yes, are confirmed."""

    shifts: int
    filled: int
    confirmed: int
    needs_cover: bool


@dataclass(frozen=True, slots=True)
class ComingView:
    """Who is coming, once confirmed: a first name and a language, never a number."""

    first_name: str
    language: Language


@dataclass(frozen=True, slots=True)
class ReasonView:
    code: str
    note: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """One meeting of a group. ``shifts`` are the team's and empty for others."""

    id: UUID
    version: int
    state: SessionState
    mode: Mode
    group: GroupRef
    agency: Named
    site: SiteRef
    day: date
    starts_at: datetime
    ends_at: datetime
    visit: DayRef | None
    people_expected: int
    needs: list[NeedView]
    brief: Brief
    contact: Contact | None
    proposed_change: ProposedChange | None
    cover: Cover
    coming: list[ComingView]
    reason: ReasonView | None
    gap_reason: str
    requested_at: datetime | None
    answer_by: datetime | None
    shifts: list[ShiftView]
    allowed_actions: list[SessionAction]


@dataclass(frozen=True, slots=True)
class SessionPage:
    results: list[SessionView]
    next: str | None
