"""Partners, groups, places and people that were written down by mistake, as a spreadsheet brings them, taken back together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from passerelle.accounts.models import User
from passerelle.agencies import events
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.agencies.services.agencies import remove_member
from passerelle.common.permissions import require_team
from passerelle.common.references import referred_to
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor

_MODELS: dict[str, Any] = {"agency": Agency, "group": Group, "site": Site, "member": Member, "user": User}
_ORDER = ("member", "user", "group", "site", "agency")
"""What is deleted before what."""


@dataclass(frozen=True)
class Made:
    """``thing`` is one of agency, group, site, member, user; ``version`` is the one it had when it was written."""

    thing: str
    id: UUID
    version: int


@unit_of_work
def take_back_partners(
    *, made: Sequence[Made], left: Sequence[UUID], edited: Sequence[Made], now: datetime, actor: Actor
) -> dict[UUID, str]:
    """Delete what was ``made``, and let members go who had been let go before (``left``).

    Returns, by id, the names of those that were changed or used since, ``edited`` ones among them; then nothing is deleted.
    """
    require_team(actor)
    ids = {thing: [one.id for one in made if one.thing == thing] for thing in _ORDER}
    everything = [*made, *edited]
    _lock(everything, left)
    if standing := _changed(everything) | _used(ids):
        return standing
    for member in Member.objects.filter(pk__in=left).select_related("agency"):
        remove_member(agency_id=member.agency_id, user_id=member.user_id, now=now, actor=actor)
    members = list(Member.objects.filter(pk__in=ids["member"]).select_related("agency"))
    gone = {*ids["agency"]}
    groups = list(Group.objects.filter(pk__in=ids["group"]).select_related("agency"))
    sites, agencies = list(Site.objects.filter(pk__in=ids["site"])), list(Agency.objects.filter(pk__in=ids["agency"]))
    for thing in _ORDER:
        _MODELS[thing].objects.filter(pk__in=ids[thing]).delete()
    _tell(members, groups, sites, agencies, gone, now=now, actor=actor)
    return {}


def _lock(everything: Sequence[Made], left: Sequence[UUID]) -> None:
    """Whatever is deleted or changed, and the partners whose people and groups these are, before any of it is judged."""
    ids = {thing: [one.id for one in everything if one.thing == thing] for thing in _ORDER}
    members = Member.objects.filter(pk__in=[*ids["member"], *left]).values_list("agency_id", flat=True)
    groups = Group.objects.filter(pk__in=ids["group"]).values_list("agency_id", flat=True)
    ids["agency"] = [*{*ids["agency"], *members, *groups}]
    for thing in ("agency", "group", "site", "user"):
        list(_MODELS[thing].objects.select_for_update().filter(pk__in=ids[thing]).order_by("id"))


def _changed(everything: Sequence[Made]) -> dict[UUID, str]:
    """Those of another version than they were written as, or gone."""
    found: dict[UUID, str] = {}
    rows = {thing: _MODELS[thing].objects.in_bulk([one.id for one in everything if one.thing == thing]) for thing in _ORDER}
    for one in everything:
        row = rows[one.thing].get(one.id)
        if row is None or getattr(row, "version", 0) != one.version:
            found[one.id] = str(row) if row is not None else "–"
        elif isinstance(row, User) and row.last_login is not None:
            found[one.id] = row.name
    return found


def _used(ids: dict[str, list[UUID]]) -> dict[UUID, str]:
    """Those that something points at which is not itself taken back."""
    inner: dict[str, list[type[Model]]] = {
        "agency": [Group, Member],
        "site": [Group],
        "user": [Member],
        "group": [],
        "member": [],
    }
    used = {id_ for thing in _ORDER for id_ in referred_to(_MODELS[thing], ids[thing], parts=inner[thing])}
    used |= {g.agency_id for g in Group.objects.filter(agency__in=ids["agency"]).exclude(pk__in=ids["group"])}
    used |= {g.site_id for g in Group.objects.filter(site__in=ids["site"]).exclude(pk__in=ids["group"])}
    others = Member.objects.exclude(pk__in=ids["member"])
    used |= {m.agency_id for m in others.filter(agency__in=ids["agency"])} | {
        m.user_id for m in others.filter(user__in=ids["user"])
    }
    return {row.pk: str(row) for thing in _ORDER for row in _MODELS[thing].objects.filter(pk__in=used & set(ids[thing]))}


def _tell(
    members: Sequence[Member],
    groups: Sequence[Group],
    sites: Sequence[Site],
    agencies: Sequence[Agency],
    gone: set[UUID],
    *,
    now: datetime,
    actor: Actor,
) -> None:
    told: dict[UUID, Agency] = {}
    for member in members:
        if member.agency_id in gone:
            continue
        agency = told.get(member.agency_id) or Agency.objects.get(pk=member.agency_id)
        if agency.id not in told:
            agency.changed()
        told[agency.id] = member.agency = agency
        events.tell_member(member, "member_taken_back", now=now, actor=actor)
    for group in groups:
        group.version += 1
        events.tell_group(group, "taken_back", now=now, actor=actor)
    for site in sites:
        site.version += 1
        events.tell_site(site, "taken_back", now=now, actor=actor)
    for agency in agencies:
        agency.version += 1
        events.tell_agency(agency, "taken_back", now=now, actor=actor)
