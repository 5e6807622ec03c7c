"""Which answers are set aside by what their interpreter holds, as far as some places have a part in it."""

from itertools import chain
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors.held import HeldPlaces
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import HELD
from passerelle.domain.travel import MOST_TRAVEL


def clashing(places: Q) -> frozenset[UUID]:
    """Of the answers for ``places`` (shifts), and of those of their holders for other places: the ids of those that clash.

    Four queries, whatever the number of either.
    """
    near = Shift.objects.filter(
        holder=OuterRef("interpreter"),
        state__in=HELD,
        block__startswith__lt=OuterRef("shift__block__endswith") + MOST_TRAVEL,
        block__endswith__gt=OuterRef("shift__block__startswith") - MOST_TRAVEL,
    ).exclude(pk=OuterRef("shift"))
    offers = Offer.objects.exclude(state=OfferState.NEW).select_related("shift__session__group__site")
    there = offers.filter(Exists(near), shift__in=Shift.objects.filter(places))
    elsewhere = offers.filter(Exists(near.filter(places)))
    # Two statements: an "or" of both would try every answer there is.
    found = {offer.id: offer for offer in chain(there, elsewhere)}.values()
    held = HeldPlaces((offer.interpreter_id for offer in found), [offer.shift for offer in found])
    return frozenset(offer.id for offer in found if held.clash(offer.interpreter_id, offer.shift))
