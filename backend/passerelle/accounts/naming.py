"""What members of the team are called in the journal."""

from uuid import UUID

from passerelle.accounts.models import TeamMember
from passerelle.journal.names import Ids, ThingName


def names(ids: Ids) -> dict[UUID, ThingName]:
    members = TeamMember.objects.filter(id__in=ids["team_member"]).select_related("user") if "team_member" in ids else ()
    return {row.id: ThingName(row.user.name) for row in members}
