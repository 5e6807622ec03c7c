from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.bookings.shapes.shift import QualityView, ShiftView
from passerelle.domain.roles import Role
from passerelle.domain.states.session import SessionAction, SessionState
from passerelle.domain.words import GroupKind, Language, Material, Mode, Room, SessionEvent, Situation, Theme, Variety


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
    """What the session is about, from lists that read in every language, and notes that do not."""

    theme: Theme | None
    situations: list[Situation]
    materials: list[Material]
    room: list[Room]
    notes: str


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class NamedView:
    """An interpreter a partner has in mind: by first name only."""

    id: UUID
    first_name: str


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
    """One meeting of a group. ``shifts`` and ``debrief_offered`` are the team's and empty for others.

    ``requirements`` are what the partner asks of every interpreter. ``told`` are the agency's members who hear of it.
    ``therapists`` (first names) and ``duty_phone`` are known once it is confirmed. ``know_by`` is when the partner
    knows what is still open: the answer, the confirmation, or the missing interpreter; null where nothing is, or
    where nobody can say.
    """

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
    requirements: list[QualityView]
    named: NamedView | None
    brief: Brief
    contact: Contact | None
    staff_present: list[str]
    told: list[UUID]
    proposed_change: ProposedChange | None
    cover: Cover
    coming: list[ComingView]
    therapists: list[str]
    duty_phone: str
    reason: ReasonView | None
    gap_reason: str
    debrief_offered: bool | None
    requested_at: datetime | None
    answer_by: datetime | None
    know_by: datetime | None
    shifts: list[ShiftView]
    allowed_actions: list[SessionAction]


@dataclass(frozen=True, slots=True)
class SessionPage:
    results: list[SessionView]
    next: str | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that happened to a session. ``name`` only where the reader may know who it was."""

    at: datetime
    what: SessionEvent
    by: Role
    name: str | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    results: list[HistoryLine]
    next: str | None


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message to forward, in the language asked for. ``languages`` are those it can be had in."""

    language: str
    text: str
    languages: list[str]
