"""A running group of an agency."""

from datetime import datetime, time
from uuid import UUID

from passerelle.agencies import events
from passerelle.agencies.models import Group, Site
from passerelle.agencies.services.agencies import locked_agency
from passerelle.agencies.services.editing import require_usual_time
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.text import Label, require_labels
from passerelle.domain.words import WITH_UNDER_18S, GroupKind


@unit_of_work
def create_group(
    *,
    agency_id: UUID,
    site_id: UUID,
    name: str,
    kind: GroupKind,
    women_only: bool = False,
    under_18s: bool = False,
    usual_start: time | None = None,
    usual_end: time | None = None,
    now: datetime,
    actor: Actor,
) -> Group:
    """A new group. Kinds that hold children always count as with under-18s: the hard rule hangs on it."""
    require_team(actor)
    (name,) = require_labels(Label("name", name))
    require_usual_time(usual_start, usual_end)
    agency = locked_agency(agency_id)
    site = Site.objects.filter(pk=site_id).first()
    if site is None:
        raise Missing(problem(Code.NOT_FOUND, at="site"))
    if Group.objects.filter(agency=agency, name__iexact=name).exists():
        raise refuse(Code.NAME_TAKEN, at="name")
    group = Group.objects.create(
        agency=agency,
        site=site,
        name=name,
        kind=kind,
        women_only=women_only,
        under_18s=under_18s or kind in WITH_UNDER_18S,
        usual_start=usual_start,
        usual_end=usual_end,
    )
    events.tell_group(group, "created", now=now, actor=actor)
    return group
