from django.db.models import OuterRef, Subquery

from passerelle.accounts.facets import Facet
from passerelle.accounts.models import TeamMember
from passerelle.domain.roles import TeamRole


def team_role() -> dict[str, Facet]:
    """What somebody is in the team, if anything."""
    own = TeamMember.objects.filter(user=OuterRef("pk"), active=True)
    return {"team_member_id": Facet(Subquery(own.values("id"))), "team_role": Facet(Subquery(own.values("role")), TeamRole)}
