"""What there is to write to somebody who was asked: the question, what changed since, that they are sure, or not needed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from passerelle.bookings.models import Move as MoveRow
from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.shapes.shift import MessageKind
from passerelle.domain.policies.news import Move, News, Turns, news_for
from passerelle.domain.states.offer import LIVE as LIVE_OFFER
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.time import Span
from passerelle.domain.words import SessionEvent
from passerelle.journal.models import Change

_TURNS = [SessionEvent.MOVED, SessionEvent.MODE_CHANGED, SessionEvent.CONFIRMED]


def turns_of(sessions: Iterable[UUID]) -> Mapping[UUID, Turns]:
    """Of those that were moved, changed or confirmed, as the journal has it. One query."""
    lines = Change.objects.filter(entity="session", entity_id__in=list(sessions), kind__in=_TURNS).order_by()
    found: dict[UUID, dict[str, datetime]] = {}
    for session_id, kind, at in lines.values_list("entity_id", "kind").annotate(last=Max("at")):
        found.setdefault(session_id, {})[kind] = at
    return {session_id: _turns(at) for session_id, at in found.items()}


def _turns(last: Mapping[str, datetime]) -> Turns:
    moved_at, mode_changed_at, confirmed_at = map(last.get, _TURNS)
    return Turns(moved_at, mode_changed_at, confirmed_at)


def turns_with_moves(sessions: Iterable[UUID]) -> Mapping[UUID, Turns]:
    """``turns_of`` with when they were before, for who puts it in words. Two queries."""
    found = turns_of(sessions)
    moves: dict[UUID, list[Move]] = {}
    for row in MoveRow.objects.filter(session__in=found).order_by("session", "at"):
        moves.setdefault(row.session_id, []).append(Move(row.at, Span(row.starts_at, row.ends_at)))
    return {session_id: replace(turns, moves=tuple(moves.get(session_id, ()))) for session_id, turns in found.items()}


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
