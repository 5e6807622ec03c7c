"""Someone new asks on a partner's behalf: an account, where there is none yet, and their place in the agency."""

from datetime import datetime
from uuid import UUID

from passerelle.accounts.models import User
from passerelle.accounts.services import create_user
from passerelle.agencies.models import Member
from passerelle.agencies.services.agencies import add_member
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.roles import Actor


@unit_of_work
def invite_member(*, agency_id: UUID, email: str, name: str, now: datetime, actor: Actor) -> Member:
    """By their address: who has an account keeps it, and its name. Inviting again changes nothing."""
    require_team(actor)
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = create_user(email=email, name=name, now=now, actor=actor)
    return add_member(agency_id=agency_id, user_id=user.id, now=now, actor=actor)
