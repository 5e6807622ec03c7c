"""What an import of partners writes, takes back, and writes out."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model

from passerelle.accounts.models import User
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.agencies.services.agencies import create_agency
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.invitations import invite_member
from passerelle.agencies.services.sites import create_site
from passerelle.agencies.services.taking_back import Made, take_back_partners
from passerelle.bookings.services.pairings import let_pairings_go
from passerelle.bookings.services.partners import edit_group, edit_site
from passerelle.domain.roles import Actor
from passerelle.domain.words import GroupKind, ImportRowState
from passerelle.imports.kinds.partners_known import Key, group_key, site_key
from passerelle.imports.kinds.planning import Effect, Effects, Planned, Used
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary.folding import folded

if TYPE_CHECKING:
    from passerelle.imports.kinds.partners import GroupAct, PartnerAct, SiteAct

THINGS: dict[str, type[Model]] = {"agency": Agency, "group": Group, "site": Site, "member": Member, "user": User}
_OF_A_GROUP = ("name", "kind", "women_only", "under_18s", "usual_start", "usual_end", "active")
_OF_A_SITE = ("name", "area", "address")


def write(planned: Sequence[Planned], *, now: datetime, actor: Actor) -> Effects:
    writer = _Writer(now, actor)
    for one in planned:
        if one.state in {ImportRowState.NEW, ImportRowState.CHANGED}:
            writer.write(one.number, one.act)
    return writer.effects()


class _Writer:
    """Writes row after row; what several rows speak of is the first one's."""

    def __init__(self, now: datetime, actor: Actor) -> None:
        self.by: dict[str, Any] = {"now": now, "actor": actor}
        self.agencies: dict[str, Agency] = {}
        self.sites: dict[Key, Site] = {}
        self.groups: dict[Key, Group] = {}
        self.wrote: list[tuple[int, str, UUID, dict[str, Any] | None]] = []

    def write(self, number: int, act: "PartnerAct") -> None:
        agency = act.agency or self.agencies.get(folded(act.partner))
        if agency is None:
            agency = self.agencies[folded(act.partner)] = create_agency(name=act.partner, **self.by)
            self.wrote.append((number, "agency", agency.id, None))
        site = self._site(number, act.site) if act.site is not None else None
        if act.group is not None and site is not None:
            self._group(number, agency, site, act.group)
        if act.member is not None and "member" in act.new:
            self._member(number, agency, act.member)

    def _site(self, number: int, act: "SiteAct") -> Site:
        site = act.site or self.sites.get(site_key(act.values))
        if site is None:
            site = self.sites[site_key(act.values)] = create_site(**{**act.values, **self.by})
            self.wrote.append((number, "site", site.id, None))
        elif act.changes:
            before = {name: getattr(site, name) for name in _OF_A_SITE}
            values = {name: act.values[name] for name in _OF_A_SITE}
            site = edit_site(site_id=site.id, version=site.version, **{**values, **self.by})
            self.wrote.append((number, "site", site.id, before))
        return site

    def _group(self, number: int, agency: Agency, site: Site, act: "GroupAct") -> None:
        values = dict(act.values)
        key = group_key(agency.name, values["name"])
        group = act.group or self.groups.get(key)
        if group is None:
            active = values.pop("active")
            group = self.groups[key] = create_group(agency_id=agency.id, site_id=site.id, **values, **self.by)
            if not active:
                edit_group(group_id=group.id, version=group.version, active=False, **values, **self.by)
            self.wrote.append((number, "group", group.id, None))
        elif act.changes:
            edit_group(group_id=group.id, version=group.version, **values, **self.by)
            self.wrote.append((number, "group", group.id, _said(group)))

    def _member(self, number: int, agency: Agency, member: dict[str, str]) -> None:
        new = not User.objects.filter(email=member["email"]).exists()
        was = Member.objects.filter(agency=agency, user__email=member["email"]).first()
        made = invite_member(agency_id=agency.id, **{**member, **self.by})
        if new:
            self.wrote.append((number, "user", made.user_id, None))
        self.wrote.append((number, "member", made.id, {"active": False} if was is not None else None))

    def effects(self) -> Effects:
        """With the versions that everything has at the end."""
        rows: dict[str, dict[UUID, Any]] = {
            thing: model._default_manager.in_bulk([id_ for _number, of, id_, _before in self.wrote if of == thing])
            for thing, model in THINGS.items()
        }
        found: Effects = {}
        for number, thing, id_, before in self.wrote:
            version = getattr(rows[thing][id_], "version", 0)
            found.setdefault(number, []).append(Effect(thing, id_, version, before))
        return found


def _said(group: Group) -> dict[str, Any]:
    """As JSON."""
    values = {name: getattr(group, name) for name in _OF_A_GROUP}
    return {name: value.isoformat() if isinstance(value, time) else value for name, value in values.items()}


def take_back(effects: Effects, *, now: datetime, actor: Actor) -> list[Used]:
    flat = [(number, effect) for number, found in effects.items() for effect in found]
    made = {thing: [e.id for _number, e in flat if e.thing == thing and e.before is None] for thing in ("group", "agency")}
    let_pairings_go(groups=made["group"], agencies=made["agency"], now=now, actor=actor)
    standing = take_back_partners(
        made=[Made(e.thing, e.id, e.version) for _number, e in flat if e.before is None],
        left=[e.id for _number, e in flat if e.thing == "member" and e.before is not None],
        edited=[Made(e.thing, e.id, e.version) for _number, e in flat if e.before is not None and e.thing != "member"],
        now=now,
        actor=actor,
    )
    if standing:
        return [Used(number, standing[effect.id]) for number, effect in flat if effect.id in standing]
    for _number, effect in reversed(flat):
        if effect.before is not None:
            _put_back(effect, effect.before, now=now, actor=actor)
    return []


def _put_back(effect: Effect, before: dict[str, Any], *, now: datetime, actor: Actor) -> None:
    if effect.thing == "site":
        edit_site(site_id=effect.id, version=effect.version, **before, now=now, actor=actor)
    if effect.thing == "group":
        values = {**before, "kind": GroupKind(before["kind"])}
        for name in ("usual_start", "usual_end"):
            values[name] = time.fromisoformat(before[name]) if before[name] else None
        edit_group(group_id=effect.id, version=effect.version, **values, now=now, actor=actor)


def export(language: str) -> list[dict[str, str]]:
    """A row a group, and further rows for further people; a partner without groups has its own."""
    found: list[dict[str, str]] = []
    agencies = Agency.objects.prefetch_related("groups__site", "members__user").order_by("name", "id")
    for agency in agencies:
        groups = [_group_row(group, language) for group in sorted(agency.groups.all(), key=lambda g: (g.name, str(g.id)))]
        people = [
            {"contact_name": member.user.name, "contact_email": member.user.email}
            for member in sorted(agency.members.all(), key=lambda m: m.user.email)
            if member.active and member.user.is_active
        ]
        for at in range(max(len(groups), len(people), 1)):
            row = {"partner": agency.name}
            row |= groups[at] if at < len(groups) else {}
            found.append(row | (people[at] if at < len(people) else {}))
    return found


def _group_row(group: Group, language: str) -> dict[str, str]:
    def yes(value: bool) -> str:
        return words.yes_or_no(value, language)

    site = group.site
    return {
        "group": group.name,
        "kind": words.GROUP_KIND.write(GroupKind(group.kind), language),
        "women_only": yes(group.women_only),
        "under_18s": yes(group.under_18s),
        "usual_start": f"{group.usual_start:%H:%M}" if group.usual_start else "",
        "usual_end": f"{group.usual_end:%H:%M}" if group.usual_end else "",
        "active": yes(group.active),
        "site": site.name,
        "area": site.area,
        "address": site.address,
        "country": site.country,
        "time_zone": site.time_zone,
    }
