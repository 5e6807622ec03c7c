"""What is told when an account or the team changes."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from passerelle.accounts.models import TeamMember, User
from passerelle.domain.roles import Actor
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append

UNVERSIONED = 1
"""Accounts and places in the team carry no version: they are always read anew."""


def me(user_id: UUID, kind: str) -> Entry:
    """What someone is or may do changed: their own screens, and their open connections."""
    return Entry("me", user_id, UNVERSIONED, kind, frozenset({audiences.user(user_id)}))


def team_member(member: TeamMember, kind: str) -> Entry:
    """The list of the team changed."""
    return Entry("team_member", member.id, UNVERSIONED, kind, frozenset({audiences.TEAM}))


def tell(entries: Iterable[Entry], *, now: datetime, actor: Actor) -> None:
    append(entries, actor_id=actor.user_id, now=now)


def about(user: User, kind: str) -> list[Entry]:
    """The lines for a changed account: theirs, and the team's list where they are in it."""
    member = TeamMember.objects.filter(user=user).first()
    return [me(user.id, kind), *([team_member(member, kind)] if member is not None else [])]
