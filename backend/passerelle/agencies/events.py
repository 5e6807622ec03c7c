"""What is told when a partner changes: to the team and to the agency itself."""

from datetime import datetime

from passerelle.accounts.events import me
from passerelle.agencies.models import Agency, Group, Member, Site
from passerelle.domain.roles import Actor
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append


def _seen_by(agency: Agency) -> frozenset[str]:
    return frozenset({audiences.TEAM, audiences.agency(agency.id)})


def tell_agency(agency: Agency, kind: str, *, renamed: bool = False, now: datetime, actor: Actor) -> None:
    """With ``renamed``, each of its groups too: their cards name the partner."""
    seen_by = _seen_by(agency)
    entries = [Entry("agency", agency.id, agency.version, kind, seen_by)]
    if renamed:
        groups = Group.objects.filter(agency=agency)
        entries += [Entry("group", group.id, group.version, "agency", seen_by) for group in groups]
    append(entries, actor_id=actor.user_id, now=now)


def tell_group(group: Group, kind: str, *, now: datetime, actor: Actor) -> None:
    append([Entry("group", group.id, group.version, kind, _seen_by(group.agency))], actor_id=actor.user_id, now=now)


def tell_site(site: Site, kind: str, *, with_groups: bool = False, now: datetime, actor: Actor) -> None:
    """For the team's list of places; ``with_groups``, for whoever reads of a group that meets there."""
    entries = [Entry("site", site.id, site.version, kind, frozenset({audiences.TEAM}))]
    groups = Group.objects.filter(site=site).select_related("agency") if with_groups else ()
    entries += [Entry("group", group.id, group.version, "site", _seen_by(group.agency)) for group in groups]
    append(entries, actor_id=actor.user_id, now=now)


def tell_member(member: Member, kind: str, *, now: datetime, actor: Actor) -> None:
    """The agency's list of people, and the person: what they may see has changed."""
    agency = member.agency
    listed = Entry("agency", agency.id, agency.version, kind, _seen_by(agency))
    append([listed, me(member.user_id, kind)], actor_id=actor.user_id, now=now)
