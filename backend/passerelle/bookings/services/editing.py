"""What a place asks for is edited: its language, its pay, what it requires of an interpreter."""

from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import fitting, locks, moving, places
from passerelle.bookings.services.asking import lock_for
from passerelle.common.transactions import unit_of_work
from passerelle.domain.policies.place import Meaning, became_another_thing, meaning_of_edit
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import HELD, SHIFT, ShiftAction, ShiftState


@unit_of_work
def edit_shift(*, shift_id: UUID, version: int, place: moving.Place, now: datetime, actor: Actor) -> Shift:
    """The place as it should be.

    Whoever said yes keeps it, is asked again before anyone else, or is let go: ``domain.policies.place`` says which.
    """
    shift, session = lock_for(shift_id, ShiftAction.EDIT, actor)
    locks.require_version(shift, version)
    moving.require_place(place)
    before, was = facts.need_of(shift, session), _what_it_is(shift)
    shift.language, shift.variety, shift.pay = place.language, place.variety or "", place.pay
    shift.ticket_paid = place.ticket_paid
    qualities, shift.named_id = moving.wanted(session, place)
    shift.qualities = moving.stored(qualities)
    shift.changed("language", "variety", "pay", "qualities", "named", "ticket_paid")
    after = facts.need_of(shift, session)
    changes = Changes(actor, now)
    changes.shift(shift, "edited", session=session)
    _tell_what_it_is(shift, was, session=session, changes=changes)
    holder = Offer.objects.select_related("interpreter").filter(shift=shift, state=OfferState.ACCEPTED).first()
    if became_another_thing(before, after):
        reserves = Offer.objects.select_related("interpreter").filter(shift=shift, state=OfferState.RESERVE)
        fitting.ask_anew(shift, list(reserves.order_by("id")), session=session, changes=changes)
    if holder is not None:
        meaning = meaning_of_edit(before, after, facts.person(holder.interpreter, after)).meaning
        _settle_holder(shift, holder, meaning, session=session, changes=changes)
    fitting.let_go_who_cannot(shift, session=session, changes=changes)
    changes.tell()
    return shift


def _what_it_is(shift: Shift) -> tuple[str, str, str, bool]:
    """What everyone who was asked reads of the place itself; the first two its partner as well."""
    return shift.language, shift.variety, shift.pay, shift.ticket_paid


def _tell_what_it_is(shift: Shift, was: tuple[str, str, str, bool], *, session: Session, changes: Changes) -> None:
    now = _what_it_is(shift)
    if now != was:
        changes.terms(shift, "edited")
    if now[:2] != was[:2]:
        changes.request(session, "cover")


def _settle_holder(shift: Shift, holder: Offer, meaning: Meaning, *, session: Session, changes: Changes) -> None:
    if meaning is Meaning.LET_GO:
        places.stand_down([holder], roles=places.SYSTEM, changes=changes)
        places.free(shift, session=session, roles=places.SYSTEM, kind="edited", changes=changes)
        places.pass_on(shift, session=session, changes=changes)
    elif meaning is Meaning.ASKED_AGAIN:
        places.free(shift, session=session, roles=places.SYSTEM, kind="edited", changes=changes)
        places.promise(shift, holder, changes=changes)
    else:
        _confirm_or_flag(shift, session=session, changes=changes)


def _confirm_or_flag(shift: Shift, *, session: Session, changes: Changes) -> None:
    """The holder stays. A hard rule that stands now takes the confirmation back; one that fell gives it."""
    was = shift.state
    if was not in HELD:
        return
    if was == ShiftState.TAKEN:
        places.confirm_with_its_session(shift, session=session)
    elif facts.undecided_hard_rules([shift], [session]):
        shift.state = SHIFT.after(ShiftState.CONFIRMED, ShiftAction.UNCONFIRM, places.SYSTEM)
    if shift.state != was:
        shift.changed("state")
        changes.shift(shift, shift.state, session=session)
