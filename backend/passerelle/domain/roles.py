"""Who acts. What someone may do follows from what they are to the thing at hand, not from one global role."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What an actor is to one thing: its partner, its interpreter, the team, or the system itself."""

    PARTNER = "partner"
    INTERPRETER = "interpreter"
    TEAM = "team"
    SYSTEM = "system"


class TeamRole(StrEnum):
    OWNER = "owner"
    COORDINATOR = "coordinator"
    THERAPIST = "therapist"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    TREASURER = "treasurer"


MAY_OVERRIDE = frozenset({TeamRole.SAFEGUARDING_LEAD})
"""Who may record an override of a hard rule. (The deputy of the day is named on the visit.)"""

MAY_GIVE: dict[TeamRole, frozenset[TeamRole]] = {
    TeamRole.OWNER: frozenset({TeamRole.OWNER}),
    TeamRole.SAFEGUARDING_LEAD: frozenset({TeamRole.OWNER}),
    TeamRole.COORDINATOR: frozenset({TeamRole.OWNER, TeamRole.COORDINATOR}),
    TeamRole.THERAPIST: frozenset({TeamRole.OWNER, TeamRole.COORDINATOR}),
    TeamRole.TREASURER: frozenset({TeamRole.OWNER, TeamRole.COORDINATOR}),
}
"""Who may give, or take away, each place in the team. Who books must not be able to make the lead who overrides."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone acting: a signed-in person with their memberships, or the system."""

    user_id: UUID | None
    name: str = ""
    team_role: TeamRole | None = None
    team_member_id: UUID | None = None
    agency_ids: frozenset[UUID] = frozenset()
    interpreter_id: UUID | None = None
    is_system: bool = False

    @property
    def is_team(self) -> bool:
        return self.team_role is not None

    def roles(self, *, agency_id: UUID | None = None, interpreter_id: UUID | None = None) -> frozenset[Role]:
        """What this actor is to a thing of that agency and that interpreter."""
        held: set[Role] = set()
        if self.is_system:
            held.add(Role.SYSTEM)
        if self.is_team:
            held.add(Role.TEAM)
        if agency_id is not None and agency_id in self.agency_ids:
            held.add(Role.PARTNER)
        if interpreter_id is not None and interpreter_id == self.interpreter_id:
            held.add(Role.INTERPRETER)
        return frozenset(held)


SYSTEM = Actor(user_id=None, name="Passerelle", is_system=True)
