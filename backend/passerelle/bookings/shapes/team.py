"""What the team works through: what needs an answer, and who has not answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.domain.states.offer import OfferAction
from passerelle.domain.words import Language, Mode, Variety


class InboxKind(StrEnum):
    """What waits: a partner's request or change, a place nobody holds or that is kept for one person, a hard rule."""

    REQUEST = "request"
    CHANGE = "change"
    EMPTY_PLACE = "empty_place"
    FIRST_REFUSAL = "first_refusal"
    HARD_RULE = "hard_rule"


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One thing that needs an answer. ``id`` is the session's for a request or a change, the place's for the rest.

    ``by`` is when it is needed: the partner's answer, the end of a first refusal, or when the booked time begins.
    ``who`` holds the place or has its first refusal; ``unanswered`` counts those asked who have not said anything.
    ``reasons`` say which hard rules stand, in words.
    """

    kind: InboxKind
    id: UUID
    by: datetime
    overdue: bool
    session: UUID
    visit: DayRef | None
    agency_name: str
    group_name: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    language: Language | None
    variety: Variety | None
    who: Named | None
    unanswered: int
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Inbox:
    results: list[InboxLine]


@dataclass(frozen=True, slots=True)
class WaitingPlace:
    """One place somebody was asked for; ``id`` is the question's. ``overdue``: the deadline is over.

    ``new_time``, ``new_way``: moved, or held another way, since they were asked or answered.
    """

    id: UUID
    visit: DayRef | None
    group_name: str
    area: str
    mode: Mode
    language: Language
    variety: Variety | None
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    asked_at: datetime | None
    answer_by: datetime | None
    overdue: bool
    clashes: bool
    new_time: bool
    new_way: bool
    allowed_actions: list[OfferAction]


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Someone who has not answered, and for what, soonest first. ``reads`` is the language to write to them in."""

    interpreter: Named
    phone: str
    has_account: bool
    reads: str
    since: datetime | None
    places: list[WaitingPlace]


@dataclass(frozen=True, slots=True)
class WaitingList:
    results: list[WaitingPerson]
