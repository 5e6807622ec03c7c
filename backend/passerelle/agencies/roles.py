from typing import Any

from passerelle.accounts.models import User
from passerelle.agencies.models import Member


def memberships(user: User) -> dict[str, Any]:
    """The agencies ``user`` asks on behalf of."""
    return {"agency_ids": frozenset(Member.objects.filter(user=user, active=True).values_list("agency_id", flat=True))}
