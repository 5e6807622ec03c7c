"""What must be true of who holds what, whatever happened at once."""

from django.db import connection

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import HELD, WITH_HOLDER, ShiftState


def faults() -> list[str]:
    """Everything that is wrong, in words; empty when all is sound."""
    return [*_double_bookings(), *_disagreements(), *_confirmed_too_early()]


def _double_bookings() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT one.holder_id, one.id, other.id FROM bookings_shift one JOIN bookings_shift other"
            " ON one.holder_id = other.holder_id AND one.id < other.id AND one.block && other.block"
            " WHERE one.state = ANY(%(held)s) AND other.state = ANY(%(held)s)",
            {"held": [state.value for state in HELD]},
        )
        return [f"{who} is booked twice: {one} and {other}" for who, one, other in cursor.fetchall()]


def _disagreements() -> list[str]:
    """A place with a holder has one standing yes, the holder's; any other place has none."""
    found = []
    for shift in Shift.objects.all():
        holders = [shift.holder_id] if shift.state in WITH_HOLDER else []
        said_yes = list(Offer.objects.filter(shift=shift, state=OfferState.ACCEPTED).values_list("interpreter_id", flat=True))
        if said_yes != holders:
            found.append(f"{shift.state} {shift.id} is held by {holders}, and the standing yes is of {said_yes}")
    return found


def _confirmed_too_early() -> list[str]:
    """Nobody is confirmed for a session that is not."""
    open_sessions = Session.objects.exclude(state__in=[SessionState.CONFIRMED, SessionState.HELD])
    return [
        f"{s.id} is confirmed, its session is not"
        for s in Shift.objects.filter(state=ShiftState.CONFIRMED, session__in=open_sessions)
    ]
