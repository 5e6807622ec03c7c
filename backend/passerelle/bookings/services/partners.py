"""A partner, a group or a site written anew, where sessions show it: their partner, the team and whoever was asked are told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from passerelle.agencies.models import Agency, Group, Site
from passerelle.agencies.services import editing
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor


@unit_of_work
def edit_agency(*, agency_id: UUID, version: int, now: datetime, actor: Actor, **values: Any) -> Agency:
    """See ``editing.edit_agency``."""
    agency = editing.edit_agency(agency_id=agency_id, version=version, now=now, actor=actor, **values)
    if agency.version != version:
        _tell(Q(agency=agency), "agency", now=now, actor=actor)
    return agency


@unit_of_work
def edit_group(*, group_id: UUID, version: int, now: datetime, actor: Actor, **values: Any) -> Group:
    """See ``editing.edit_group``."""
    group = editing.edit_group(group_id=group_id, version=version, now=now, actor=actor, **values)
    if group.version != version:
        _tell(Q(group=group), "group", now=now, actor=actor)
    return group


@unit_of_work
def edit_site(*, site_id: UUID, version: int, now: datetime, actor: Actor, **values: Any) -> Site:
    """See ``editing.edit_site``."""
    site = editing.edit_site(site_id=site_id, version=version, now=now, actor=actor, **values)
    if site.version != version:
        _tell(Q(group__site=site), "site", now=now, actor=actor)
    return site


def _tell(which: Q, kind: str, *, now: datetime, actor: Actor) -> None:
    """Every session that shows it, closed ones too: they stand in lists."""
    changes = Changes(actor, now)
    for session in Session.objects.filter(which):
        changes.session(session, kind)
    changes.tell()
