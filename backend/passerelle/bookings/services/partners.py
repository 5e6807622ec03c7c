"""A partner, a group or a site written anew, where sessions show it: their partner, the team and whoever was asked are told."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from passerelle.agencies.models import Agency, Group, Site
from passerelle.agencies.services import editing
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session, Shift
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import WITH_HOLDER

_OF_A_GROUP = ("name", "kind", "women_only", "under_18s")
"""What a session shows of its group; all but the name decide whose yes needs the lead's decision."""
_ASKED_READ = ("kind", "women_only")
"""What everyone who is asked reads of it."""
LATELY = timedelta(days=90)
"""So far back it is told: with every session there ever was, a new name would hold up everybody's work for minutes."""


@unit_of_work
def edit_agency(*, agency_id: UUID, version: int, now: datetime, actor: Actor, **values: Any) -> Agency:
    """See ``editing.edit_agency``. Of those asked, only who is confirmed reads the partner's name."""
    agency = editing.edit_agency(agency_id=agency_id, version=version, now=now, actor=actor, **values)
    if agency.version != version:
        changes = Changes(actor, now)
        _tell(Q(agency=agency), "agency", sure_only=True, changes=changes)
        changes.tell()
    return agency


@unit_of_work
def edit_group(*, group_id: UUID, version: int, now: datetime, actor: Actor, **values: Any) -> Group:
    """See ``editing.edit_group``."""
    before = Group.objects.filter(pk=group_id).first()
    group = editing.edit_group(group_id=group_id, version=version, now=now, actor=actor, **values)
    differs = {name for name in _OF_A_GROUP if getattr(before, name) != getattr(group, name)}
    if differs:
        changes = Changes(actor, now)
        sessions = _sessions(Q(group=group), now)
        for session in sessions:
            changes.request(session, "group")
        if differs & set(_ASKED_READ):
            changes.asked(sessions, "group")
        for shift in Shift.objects.filter(session__in=sessions, state__in=WITH_HOLDER) if differs - {"name"} else ():
            changes.shift_detail(shift, "group")
        changes.tell()
    return group


@unit_of_work
def edit_site(*, site_id: UUID, version: int, now: datetime, actor: Actor, **values: Any) -> Site:
    """See ``editing.edit_site``. Of those asked, all read the area, and who is confirmed the exact place."""
    before = Site.objects.filter(pk=site_id).first()
    changes = Changes(actor, now)
    with changes.clashes_of(Q(session__group__site=site_id)):
        site = editing.edit_site(site_id=site_id, version=version, now=now, actor=actor, **values)
    if before is not None and site.version != version:
        _tell(Q(group__site=site), "site", sure_only=before.area == site.area, changes=changes)
    changes.tell()
    return site


def _tell(which: Q, kind: str, *, sure_only: bool, changes: Changes) -> None:
    sessions = _sessions(which, changes.now)
    for session in sessions:
        changes.request(session, kind)
    changes.asked(sessions, kind, sure_only=sure_only)


def _sessions(which: Q, now: datetime) -> list[Session]:
    """The sessions that show it, closed ones too: they stand in lists. Who reads further back than lately reads it anew."""
    return list(Session.objects.filter(which, ends_at__gt=now - LATELY))
