"""Which answers are set aside by what their interpreter holds, as far as some places have a part in it."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, OuterRef, Q, QuerySet

from passerelle.bookings.models import Offer, Shift
from passerelle.bookings.selectors.held import HeldPlaces, clash_of
from passerelle.bookings.selectors.people import booking_of
from passerelle.domain.eligibility.facts import Booking
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.shift import HELD, LIVE
from passerelle.domain.travel import MOST_TRAVEL, Routes


def asked_near(held: Sequence[tuple[Shift, UUID]]) -> QuerySet[Offer]:
    """What these people were asked for, besides the places given with them, near enough to one of those to clash.

    Places that are over are left out, or all that somebody was ever asked would be looked through.
    """
    if not held:
        return Offer.objects.none()
    reach = _around([shift.block for shift, _who in held])
    people, own = {who for _shift, who in held}, [shift.id for shift, _who in held]
    near = Offer.objects.filter(interpreter__in=people, shift__state__in=LIVE, shift__block__overlap=reach)
    asked = near.exclude(shift__in=own).exclude(state=OfferState.NEW)
    return asked.select_related("shift__session__group__site")


def set_aside_by(held: Sequence[tuple[Shift, UUID]], near: Sequence[Offer], ways: Routes) -> list[Offer]:
    """Those of ``near`` that clash with one of these places, and with nothing else their interpreter holds. One query.

    The places come with session, group and site.
    """
    these: defaultdict[UUID, list[Booking]] = defaultdict(list)
    for shift, who in held:
        these[who].append(booking_of(shift))
    clash = [offer for offer in near if clash_of(booking_of(offer.shift), these[offer.interpreter_id], ways)]
    if not clash:
        return []
    others = Shift.objects.filter(holder__in={offer.interpreter_id for offer in clash}, state__in=HELD)
    beside: defaultdict[UUID | None, list[Booking]] = defaultdict(list)
    around = others.filter(block__overlap=_around([offer.shift.block for offer in clash]))
    for shift in around.exclude(pk__in=[shift.id for shift, _who in held]).select_related("session__group__site"):
        beside[shift.holder_id].append(booking_of(shift))
    return [offer for offer in clash if not clash_of(booking_of(offer.shift), beside[offer.interpreter_id], ways)]


def _around(blocks: Sequence[DateTimeTZRange]) -> DateTimeTZRange:
    """All that is near enough to one of them to clash."""
    return DateTimeTZRange(min(b.lower for b in blocks) - MOST_TRAVEL, max(b.upper for b in blocks) + MOST_TRAVEL)


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
