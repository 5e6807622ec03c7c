"""What is told when a partner changes: to the team and to the agency itself."""

from datetime import datetime

from passerelle.accounts.events import me
from passerelle.agencies.models import Agency, Group, Member
from passerelle.domain.roles import Actor
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append


def _seen_by(agency: Agency) -> frozenset[str]:
    return frozenset({audiences.TEAM, audiences.agency(agency.id)})


def tell_agency(agency: Agency, kind: str, *, now: datetime, actor: Actor) -> None:
    append([Entry("agency", agency.id, agency.version, kind, _seen_by(agency))], actor_id=actor.user_id, now=now)


def tell_group(group: Group, kind: str, *, now: datetime, actor: Actor) -> None:
    append([Entry("group", group.id, group.version, kind, _seen_by(group.agency))], actor_id=actor.user_id, now=now)


def tell_member(member: Member, kind: str, *, now: datetime, actor: Actor) -> None:
    """The agency's list of people, and the person: what they may see has changed."""
    agency = member.agency
    listed = Entry("agency", agency.id, agency.version, kind, _seen_by(agency))
    append([listed, me(member.user_id, kind)], actor_id=actor.user_id, now=now)
