"""The table of travel times as the rules read it."""

from passerelle.agencies.models import Site, TravelTime
from passerelle.domain.travel import Routes


def routes() -> Routes:
    """Every known way. One query; the table is small."""
    return Routes.of(TravelTime.objects.values_list("area", "other", "minutes"))


def known_areas() -> list[str]:
    """Every area somebody can set out from: of the table, and of the sites. Two queries."""
    found = set(Site.objects.values_list("area", flat=True))
    for pair in TravelTime.objects.values_list("area", "other"):
        found.update(pair)
    return sorted(found)
