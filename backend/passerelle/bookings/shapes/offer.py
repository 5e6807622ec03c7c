from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.bookings.shapes.common import DayRef
from passerelle.bookings.shapes.session import Contact
from passerelle.bookings.shapes.shift import Block
from passerelle.domain.states.offer import OfferAction, OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.words import GroupKind, Language, Mode, Pay, Room, Situation, Theme, Variety


@dataclass(frozen=True, slots=True)
class AskedShift:
    language: Language
    variety: Variety | None
    pay: Pay
    block: Block


@dataclass(frozen=True, slots=True)
class ExactPlace:
    """Where exactly: only for those confirmed."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class AskedSession:
    """The session as someone asked for it sees it: the area before confirmation; place, contact and partner after."""

    starts_at: datetime
    ends_at: datetime
    mode: Mode
    state: SessionState
    area: str
    time_zone: str
    place: ExactPlace | None
    contact: Contact | None
    agency_name: str | None
    group_kind: GroupKind
    women_only: bool
    theme: Theme | None
    situations: list[Situation]
    room: list[Room]


@dataclass(frozen=True, slots=True)
class OfferView:
    """One place put to one interpreter, and their answer. ``clashes``: set aside while an overlapping place is held."""

    id: UUID
    version: int
    state: OfferState
    confirmed: bool
    clashes: bool
    shift: AskedShift
    session: AskedSession
    visit: DayRef | None
    asked_at: datetime | None
    answer_by: datetime | None
    answered_at: datetime | None
    undo_until: datetime | None
    recorded_by_team: bool
    allowed_actions: list[OfferAction]


@dataclass(frozen=True, slots=True)
class OfferPage:
    results: list[OfferView]
    next: str | None
