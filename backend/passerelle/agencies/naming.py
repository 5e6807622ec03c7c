"""What partners, their groups, the sites and the ways between them are called in the journal."""

from uuid import UUID

from passerelle.agencies.models import Agency, Group, Site, TravelTime
from passerelle.journal.names import Ids, ThingName


def names(ids: Ids) -> dict[UUID, ThingName]:
    """A way by the areas it leads between. At most four queries."""
    agencies = Agency.objects.filter(id__in=ids["agency"]) if "agency" in ids else ()
    groups = Group.objects.filter(id__in=ids["group"]) if "group" in ids else ()
    sites = Site.objects.filter(id__in=ids["site"]) if "site" in ids else ()
    ways = TravelTime.objects.filter(id__in=ids["travel_time"]) if "travel_time" in ids else ()
    return {
        **{row.id: ThingName(row.name) for row in [*agencies, *groups, *sites]},
        **{way.id: ThingName(f"{way.area} – {way.other}") for way in ways},
    }
