"""Who may see which agencies and groups."""

from django.db.models import QuerySet

from passerelle.agencies.models import Agency, Group
from passerelle.domain.roles import Actor


def visible_agencies(actor: Actor) -> QuerySet[Agency]:
    """The team sees all; a partner their own."""
    if actor.is_team or actor.is_system:
        return Agency.objects.all()
    return Agency.objects.filter(id__in=actor.agency_ids)


def visible_groups(actor: Actor) -> QuerySet[Group]:
    """The team sees all; a partner those of their agencies."""
    if actor.is_team or actor.is_system:
        return Group.objects.all()
    return Group.objects.filter(agency__in=actor.agency_ids)
