"""What there is to write to somebody who was asked: the question, what changed since, that they are sure, or not needed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.domain.policies.news import News, Turns, news_for
from passerelle.domain.states.offer import LIVE as LIVE_OFFER
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.words import SessionEvent
from passerelle.journal.models import Change


def turns_of(sessions: Iterable[UUID]) -> Mapping[UUID, Turns]:
    """Of those that were moved or changed, as the journal has it. One query."""
    kinds = {SessionEvent.MOVED: "moved_at", SessionEvent.MODE_CHANGED: "mode_changed_at"}
    lines = Change.objects.filter(entity="session", entity_id__in=list(sessions), kind__in=list(kinds)).order_by()
    found: dict[UUID, dict[str, datetime]] = {}
    for session_id, kind, at in lines.values_list("entity_id", "kind").annotate(last=Max("at")):
        found.setdefault(session_id, {})[kinds[SessionEvent(kind)]] = at
    return {session_id: Turns(**at) for session_id, at in found.items()}


def news_of(offer: Offer, turns: Turns) -> News:
    return news_for(OfferState(offer.state), asked_at=offer.asked_at, answered_at=offer.answered_at, turns=turns)


def first_news(shift: Shift, turns: Turns) -> bool:
    """Whether another turn is news to somebody of the place who had none after ``turns``. One query."""
    return any(not news_of(offer, turns) for offer in Offer.objects.filter(shift=shift, state__in=LIVE_OFFER))


def possible_messages(offer: Offer, shift: Shift, turns: Turns) -> list[MessageKind]:
    """Which messages are true of ``offer`` as it and its place stand, the one that says most first."""
    if offer.state == OfferState.STOOD_DOWN:
        return [MessageKind.CANCELLING]
    if shift.state not in LIVE:
        return []
    if offer.state == OfferState.ACCEPTED and shift.state == ShiftState.CONFIRMED:
        return [MessageKind.CONFIRMING]
    changed = [MessageKind.CHANGED] if offer.state in LIVE_OFFER and news_of(offer, turns) else []
    return [*changed, MessageKind.ASKING] if offer.state == OfferState.ASKED else changed
