"""A day held another way, and the sheet it is run from."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from passerelle.bookings.shapes.common import Named
from passerelle.bookings.shapes.session import Brief, Contact, SiteRef
from passerelle.bookings.shapes.shift import OverrideView
from passerelle.bookings.shapes.visit import VisitView
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.words import GroupKind, Language, Mode, Pay, Variety


@dataclass(frozen=True, slots=True)
class LetGo:
    """Someone who holds a place and could not keep it, with every reason."""

    interpreter: Named
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class ModeOption:
    """One way to hold a session, and what it means for those who hold its places."""

    mode: Mode
    keeps: list[Named]
    let_go: list[LetGo]


@dataclass(frozen=True, slots=True)
class SessionModes:
    """A session of the day and every way to hold it. ``open_places`` are empty as it is."""

    session: UUID
    group_name: str
    agency_name: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    state: SessionState
    mode: Mode
    open_places: int
    options: list[ModeOption]


@dataclass(frozen=True, slots=True)
class DayModes:
    """What holding the day another way would mean. ``version`` is the one to change."""

    version: int
    team_cannot_travel: bool
    sessions: list[SessionModes]


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether what was seen of someone counts on the day; ``until`` is null where nothing was seen."""

    valid: bool
    until: date | None


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """Someone who holds a place, as the day's sheet names them. The number is for the team."""

    id: UUID
    name: str
    phone: str
    language: Language
    variety: Variety | None
    pay: Pay
    state: ShiftState
    check: Proof
    training: Proof
    hard_rules: list[str]
    override: OverrideView | None


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session on the sheet; ``empty_places`` have nobody."""

    id: UUID
    state: SessionState
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    site: SiteRef
    group_name: str
    group_kind: GroupKind
    women_only: bool
    under_18s: bool
    agency_name: str
    contact: Contact | None
    people_expected: int
    brief: Brief
    staff_present: list[str]
    gap_reason: str
    empty_places: int
    people: list[SheetPerson]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page a Friday is run from."""

    visit: VisitView
    sessions: list[SheetSession]
    made_at: datetime
