"""Reading the journal in commit order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from passerelle.domain.roles import Actor
from passerelle.journal import audiences
from passerelle.journal.models import Change, Counter

HIDDEN = ["pairing"]
"""Kinds of things that nobody but those told may know to exist, not even the team."""


@dataclass(frozen=True)
class Line:
    number: int
    entity: str
    entity_id: UUID
    version: int
    kind: str
    audiences: frozenset[str]


def last_number() -> int:
    """The number of the newest committed change; 0 when there is none."""
    return Counter.objects.values_list("last", flat=True).get(id=1)


def after(number: int, *, limit: int = 500) -> list[Line]:
    """The next committed changes after ``number``, oldest first, at most ``limit``."""
    rows = (
        Change.objects.filter(number__gt=number)
        .order_by("number")
        .values_list("number", "entity", "entity_id", "version", "kind", "audiences")[:limit]
    )
    return [Line(n, entity, entity_id, version, kind, frozenset(who)) for n, entity, entity_id, version, kind, who in rows if n]


def lines_of(entity: str, entity_id: UUID, *, told_to: Iterable[str]) -> QuerySet[Change]:
    """The committed changes of one thing that at least one of the audiences ``told_to`` heard of."""
    rows = Change.objects.filter(entity=entity, entity_id=entity_id, number__isnull=False)
    return rows.filter(audiences__overlap=list(told_to))


WITHHELD = frozenset({"declined"})
"""Kinds of which nobody reads who did it: a no needs no reason, and is never looked up by person."""


@dataclass(frozen=True)
class Filters:
    """What of the journal is asked for; what is empty or None does not narrow it."""

    type: str = ""
    kind: str = ""
    who: UUID | None = None
    thing: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


def visible_lines(actor: Actor, filters: Filters) -> QuerySet[Change]:
    """The committed lines told to the team (a partner's draft is not), and of hidden things those told to ``actor``."""
    own = [audiences.user(actor.user_id)] if actor.user_id is not None else []
    told = Q(audiences__contains=[audiences.TEAM]) & ~Q(entity__in=HIDDEN)
    rows = Change.objects.filter(told | Q(entity__in=HIDDEN, audiences__overlap=own), number__isnull=False)
    if filters.who is not None:
        rows = rows.filter(actor_id=filters.who).exclude(kind__in=WITHHELD)
    if filters.type:
        rows = rows.filter(entity=filters.type)
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.thing is not None:
        rows = rows.filter(entity_id=filters.thing)
    if filters.since is not None:
        rows = rows.filter(at__gte=filters.since)
    if filters.until is not None:
        rows = rows.filter(at__lte=filters.until)
    return rows
