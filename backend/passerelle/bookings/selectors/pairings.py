"""Pairings ruled out, as whoever did so sees them; and whom an interpreter could rule out."""

from django.db.models import Exists, OuterRef, QuerySet

from passerelle.agencies.models import Agency, Group
from passerelle.bookings.models import Shift
from passerelle.bookings.shapes.common import Named
from passerelle.bookings.shapes.pairing import PairingChoices, PairingList, PairingView
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import ShiftState
from passerelle.interpreters.models import NotPaired

_KNOWN_BESIDES = [ShiftState.CONFIRMED, ShiftState.MISSED]
"""States in which an interpreter knows whom a place is with, other than having worked it: of those there are many."""


def own_pairings(actor: Actor) -> QuerySet[NotPaired]:
    """Those the actor set, and no others: not even of the actor's own interpreter."""
    return NotPaired.objects.filter(set_by__isnull=False, set_by=actor.user_id)


def known_groups(actor: Actor) -> QuerySet[Group]:
    """Groups the interpreter ``actor`` was told of: those they were confirmed for. Each is one look into an index."""
    place = Shift.objects.filter(group=OuterRef("pk"), holder=actor.interpreter_id)
    return Group.objects.filter(Exists(place.filter(state=ShiftState.WORKED)) | Exists(place.filter(state__in=_KNOWN_BESIDES)))


def pairings(actor: Actor) -> PairingList:
    rows = own_pairings(actor).select_related("interpreter", "group__agency", "agency").order_by("set_at", "id")
    return PairingList([pairing_view(row) for row in rows])


def pairing_view(row: NotPaired) -> PairingView:
    """``row`` comes with its interpreter, group and agency."""
    group = Named(row.group.id, row.group.name) if row.group else None
    agency = row.agency or (row.group.agency if row.group else None)
    return PairingView(
        id=row.id,
        interpreter=Named(row.interpreter_id, row.interpreter.name),
        group=group,
        agency=Named(agency.id, agency.name) if agency else None,
    )


def choices(actor: Actor) -> PairingChoices:
    """Whom the interpreter ``actor`` knows: groups they were confirmed for, and their partners."""
    known = known_groups(actor)
    groups = known.order_by("name", "id")
    agencies = Agency.objects.filter(pk__in=known.values("agency")).order_by("name", "id")
    return PairingChoices([Named(row.id, row.name) for row in groups], [Named(row.id, row.name) for row in agencies])
