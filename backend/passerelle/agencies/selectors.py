"""Who may see which agencies and groups."""

from uuid import UUID

from django.db.models import QuerySet

from passerelle.agencies.models import Agency, Group, Member
from passerelle.agencies.shapes import AgencyView, GroupSite, GroupView, MemberList, MemberView
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.words import GroupKind


def visible_agencies(actor: Actor) -> QuerySet[Agency]:
    """The team sees all; a partner their own."""
    if actor.is_team or actor.is_system:
        return Agency.objects.all()
    return Agency.objects.filter(id__in=actor.agency_ids)


def agency_members(agency_id: UUID, actor: Actor) -> MemberList:
    """Who asks on the agency's behalf, by name: for its own people and the team. Raises ``Missing``."""
    if not visible_agencies(actor).filter(pk=agency_id).exists():
        raise Missing(problem(Code.NOT_FOUND))
    rows = Member.objects.filter(agency=agency_id, active=True).select_related("user").order_by("user__name", "id")
    return MemberList([MemberView(row.id, row.user.name, row.told_by_default, row.user_id == actor.user_id) for row in rows])


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
