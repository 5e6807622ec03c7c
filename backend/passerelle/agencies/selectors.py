"""Who may see which agencies and groups."""

from django.db.models import QuerySet

from passerelle.agencies.models import Agency, Group
from passerelle.agencies.shapes import AgencyView, GroupSite, GroupView
from passerelle.domain.roles import Actor
from passerelle.domain.words import GroupKind


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


def group_view(group: Group) -> GroupView:
    """``group`` comes with its agency and site."""
    site = group.site
    return GroupView(
        id=group.id,
        name=group.name,
        kind=GroupKind(group.kind),
        women_only=group.women_only,
        under_18s=group.under_18s,
        agency=AgencyView(group.agency_id, group.agency.name),
        site=GroupSite(site.id, site.name, site.area, site.time_zone, site.country),
    )
