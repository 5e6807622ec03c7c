from typing import Any

from passerelle.accounts.models import TeamMember, User
from passerelle.domain.roles import TeamRole


def team_role(user: User) -> dict[str, Any]:
    """What ``user`` is in the team, if anything."""
    row = TeamMember.objects.filter(user=user, active=True).values_list("id", "role").first()
    return {"team_member_id": row[0], "team_role": TeamRole(row[1])} if row else {}
