"""Which answers are set aside by what their interpreter holds, as far as some places have a part in it."""

from itertools import chain
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, OuterRef, Q, QuerySet

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors.held import HeldPlaces
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import HELD, LIVE
from passerelle.domain.travel import MOST_TRAVEL


def asked_near(interpreter_id: UUID, shift: Shift) -> QuerySet[Offer]:
    """What they were asked for besides ``shift`` that is near enough to it to clash.

    Places that are over are left out, or all that somebody was ever asked would be looked through.
    """
    reach = DateTimeTZRange(shift.block.lower - MOST_TRAVEL, shift.block.upper + MOST_TRAVEL)
    near = Offer.objects.filter(interpreter=interpreter_id, shift__state__in=LIVE, shift__block__overlap=reach)
    return near.exclude(shift=shift).exclude(state=OfferState.NEW).select_related("shift__session__group__site")


def clashing(places: Q) -> frozenset[UUID]:
    """Of the answers for ``places`` (shifts), and of those of their holders for other places: the ids of those that clash.

    Places that are over are nothing to answer for. Four queries, whatever the number of either.
    """
    near = Shift.objects.filter(
        holder=OuterRef("interpreter"),
        state__in=HELD,
        block__startswith__lt=OuterRef("shift__block__endswith") + MOST_TRAVEL,
        block__endswith__gt=OuterRef("shift__block__startswith") - MOST_TRAVEL,
    ).exclude(pk=OuterRef("shift"))
    offers = Offer.objects.filter(shift__state__in=LIVE).exclude(state=OfferState.NEW)
    offers = offers.select_related("shift__session__group__site")
    there = offers.filter(Exists(near), shift__in=Shift.objects.filter(places))
    elsewhere = offers.filter(Exists(near.filter(places)))
    # Two statements: an "or" of both would try every answer there is.
    found = {offer.id: offer for offer in chain(there, elsewhere)}.values()
    held = HeldPlaces((offer.interpreter_id for offer in found), [offer.shift for offer in found])
    return frozenset(offer.id for offer in found if held.clash(offer.interpreter_id, offer.shift))
