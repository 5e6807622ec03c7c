"""Partners, groups and sites as the team keeps them."""

from datetime import datetime
from uuid import UUID

from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.agencies.selectors import group_view
from passerelle.agencies.shapes import AgencyDetail, AgencyMember, GroupDetail, SiteView
from passerelle.common.permissions import require_team
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor

MOST_GROUPS = 100


def agency_detail(agency_id: UUID, actor: Actor, now: datetime) -> AgencyDetail:
    """A partner with its people and groups. Raises ``Missing``; three queries."""
    require_team(actor)
    agency = Agency.objects.filter(pk=agency_id).first()
    if agency is None:
        raise Missing(problem(Code.NOT_FOUND))
    members = Member.objects.filter(agency=agency, active=True).select_related("user").order_by("user__name", "id")
    groups = Group.objects.filter(agency=agency).select_related("agency", "site").order_by("name", "id")[:MOST_GROUPS]
    return AgencyDetail(
        id=agency.id,
        version=agency.version,
        name=agency.name,
        members=[AgencyMember(row.id, row.user_id, row.user.name, row.user.email) for row in members],
        groups=[_group(row) for row in groups],
    )


def group_detail(group_id: UUID, actor: Actor, now: datetime) -> GroupDetail:
    """Raises ``Missing``."""
    require_team(actor)
    group = Group.objects.select_related("agency", "site").filter(pk=group_id).first()
    if group is None:
        raise Missing(problem(Code.NOT_FOUND))
    return _group(group)


def _group(row: Group) -> GroupDetail:
    return GroupDetail(group_view(row), row.version, row.active, row.usual_start, row.usual_end)


def site_detail(site_id: UUID, actor: Actor, now: datetime) -> SiteView:
    """Raises ``Missing``."""
    require_team(actor)
    site = Site.objects.filter(pk=site_id).first()
    if site is None:
        raise Missing(problem(Code.NOT_FOUND))
    return site_view(site)


def site_view(site: Site) -> SiteView:
    return SiteView(site.id, site.version, site.name, site.area, site.address, site.country, site.time_zone)
