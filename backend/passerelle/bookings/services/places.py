"""A place changes hands: the moves shared by every act that gives, keeps or frees a shift.

Callers hold the shift's lock (and the session's where they change it) and tell the changes at the end.
"""

from collections.abc import Sequence
from datetime import datetime

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.common.models import all_changed
from passerelle.domain.eligibility.checks import against_asking, reasons_against
from passerelle.domain.roles import Role
from passerelle.domain.states.offer import LIVE as LIVE_OFFER
from passerelle.domain.states.offer import OFFER, OfferAction, OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import SHIFT, ShiftAction, ShiftState
from passerelle.domain.time import first_refusal_until

SYSTEM = frozenset({Role.SYSTEM})


def give(shift: Shift, offer: Offer, *, session: Session, roles: frozenset[Role], changes: Changes) -> None:
    """The offer's interpreter holds the place; confirmed at once where the session is and no hard rule stands."""
    shift.state = SHIFT.after(ShiftState(shift.state), ShiftAction.TAKE, roles)
    shift.holder_id = offer.interpreter_id
    shift.promised_to_id, shift.promised_until = None, None
    confirm_with_its_session(shift, session=session)
    shift.changed("state", "holder", "promised_to", "promised_until")
    changes.shift(shift, shift.state, session=session)
    changes.clashes_with([(shift, offer.interpreter_id)], "clashes")


def confirm_with_its_session(shift: Shift, *, session: Session) -> None:
    """Set a taken place to confirmed where nothing stands against it. The caller saves."""
    if session.state == SessionState.CONFIRMED and not facts.undecided_hard_rules([shift], [session]):
        shift.state = SHIFT.after(ShiftState(shift.state), ShiftAction.CONFIRM, SYSTEM)


def free(shift: Shift, *, session: Session, roles: frozenset[Role], kind: str, changes: Changes) -> None:
    """The holder lets go, or is let go: the place is open, and what it set aside revives."""
    holder_id, shift.session = shift.holder_id, session
    shift.state = SHIFT.after(ShiftState(shift.state), ShiftAction.RELEASE, roles)
    shift.holder_id = None
    shift.changed("state", "holder")
    changes.shift(shift, kind, session=session)
    if holder_id is not None:
        changes.clashes_with([(shift, holder_id)], "revived")


def pass_on(shift: Shift, *, session: Session, changes: Changes) -> None:
    """An open place goes to its first reserve who can still come: asked to say yes again, with a deadline.

    Once the block has begun nobody is: there is no time left to answer in.
    """
    now = changes.now
    if shift.state != ShiftState.OPEN or promise_runs(shift, now):
        return
    promised_before = shift.promised_to_id is not None
    shift.promised_to_id, shift.promised_until = None, None
    reserve = _first_reserve(shift, session) if now < shift.block.lower else None
    if reserve is not None:
        promise(shift, reserve, changes=changes)
    elif promised_before:
        shift.changed("promised_to", "promised_until")
        changes.shift(shift, "open", session=session)


def promise(shift: Shift, offer: Offer, *, changes: Changes) -> None:
    """First refusal: the place is kept for one person until a deadline."""
    until = first_refusal_until(now=changes.now, block_start=shift.block.lower)
    offer.state = OFFER.after(OfferState(offer.state), OfferAction.ASK_AGAIN, SYSTEM)
    offer.asked_at, offer.answer_by = changes.now, until
    offer.answered_at = offer.reserved_at = offer.undo_until = None
    offer.changed("state", "asked_at", "answer_by", "answered_at", "reserved_at", "undo_until")
    shift.promised_to_id, shift.promised_until = offer.interpreter_id, until
    shift.changed("promised_to", "promised_until")
    changes.offer(offer, "asked_again")
    changes.shift(shift, "asked_again", session=shift.session)


def promise_runs(shift: Shift, now: datetime) -> bool:
    return shift.promised_to_id is not None and shift.promised_until is not None and shift.promised_until > now


def cancel(shifts: Sequence[Shift], *, roles: frozenset[Role], changes: Changes) -> None:
    """The places are not needed: everyone who was asked is told, and nobody holds them. As many statements for one as for all.

    They come with their sessions.
    """
    let_go = [(shift, shift.holder_id) for shift in shifts if shift.holder_id is not None]
    for shift in shifts:
        shift.state = SHIFT.after(ShiftState(shift.state), ShiftAction.CANCEL, roles)
        shift.holder_id = shift.promised_to_id = shift.promised_until = None
    all_changed(shifts, "state", "holder", "promised_to", "promised_until")
    stand_everyone_down(shifts, roles=roles, changes=changes)
    for shift in shifts:
        changes.shift(shift, "cancelled", session=shift.session)
    changes.clashes_with(let_go, "revived")


def stand_everyone_down(
    shifts: Sequence[Shift], *, roles: frozenset[Role], changes: Changes, states: frozenset[OfferState] = LIVE_OFFER
) -> None:
    """ "Not needed this time", once each, to those of ``shifts`` whose answer stands in ``states``."""
    asked = Offer.objects.filter(shift__in=shifts, state__in=states).order_by("id")
    stand_down(list(asked), roles=roles, changes=changes)


def stand_down(offers: Sequence[Offer], *, roles: frozenset[Role], changes: Changes) -> None:
    for offer in offers:
        offer.state = OFFER.after(OfferState(offer.state), OfferAction.STAND_DOWN, roles)
        offer.answer_by = offer.undo_until = offer.reserved_at = None
    all_changed(offers, "state", "answer_by", "undo_until", "reserved_at")
    for offer in offers:
        changes.offer(offer, "stood_down")


def _first_reserve(shift: Shift, session: Session) -> Offer | None:
    need = facts.need_of(shift, session)
    reserves = Offer.objects.filter(shift=shift, state=OfferState.RESERVE).select_related("interpreter")
    ordered = list(reserves.order_by("reserved_at", "id"))
    around = (need.block.start, need.block.end)
    persons = facts.people([offer.interpreter for offer in ordered], day=need.day, around=around)
    for offer in ordered:
        if not against_asking(reasons_against(need, persons[offer.interpreter_id])):
            return offer
    return None
