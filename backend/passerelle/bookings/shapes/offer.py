from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.bookings.shapes.common import DayRef
from passerelle.bookings.shapes.session import Contact, ReasonView
from passerelle.bookings.shapes.shift import Block
from passerelle.domain.states.offer import OfferAction, OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.words import GroupKind, Language, Mode, Pay, Room, Situation, Theme, Variety


@dataclass(frozen=True, slots=True)
class AskedShift:
    """``ticket_paid``: the team pays the ticket beforehand; else it is paid back."""

    language: Language
    variety: Variety | None
    pay: Pay
    ticket_paid: bool
    block: Block


@dataclass(frozen=True, slots=True)
class ExactPlace:
    """Where exactly: only for those confirmed."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class AskedSession:
    """The session as someone asked for it sees it: the area before confirmation; place, contact and partner after.

    ``reason`` is why it was cancelled, for those who had said yes or stood by.
    """

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
    reason: ReasonView | None


@dataclass(frozen=True, slots=True)
class OfferView:
    """One place put to one interpreter, and their answer.

    ``clashes``: set aside while a place is held that overlaps, or from which there is too little time to get there.
    ``travel_minutes``: the way from where the interpreter sets out, where it is known and anyone has to go anywhere.
    ``came``: whether they did, once the session is over.
    """

    id: UUID
    version: int
    state: OfferState
    confirmed: bool
    clashes: bool
    came: bool | None
    travel_minutes: int | None
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


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A reason in words to the reader."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class NotForMeView:
    """An open place in one of the reader's languages that they were not asked for, and why; ``id`` is the place's."""

    id: UUID
    travel_minutes: int | None
    shift: AskedShift
    session: AskedSession
    visit: DayRef | None
    reasons: list[WhyNot]


@dataclass(frozen=True, slots=True)
class NotForMeList:
    results: list[NotForMeView]
