"""Whoever is still booked, asked or named for a day to come is not erased: the others on that day count on it."""

from datetime import datetime

from django.db.models import Q

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.common.erasing import Person, StillNeeded
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import OPEN
from passerelle.domain.states.shift import HELD, LIVE
from passerelle.domain.states.visit import LIVE as LIVE_VISITS

_WAITING = [OfferState.ASKED, OfferState.RESERVE, OfferState.ACCEPTED]


def require_done(person: Person, now: datetime) -> None:
    """Nothing here is taken away: answers and texts go with their time, and what stays leads to no name."""
    if person.interpreter_id is not None and _is_expected(person):
        raise StillNeeded("They hold a place to come, or are asked for one: let go of it first.")
    if person.user_id is not None and _goes(person):
        raise StillNeeded("They are down for a day to come as a therapist, or as its deputy: take them off it first.")


def _is_expected(person: Person) -> bool:
    whose = Q(holder=person.interpreter_id, state__in=HELD) | Q(promised_to=person.interpreter_id, state__in=LIVE)
    waiting = Offer.objects.filter(interpreter=person.interpreter_id, state__in=_WAITING, shift__state__in=LIVE)
    named = Session.objects.filter(named=person.interpreter_id, state__in=OPEN)
    return Shift.objects.filter(whose).exists() or waiting.exists() or named.exists()


def _goes(person: Person) -> bool:
    whose = Q(deputy__user=person.user_id) | Q(therapists__member__user=person.user_id)
    return Visit.objects.filter(whose, state__in=LIVE_VISITS).exists()
