"""What changes about accounts and the team."""

from passerelle.accounts import services as accounts
from passerelle.domain.roles import TeamRole
from tests.frames.scenario import Given, Scenario


def user(name: str, **more: object) -> Given:
    return lambda world: {"user_id": world.users[name].id, **more}


def colleague(name: str, **more: object) -> Given:
    return lambda world: {"member_id": world.member(name), **more}


SCENARIOS = [
    Scenario(accounts.create_user, "coordinator", lambda _: {"email": "someone@example.invalid", "name": "Someone"}),
    Scenario(accounts.set_locale, "partner", user("partner", locale="fr")),
    Scenario(accounts.deactivate_user, "coordinator", user("partner"), "of a partner"),
    Scenario(accounts.deactivate_user, "owner", user("coordinator"), "of someone in the team"),
    Scenario(accounts.add_team_member, "owner", user("newcomer", role=TeamRole.COORDINATOR)),
    Scenario(accounts.change_team_role, "owner", colleague("coordinator", role=TeamRole.OWNER), "of oneself, seen"),
    Scenario(accounts.change_team_role, "owner", colleague("therapist", role=TeamRole.COORDINATOR), "of another"),
    Scenario(accounts.deactivate_team_member, "owner", colleague("coordinator"), "of oneself, seen"),
    Scenario(accounts.deactivate_team_member, "owner", colleague("therapist"), "of another"),
]
