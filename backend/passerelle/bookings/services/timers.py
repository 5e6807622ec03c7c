"""What time does by itself: answers that came too late, places nobody took. Run every minute; safe to run twice."""

from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import locks, noting, places
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import SYSTEM as SYSTEM_ACTOR
from passerelle.domain.states.offer import OFFER, OfferAction, OfferState
from passerelle.domain.states.shift import SHIFT, ShiftAction, ShiftState
from passerelle.domain.states.visit import LIVE


def tend(*, now: datetime) -> int:
    """Do everything that is due at ``now``; returns how many shifts were tended, each in its own transaction."""
    late = Offer.objects.filter(state=OfferState.ASKED, answer_by__lte=now).values_list("shift_id", flat=True)
    free = Shift.objects.filter(state=ShiftState.OPEN).values_list("id", flat=True)
    begun = free.filter(session__starts_at__lte=now)
    # A reserve who was busy when the place was freed may be able to come by now.
    waiting = free.filter(offers__state=OfferState.RESERVE, block__startswith__gt=now).exclude(promised_until__gt=now)
    due = {*late, *begun, *waiting}
    for shift_id in sorted(due):
        tend_shift(shift_id=shift_id, now=now)
    return len(due)


def tend_notes(*, now: datetime) -> int:
    """Date the warnings that began, or ended, without an act on a booking; returns on how many days."""
    live = Visit.objects.filter(state__in=LIVE).order_by("id").values_list("id", flat=True)
    behind = [visit_id for visit_id in live if noting.is_behind(visit_id)]
    for visit_id in behind:
        date_notes(visit_id=visit_id, now=now)
    return len(behind)


@unit_of_work
def date_notes(*, visit_id: UUID, now: datetime) -> None:
    """Write down since when the warnings of one day stand; the team's boards are told."""
    visit = locks.visit(visit_id, SYSTEM_ACTOR)
    changes = Changes(SYSTEM_ACTOR, now)
    changes.visit_plan(visit, "notes")
    changes.tell()


@unit_of_work
def tend_shift(*, shift_id: UUID, now: datetime) -> None:
    """Lapse what was not answered in time, pass a first refusal on, and close a place whose session has begun."""
    shift = locks.shift(shift_id, SYSTEM_ACTOR)
    session = Session.objects.select_related("group__site").get(pk=shift.session_id)
    shift.session = session
    changes = Changes(SYSTEM_ACTOR, now)
    for offer in Offer.objects.filter(shift=shift, state=OfferState.ASKED, answer_by__lte=now):
        offer.state = OFFER.after(OfferState.ASKED, OfferAction.LAPSE, places.SYSTEM)
        offer.changed("state")
        changes.offer(offer, "lapsed")
        changes.shift_detail(shift, "lapsed")
    if shift.state == ShiftState.OPEN and session.starts_at <= now:
        _nobody_came_forward(shift, session, changes)
    else:
        places.pass_on(shift, session=session, changes=changes)
    changes.tell()


def _nobody_came_forward(shift: Shift, session: Session, changes: Changes) -> None:
    shift.state = SHIFT.after(ShiftState.OPEN, ShiftAction.EXPIRE, places.SYSTEM)
    shift.promised_to_id = shift.promised_until = None
    shift.changed("state", "promised_to", "promised_until")
    places.stand_everyone_down([shift], roles=places.SYSTEM, changes=changes)
    changes.shift(shift, "unfilled", session=session)
