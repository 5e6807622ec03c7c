from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from passerelle.accounts.facets import Facet
from passerelle.agencies.models import Member


def memberships() -> dict[str, Facet]:
    """The agencies somebody asks on behalf of."""
    own = Member.objects.filter(user=OuterRef("pk"), active=True)
    return {"agency_ids": Facet(ArraySubquery(own.values("agency_id")), frozenset)}
