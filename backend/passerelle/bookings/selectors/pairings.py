"""Pairings ruled out, as whoever did so sees them; and whom an interpreter could rule out."""

from django.db.models import QuerySet

from passerelle.agencies.models import Agency, Group
from passerelle.bookings.models import Session
from passerelle.bookings.shapes.common import Named
from passerelle.bookings.shapes.pairing import PairingChoices, PairingList, PairingView
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import ShiftState
from passerelle.interpreters.models import NotPaired

_KNOWN = [ShiftState.CONFIRMED, ShiftState.WORKED, ShiftState.MISSED]


def own_pairings(actor: Actor) -> QuerySet[NotPaired]:
    """Those the actor set, and no others: not even of the actor's own interpreter."""
    return NotPaired.objects.filter(set_by__isnull=False, set_by=actor.user_id)


def known_sessions(actor: Actor) -> QuerySet[Session]:
    """Sessions whose group and partner the interpreter ``actor`` was told of: those they were confirmed for."""
    return Session.objects.filter(shifts__holder=actor.interpreter_id, shifts__state__in=_KNOWN)


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
    known = known_sessions(actor)
    groups = Group.objects.filter(pk__in=known.values("group")).order_by("name", "id")
    agencies = Agency.objects.filter(pk__in=known.values("agency")).order_by("name", "id")
    return PairingChoices([Named(row.id, row.name) for row in groups], [Named(row.id, row.name) for row in agencies])
