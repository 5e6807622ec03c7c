"""Who came, who looked and who was refused, as those of the team may look it up who answer for the people on either side."""

from django.db.models import QuerySet

from passerelle.common.models import AccessEntry
from passerelle.domain.accesses import hidden_from
from passerelle.domain.roles import Actor
from passerelle.journal.selectors import Filters


def visible_accesses(actor: Actor) -> QuerySet[AccessEntry]:
    """None for whoever has no need to know; reads of safeguarding for the lead alone."""
    hidden = hidden_from(actor)
    return AccessEntry.objects.none() if hidden is None else AccessEntry.objects.exclude(kind__in=hidden)


def narrowed(rows: QuerySet[AccessEntry], filters: Filters) -> QuerySet[AccessEntry]:
    asked = {
        "kind": filters.kind or None,
        "actor_id": filters.who,
        "record_id": filters.thing,
        "at__gte": filters.since,
        "at__lte": filters.until,
    }
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})
