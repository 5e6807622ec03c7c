from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from passerelle.bookings.shapes.common import Named, Told
from passerelle.domain.policies.place import Meaning
from passerelle.domain.states.offer import OfferAction, OfferState
from passerelle.domain.states.shift import ShiftAction, ShiftState
from passerelle.domain.words import Language, Pay, PayOutcome, Quality, Strength, Variety


@dataclass(frozen=True, slots=True)
class QualityView:
    what: Quality
    strength: Strength


@dataclass(frozen=True, slots=True)
class Block:
    """The booked time, brief and debrief included."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class OverrideView:
    reason: str
    by_name: str
    at: datetime


class MessageKind(StrEnum):
    """A text about a place for whoever it was put to, to copy."""

    ASKING = "asking"
    CHANGED = "changed"
    """Another time, or another way to hold it, since they were asked or answered."""
    CONFIRMING = "confirming"
    CANCELLING = "cancelling"


@dataclass(frozen=True, slots=True)
class AskedView:
    """Someone who was asked for the place, and what they said.

    ``clashes``: holds an overlapping place. ``message``: what there is to write to them, as things stand.
    """

    id: UUID
    interpreter: Named
    state: OfferState
    asked_at: datetime | None
    answer_by: datetime | None
    answered_at: datetime | None
    recorded_by_name: str | None
    clashes: bool
    message: MessageKind | None
    allowed_actions: list[OfferAction]


@dataclass(frozen=True, slots=True)
class ShiftView:
    """One interpreter's place, as the team sees it.

    ``blocks`` are hard rules its holder breaks, undecided. ``ticket_paid``: the team pays the ticket beforehand.
    """

    id: UUID
    version: int
    session: UUID
    language: Language
    variety: Variety | None
    pay: Pay
    ticket_paid: bool
    qualities: list[QualityView]
    named: Named | None
    state: ShiftState
    block: Block
    holder: Named | None
    promised_until: datetime | None
    pay_outcome: PayOutcome
    override: OverrideView | None
    blocks: list[Told]
    offers: list[AskedView]
    allowed_actions: list[ShiftAction]


@dataclass(frozen=True, slots=True)
class EditMeaning:
    """What an edit of a place would mean: for its holder, if it has one, and for those who were asked or stand by."""

    holder: Named | None
    meaning: Meaning | None
    reasons: list[Told]
    let_go: list[Named]


@dataclass(frozen=True, slots=True)
class CandidateReason:
    """Why, or why not: ``for``, ``against`` (cannot), ``hard`` (the lead decides) or ``caution``."""

    code: str
    message: str
    kind: str


@dataclass(frozen=True, slots=True)
class CandidateView:
    """An interpreter for a place. ``rank`` counts from 1 among those who fit; null for the rest."""

    interpreter: Named
    languages: list[Language]
    fits: bool
    rank: int | None
    reasons: list[CandidateReason]
    offer: UUID | None
    offer_state: OfferState | None


@dataclass(frozen=True, slots=True)
class CandidateList:
    results: list[CandidateView]
