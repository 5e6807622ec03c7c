"""Partners: a row is a partner, one of its groups with the place where it meets, and somebody who asks on its behalf."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from passerelle.agencies.models import Agency, Group, Site
from passerelle.domain.geography import against_zone
from passerelle.domain.refusals import Code
from passerelle.domain.roles import Actor
from passerelle.domain.words import WITH_UNDER_18S, GroupKind, ImportKind, ImportRowState
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.partners_known import Known, group_key, site_key
from passerelle.imports.kinds.partners_written import export, take_back, write
from passerelle.imports.kinds.planning import Effects, Planned, Reader, Row, Used, required
from passerelle.imports.vocabulary import countries, words
from passerelle.imports.vocabulary.folding import folded


@dataclass
class SiteAct:
    """A place as the row has it. ``site``: it is here already, to be written anew where ``changes`` says so."""

    values: dict[str, str]
    site: Site | None = None
    changes: list[str] = field(default_factory=list)


@dataclass
class GroupAct:
    values: dict[str, Any]
    group: Group | None = None
    changes: list[str] = field(default_factory=list)


@dataclass
class PartnerAct:
    """What a row writes. ``new``: the partner, group, site or member that the first row to speak of it makes."""

    partner: str
    agency: Agency | None
    site: SiteAct | None = None
    group: GroupAct | None = None
    member: dict[str, str] | None = None
    new: list[str] = field(default_factory=list)

    @property
    def changes(self) -> list[str]:
        return [*(self.site.changes if self.site else []), *(self.group.changes if self.group else [])]


class Partners:
    kind = ImportKind.PARTNERS

    def plan(self, rows: Sequence[Row], *, now: datetime) -> list[Planned]:
        known = Known.load()
        return [_settled(row, known) for row in rows]

    def write(self, planned: Sequence[Planned], *, now: datetime, actor: Actor) -> Effects:
        return write(planned, now=now, actor=actor)

    def take_back(self, effects: Effects, *, now: datetime, actor: Actor) -> list[Used]:
        return take_back(effects, now=now, actor=actor)

    def export(self, language: str, now: datetime) -> list[dict[str, str]]:
        return export(language)


def _settled(row: Row, known: Known) -> Planned:
    planned = _plan(row, known)
    known.settle(wrong=planned.state is ImportRowState.WRONG)
    return planned


def _plan(row: Row, known: Known) -> Planned:
    reader = Reader(row)
    required(reader, "partner")
    act = PartnerAct(cells.label(reader, "partner"), None)
    act.agency = known.agencies.get(folded(act.partner))
    if not reader.text("group"):
        for name in ("site", "kind", "usual_start"):
            if reader.text(name):
                reader.against("group", Code.EMPTY)
                break
    else:
        _plan_group(reader, act, known)
    _plan_member(reader, act, known)
    if reader.problems:
        return reader.wrong()
    if act.agency is None and known.first("agency", folded(act.partner)):
        act.new.append("partner")
    if act.new:
        return Planned(row.number, ImportRowState.NEW, act=act)
    state = ImportRowState.CHANGED if act.changes else ImportRowState.SAME
    return Planned(row.number, state, changes=act.changes, act=act)


def _plan_group(reader: Reader, act: PartnerAct, known: Known) -> None:
    name = cells.label(reader, "group")
    key = group_key(act.partner, name)
    group = known.groups.get(key)
    said = _said_of_group(reader)
    if group is None:
        required(reader, "kind")
    act.site = _plan_site(reader, known, group)
    if reader.problems or act.site is None:
        return
    values = {**_held(group), **said} if group is not None else {**_UNSAID, **said}
    values["under_18s"] = values["under_18s"] or values["kind"] in WITH_UNDER_18S
    _against_times(reader, values["usual_start"], values["usual_end"])
    act.group = GroupAct({"name": group.name if group is not None else name, **values}, group)
    if group is not None:
        act.group.changes = [at for at, value in values.items() if getattr(group, at) != value]
    if reader.problems or known.contradicts(reader, ("group", key), {**values, "site": site_key(act.site.values)}):
        return
    first = known.first("group", key)
    if group is None and first:
        act.new.append("group")
    elif not first:
        act.group.changes = []  # an earlier row says the same


_UNSAID: dict[str, Any] = {"women_only": False, "under_18s": False, "usual_start": None, "usual_end": None, "active": True}


def _held(group: Group) -> dict[str, Any]:
    return {
        "kind": GroupKind(group.kind),
        "women_only": group.women_only,
        "under_18s": group.under_18s,
        "usual_start": group.usual_start,
        "usual_end": group.usual_end,
        "active": group.active,
    }


def _said_of_group(reader: Reader) -> dict[str, Any]:
    said = {
        "kind": cells.word(reader, "kind", words.GROUP_KIND, "group_kinds"),
        "women_only": cells.answer(reader, "women_only"),
        "under_18s": cells.answer(reader, "under_18s"),
        "usual_start": cells.wall_time(reader, "usual_start"),
        "usual_end": cells.wall_time(reader, "usual_end"),
        "active": cells.answer(reader, "active"),
    }
    return {name: value for name, value in said.items() if value is not None}


def _against_times(reader: Reader, start: time | None, end: time | None) -> None:
    if (start is None) != (end is None):
        reader.against("usual_end" if end is None else "usual_start", Code.EMPTY)
    elif start is not None and end is not None and end <= start:
        reader.against("usual_end", Code.ENDS_BEFORE_IT_STARTS)


def _plan_site(reader: Reader, known: Known, group: Group | None) -> SiteAct | None:
    """The place the group meets at: its own, one that is here, or a new one with all that such a place needs."""
    said = {name: text for name in ("site", "area", "address") if (text := _text_of_site(reader, name))}
    if group is None:
        required(reader, "site")
    name = said.pop("site", group.site.name if group is not None else "")
    found = [group.site] if group is not None else known.sites_called(name, said.get("area"))
    if reader.problems:
        return None
    if group is not None and folded(name) != folded(group.site.name):
        reader.against("site", Code.GROUP_ELSEWHERE, name=group.site.name)
        return None
    if len(found) > 1:
        reader.against("site", Code.SEVERAL_SUCH, name=name)
        return None
    if found:
        return _site_here(reader, known, found[0], said)
    return _new_site(reader, known, {"name": name, **said})


def _text_of_site(reader: Reader, name: str) -> str:
    return cells.label(reader, name, most=240 if name == "address" else 120, of_a_place=True)


def _site_here(reader: Reader, known: Known, site: Site, said: dict[str, str]) -> SiteAct | None:
    values = {"name": site.name, "area": site.area, "address": site.address, **said}
    if known.contradicts(reader, ("site", site.id), values):
        return None
    changes = [at for at, value in said.items() if getattr(site, at) != value] if known.first("site", site.id) else []
    return SiteAct({**values, "country": site.country, "time_zone": site.time_zone}, site, changes)


def _new_site(reader: Reader, known: Known, values: dict[str, str]) -> SiteAct | None:
    if (begun := known.begun_sites(values["name"], values.get("area"))) is not None:
        values = {**begun, **values}
    code = countries.country(reader.text("country")) if reader.text("country") else values.get("country")
    if code is None and reader.text("country"):
        reader.against("country", Code.COUNTRY_UNKNOWN)
    zone = _zone(reader, values, code)
    for name, value in (("area", values.get("area")), ("address", values.get("address")), ("country", code)):
        if not value and not any(problem.field == name for problem in reader.problems):
            reader.against(name, Code.EMPTY)
    if reader.problems or code is None or zone is None:
        return None
    whole = {**values, "country": code, "time_zone": zone}
    if known.contradicts(reader, ("site", site_key(whole)), whole):
        return None
    known.begin_site(whole)
    return SiteAct(whole)


def _zone(reader: Reader, values: dict[str, str], code: str | None) -> str | None:
    """As it is said; else that of the country, where it has one only."""
    zone = reader.text("time_zone") or values.get("time_zone") or (countries.only_zone(code) if code else None)
    if code and not zone:
        reader.against("time_zone", Code.EMPTY)
    return None if zone and reader.against_all("time_zone", against_zone(zone, at="time_zone")) else zone


def _plan_member(reader: Reader, act: PartnerAct, known: Known) -> None:
    """Who asks on the partner's behalf: by their address, since that is where codes to sign in go."""
    name, email = cells.label(reader, "contact_name"), cells.email(reader, "contact_email")
    if not email:
        if name and not reader.text("contact_email"):
            reader.against("contact_email", Code.EMPTY)
        return
    if email in known.closed:
        reader.against("contact_email", Code.ACCOUNT_CLOSED)
        return
    if not name and email not in known.users:
        reader.against("contact_name", Code.EMPTY)
        return
    act.member = {"email": email, "name": name or known.users[email]}
    is_one = act.agency is not None and (act.agency.id, email) in known.members
    if not reader.problems and not is_one and known.first("member", (folded(act.partner), email)):
        act.new.append("member")
