"""What the product tells people about themselves, and the team about the team."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from passerelle.accounts.models import TeamMember, User
from passerelle.domain.roles import Actor, Role, TeamRole


@dataclass(frozen=True, slots=True)
class Environment:
    demo: bool


@dataclass(frozen=True, slots=True)
class Me:
    """The signed-in person and what they are here. ``agencies`` holds the ids they ask on behalf of.

    ``locale`` is the language they chose to read in, empty until one is chosen.
    """

    id: UUID
    name: str
    email: str
    locale: str
    roles: list[Role]
    team_role: TeamRole | None
    agencies: list[UUID]
    interpreter_id: UUID | None
    environment: Environment


@dataclass(frozen=True, slots=True)
class TeamMemberView:
    """``user`` is who acts, as the journal names them."""

    id: UUID
    user: UUID
    name: str
    role: TeamRole


@dataclass(frozen=True, slots=True)
class TeamList:
    results: list[TeamMemberView]


def me(user: User, actor: Actor) -> Me:
    held = [
        (Role.PARTNER, bool(actor.agency_ids)),
        (Role.INTERPRETER, actor.interpreter_id is not None),
        (Role.TEAM, actor.is_team),
    ]
    return Me(
        id=user.id,
        name=user.name,
        email=user.email,
        locale=user.locale,
        roles=[role for role, is_held in held if is_held],
        team_role=actor.team_role,
        agencies=sorted(actor.agency_ids),
        interpreter_id=actor.interpreter_id,
        environment=Environment(demo=settings.DEMO_MODE),
    )


def team() -> TeamList:
    """Everyone active in the team, by name."""
    rows = TeamMember.objects.filter(active=True).select_related("user").order_by("user__name", "id")
    return TeamList([TeamMemberView(row.id, row.user_id, row.user.name, TeamRole(row.role)) for row in rows])
