"""What must be true of who holds what, whatever happened at once."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.db import connection

from passerelle.bookings.models import Offer, Session, Shift
from passerelle.domain.states.offer import WAITING, OfferState
from passerelle.domain.states.session import CLOSED, SessionState
from passerelle.domain.states.shift import HELD, LIVE, WITH_HOLDER, ShiftState


def faults() -> list[str]:
    """Everything that is wrong, in words; empty when all is sound. A few queries, however much there is to look at."""
    return [*double_bookings(), *_disagreements(), *_confirmed_too_early(), *_alive_though_closed()]


def double_bookings() -> list[str]:
    """Who holds two places whose times overlap."""
    found = _rows(
        "SELECT one.holder_id, one.id, other.id FROM bookings_shift one JOIN bookings_shift other"
        " ON one.holder_id = other.holder_id AND one.id < other.id AND one.block && other.block"
        " WHERE one.state = ANY(%(held)s) AND other.state = ANY(%(held)s)",
        held=HELD,
    )
    return [f"{who} is booked twice: {one} and {other}" for who, one, other in found]


def _disagreements() -> list[str]:
    """A place with a holder has one standing yes, the holder's; any other place has none."""
    found = _rows(
        "SELECT shift.state, shift.id, shift.holder_id, array_remove(array_agg(offer.interpreter_id), NULL) AS said_yes"
        " FROM bookings_shift shift LEFT JOIN bookings_offer offer"
        " ON offer.shift_id = shift.id AND offer.state = ANY(%(accepted)s) GROUP BY shift.id"
        " HAVING array_remove(array_agg(offer.interpreter_id), NULL) IS DISTINCT FROM"
        " CASE WHEN shift.state = ANY(%(with_holder)s) THEN ARRAY[shift.holder_id] ELSE '{}'::uuid[] END",
        accepted=[OfferState.ACCEPTED],
        with_holder=WITH_HOLDER,
    )
    return [f"{state} {pk} is held by {holder}, and the standing yes is of {yes}" for state, pk, holder, yes in found]


def _confirmed_too_early() -> list[str]:
    """Nobody is confirmed for a session that is not."""
    open_sessions = Session.objects.exclude(state__in=[SessionState.CONFIRMED, SessionState.HELD])
    return [
        f"{s.id} is confirmed, its session is not"
        for s in Shift.objects.filter(state=ShiftState.CONFIRMED, session__in=open_sessions)
    ]


def _alive_though_closed() -> list[str]:
    """A closed session has no place that can still change hands, and nobody waits for an answer about a closed place."""
    places = Shift.objects.filter(state__in=LIVE, session__state__in=CLOSED).select_related("session")
    waiting = Offer.objects.filter(state__in=WAITING).exclude(shift__state__in=LIVE).select_related("shift")
    return [
        *(f"{place.id} is {place.state}, its session is {place.session.state}" for place in places),
        *(f"{offer.id} is {offer.state}, its place is {offer.shift.state}" for offer in waiting),
    ]


def _rows(sql: str, **states: Iterable[StrEnum]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {name: [state.value for state in values] for name, values in states.items()})
        return list(cursor.fetchall())
