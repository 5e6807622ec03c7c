"""A place, or its session, became another: who was waiting and cannot take it now is told, kindly."""

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import places
from passerelle.domain.policies.place import lets_go_who_waits
from passerelle.domain.states.offer import WAITING


def let_go_who_cannot(shift: Shift, *, session: Session, changes: Changes) -> None:
    """Of those asked and on standby."""
    need = facts.need_of(shift, session)
    waiting = list(Offer.objects.filter(shift=shift, state__in=WAITING).select_related("interpreter").order_by("id"))
    around = (need.block.start, need.block.end)
    persons = facts.people([offer.interpreter for offer in waiting], day=need.day, around=around)
    gone = [offer for offer in waiting if lets_go_who_waits(need, persons[offer.interpreter_id])]
    places.stand_down(gone, roles=places.SYSTEM, changes=changes)
    if shift.promised_to_id in {offer.interpreter_id for offer in gone}:
        shift.promised_until = changes.now
        places.pass_on(shift, session=session, changes=changes)
    if gone:
        changes.shift_detail(shift, "stood_down")
