"""A place, or its session, became another: who was waiting and cannot take it now is told, kindly."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import places
from passerelle.domain.eligibility.facts import Need, Person
from passerelle.domain.policies.place import lets_go_who_waits, may_be_asked_again
from passerelle.domain.states.offer import OFFER, WAITING, OfferAction, OfferState


def let_go_who_cannot(shift: Shift, *, session: Session, changes: Changes) -> None:
    """Of those asked and on standby."""
    need = facts.need_of(shift, session)
    waiting = list(Offer.objects.filter(shift=shift, state__in=WAITING).select_related("interpreter").order_by("id"))
    persons = _persons(need, waiting)
    gone = [offer for offer in waiting if lets_go_who_waits(need, persons[offer.interpreter_id])]
    places.stand_down(gone, roles=places.SYSTEM, changes=changes)
    if shift.promised_to_id in {offer.interpreter_id for offer in gone}:
        shift.promised_until = changes.now
        places.pass_on(shift, session=session, changes=changes)
    if gone:
        changes.shift_detail(shift, "stood_down")


def ask_anew(
    shift: Shift, reserves: Sequence[Offer], *, first: Offer | None = None, session: Session, changes: Changes
) -> None:
    """Standing answers were to something else: they are asked for again, and the place is kept for ``first``.

    Whom nobody may ask for it by now is let go instead. The offers come with their interpreters.
    """
    answers = [*reserves, *([first] if first is not None else [])]
    need = facts.need_of(shift, session)
    persons = _persons(need, answers)
    gone = [offer for offer in answers if not may_be_asked_again(need, persons[offer.interpreter_id])]
    places.stand_down(gone, roles=places.SYSTEM, changes=changes)
    for reserve in reserves:
        if reserve not in gone:
            _ask_anew(reserve, changes)
    if first is not None and first not in gone:
        places.promise(shift, first, changes=changes)


def _persons(need: Need, offers: Sequence[Offer]) -> Mapping[UUID, Person]:
    around = (need.block.start, need.block.end)
    return facts.people([offer.interpreter for offer in offers], day=need.day, around=around) if offers else {}


def _ask_anew(offer: Offer, changes: Changes) -> None:
    offer.state = OFFER.after(OfferState(offer.state), OfferAction.ASK_AGAIN, places.SYSTEM)
    offer.asked_at = changes.now
    offer.answer_by = offer.answered_at = offer.reserved_at = offer.undo_until = None
    offer.changed("state", "asked_at", "answer_by", "answered_at", "reserved_at", "undo_until")
    changes.offer(offer, "asked_again")
