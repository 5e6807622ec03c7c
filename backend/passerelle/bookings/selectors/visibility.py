"""Who may see what: one rule a model, used by the API, the services and whatever comes after."""

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.interpreters.models import NotPaired

_NOT_PAIRED = NotPaired.objects.filter(interpreter=OuterRef("interpreter")).filter(
    Q(group=OuterRef("shift__session__group")) | Q(agency=OuterRef("shift__session__agency"))
)
"""With whom somebody is not paired, among those whom an offer (the outer row) is about."""


def visits(actor: Actor) -> QuerySet[Visit]:
    """Days are no secret to anyone signed in; what happens on them is."""
    return Visit.objects.all() if _somebody(actor) else Visit.objects.none()


def sessions(actor: Actor) -> QuerySet[Session]:
    """The team sees everything sent; a partner everything of their agencies, drafts included."""
    if actor.is_system:
        return Session.objects.all()
    seen = Q(agency__in=actor.agency_ids)
    if actor.is_team:
        seen |= ~Q(state=SessionState.DRAFT) | Q(requested_by=actor.user_id)
    return Session.objects.filter(seen)


def shifts(actor: Actor) -> QuerySet[Shift]:
    """Places are the team's; others see them through their session or their offer."""
    return Shift.objects.all() if actor.is_team or actor.is_system else Shift.objects.none()


def offers(actor: Actor) -> QuerySet[Offer]:
    """An interpreter sees what they were asked; the team all of it."""
    return Offer.objects.all() if actor.is_team or actor.is_system else own_offers(actor)


def own_offers(actor: Actor) -> QuerySet[Offer]:
    """What the interpreter ``actor`` was asked; nobody's for anyone else.

    With whom they are not paired, there is nothing but what they said yes to.
    """
    if actor.interpreter_id is None:
        return Offer.objects.none()
    return seen(Offer.objects.filter(interpreter=actor.interpreter_id))


def seen(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    """Of ``offers`` those that their own interpreters see."""
    return offers.exclude(state=OfferState.NEW).filter(Q(state=OfferState.ACCEPTED) | ~Exists(_NOT_PAIRED))


HIDDEN = ExpressionWrapper(~Q(state=OfferState.ACCEPTED) & Q(Exists(_NOT_PAIRED)), output_field=BooleanField())
"""Of offers: those that their own interpreters do not see."""


def _somebody(actor: Actor) -> bool:
    return actor.is_system or actor.is_team or bool(actor.agency_ids) or actor.interpreter_id is not None
