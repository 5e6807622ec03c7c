"""A partner, a group or a site written anew: all of it as it should be, from the version that was read.

Each raises ``Stale`` for an edit of an older version; saying the same again changes nothing. Who shows them elsewhere
(sessions, questions) is told by ``bookings.services.partners``.
"""

from datetime import datetime, time
from uuid import UUID

from passerelle.agencies import events
from passerelle.agencies.models import Agency, Group, Site
from passerelle.agencies.services.agencies import locked_agency
from passerelle.agencies.services.sites import labels_of
from passerelle.common.models import Versioned
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, Refusal, Stale, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.text import Label, require_labels
from passerelle.domain.words import WITH_UNDER_18S, GroupKind


def _write(row: Versioned, values: dict[str, object]) -> bool:
    """Save what differs; whether anything did."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.changed(*changed)
    return bool(changed)


def _require_current(row: Versioned, version: int) -> None:
    if row.version != version:
        raise Stale(problem(Code.STALE))


@unit_of_work
def edit_agency(*, agency_id: UUID, version: int, name: str, now: datetime, actor: Actor) -> Agency:
    """Another name for a partner."""
    require_team(actor)
    agency = locked_agency(agency_id)
    _require_current(agency, version)
    (name,) = require_labels(Label("name", name, was=agency.name))
    if Agency.objects.filter(name__iexact=name).exclude(pk=agency.pk).exists():
        raise refuse(Code.NAME_TAKEN, at="name")
    if _write(agency, {"name": name}):
        events.tell_agency(agency, "edited", renamed=True, now=now, actor=actor)
    return agency


@unit_of_work
def edit_group(
    *,
    group_id: UUID,
    version: int,
    name: str,
    kind: GroupKind,
    women_only: bool,
    under_18s: bool,
    usual_start: time | None = None,
    usual_end: time | None = None,
    active: bool = True,
    now: datetime,
    actor: Actor,
) -> Group:
    """What a group is and when it usually meets. Where it meets stays: another site is another group."""
    require_team(actor)
    agency_id = Group.objects.filter(pk=group_id).values_list("agency_id", flat=True).first()
    if agency_id is None:
        raise Missing(problem(Code.NOT_FOUND))
    locked_agency(agency_id)  # groups change under their agency's lock
    group = Group.objects.select_related("agency", "site").get(pk=group_id)
    _require_current(group, version)
    (name,) = require_labels(Label("name", name, was=group.name))
    if Group.objects.filter(agency=agency_id, name__iexact=name).exclude(pk=group_id).exists():
        raise refuse(Code.NAME_TAKEN, at="name")
    require_usual_time(usual_start, usual_end)
    values: dict[str, object] = {
        "name": name,
        "kind": kind,
        "women_only": women_only,
        "under_18s": under_18s or kind in WITH_UNDER_18S,
        "usual_start": usual_start,
        "usual_end": usual_end,
        "active": active,
    }
    if _write(group, values):
        events.tell_group(group, "edited", now=now, actor=actor)
    return group


def require_usual_time(start: time | None, end: time | None) -> None:
    """Both or neither, in their order."""
    if (start is None) != (end is None):
        raise refuse(Code.EMPTY, at="usual_end" if end is None else "usual_start")
    if start is not None and end is not None and end <= start:
        raise refuse(Code.ENDS_BEFORE_IT_STARTS, at="usual_end")


@unit_of_work
def edit_site(*, site_id: UUID, version: int, name: str, area: str, address: str, now: datetime, actor: Actor) -> Site:
    """Its name, area and address. Its country and time zone stay: they say when what is booked takes place."""
    require_team(actor)
    site = Site.objects.select_for_update(no_key=True).filter(pk=site_id).first()
    if site is None:
        raise Missing(problem(Code.NOT_FOUND))
    _require_current(site, version)
    labels = labels_of(name=name, area=area, address=address, site=site)
    if found := [against for label in labels for against in label.against()]:
        raise Refusal(*found)
    shown = site.name, site.area
    if _write(site, {label.at: label.clean for label in labels}):
        events.tell_site(site, "edited", with_groups=shown != (site.name, site.area), now=now, actor=actor)
    return site
