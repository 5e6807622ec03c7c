"""What there is to write to somebody who was asked: the question, what changed since, that they are sure, or not needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from passerelle.bookings.messages.changing import Next
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.domain.states.offer import LIVE as LIVE_OFFER
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.words import SessionEvent
from passerelle.journal.models import Change


@dataclass(frozen=True, slots=True)
class Turns:
    """When a session was last moved, and last held another way; None where it never was."""

    moved_at: datetime | None = None
    mode_changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What changed since somebody was asked, or answered, and what they need to do."""

    new_time: bool
    new_way: bool
    next: Next

    def __bool__(self) -> bool:
        return self.new_time or self.new_way


def turns_of(sessions: Iterable[UUID]) -> Mapping[UUID, Turns]:
    """Of those that were moved or changed, as the journal has it. One query."""
    kinds = {SessionEvent.MOVED: "moved_at", SessionEvent.MODE_CHANGED: "mode_changed_at"}
    lines = Change.objects.filter(entity="session", entity_id__in=list(sessions), kind__in=list(kinds)).order_by()
    found: dict[UUID, dict[str, datetime]] = {}
    for session_id, kind, at in lines.values_list("entity_id", "kind").annotate(last=Max("at")):
        found.setdefault(session_id, {})[kinds[SessionEvent(kind)]] = at
    return {session_id: Turns(**at) for session_id, at in found.items()}


def news_for(offer: Offer, turns: Turns) -> News:
    """What of ``turns`` is news to whoever was asked, and has not answered since, or whose answer stands.

    A move takes every answer back: it is news to those who are asked. Another way to hold it leaves the answers. Who is
    asked again, or asked next, is so in the same moment.
    """
    if offer.state == OfferState.ASKED:
        new_time, new_way = _since(offer.asked_at, turns.moved_at), _since(offer.asked_at, turns.mode_changed_at)
        again = new_time and turns.moved_at == offer.asked_at
        return News(new_time, new_way, Next.ANSWER_AGAIN if again else Next.ANSWER)
    stands = Next.YES_STANDS if offer.state == OfferState.ACCEPTED else Next.STANDBY_STANDS
    return News(False, _since(offer.answered_at, turns.mode_changed_at), stands)


def _since(then: datetime | None, at: datetime | None) -> bool:
    return then is not None and at is not None and at >= then


def first_news(shift: Shift, turns: Turns) -> bool:
    """Whether another turn is news to somebody of the place who had none after ``turns``. One query."""
    return any(not news_for(offer, turns) for offer in Offer.objects.filter(shift=shift, state__in=LIVE_OFFER))


def possible_messages(offer: Offer, shift: Shift, turns: Turns) -> list[MessageKind]:
    """Which messages are true of ``offer`` as it and its place stand, the one that says most first."""
    if offer.state == OfferState.STOOD_DOWN:
        return [MessageKind.CANCELLING]
    if shift.state not in LIVE:
        return []
    if offer.state == OfferState.ACCEPTED and shift.state == ShiftState.CONFIRMED:
        return [MessageKind.CONFIRMING]
    changed = [MessageKind.CHANGED] if offer.state in LIVE_OFFER and news_for(offer, turns) else []
    return [*changed, MessageKind.ASKING] if offer.state == OfferState.ASKED else changed
