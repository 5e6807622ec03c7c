"""What partners and their groups are called in the journal."""

from uuid import UUID

from passerelle.agencies.models import Agency, Group
from passerelle.journal.names import Ids, ThingName


def names(ids: Ids) -> dict[UUID, ThingName]:
    agencies = Agency.objects.filter(id__in=ids["agency"]) if "agency" in ids else ()
    groups = Group.objects.filter(id__in=ids["group"]) if "group" in ids else ()
    return {row.id: ThingName(row.name) for row in [*agencies, *groups]}
