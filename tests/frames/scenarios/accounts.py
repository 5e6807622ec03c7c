"""What changes about accounts and the team."""

from passerelle.accounts import services as accounts
from passerelle.accounts.models import SignIn
from passerelle.domain.roles import TeamRole
from tests.frames.scenario import Given, Scenario
from tests.frames.world import World


def user(name: str, **more: object) -> Given:
    return lambda world: {"user_id": world.users[name].id, **more}


def colleague(name: str, **more: object) -> Given:
    return lambda world: {"member_id": world.member(name), **more}


def elsewhere(name: str) -> Given:
    return lambda world: {"sign_in_id": _first_and_last(world, name)[0].id}


def here(name: str) -> Given:
    return lambda world: {"here": _first_and_last(world, name)[1].session_id}


def _first_and_last(world: World, name: str) -> tuple[SignIn, SignIn]:
    """Where the world signed them in, and where they have the product open."""
    rows = list(SignIn.objects.filter(user=world.users[name]).order_by("since"))
    return rows[0], rows[-1]


SCENARIOS = [
    Scenario(accounts.create_user, "coordinator", lambda _: {"email": "someone@example.invalid", "name": "Someone"}),
    Scenario(accounts.set_locale, "partner", user("partner", locale="fr")),
    Scenario(accounts.end_sign_in, "partner", elsewhere("partner")),
    Scenario(accounts.end_other_sign_ins, "partner", here("partner")),
    Scenario(accounts.deactivate_user, "coordinator", user("partner"), "of a partner"),
    Scenario(accounts.deactivate_user, "owner", user("coordinator"), "of someone in the team"),
    Scenario(accounts.add_team_member, "owner", user("newcomer", role=TeamRole.COORDINATOR)),
    Scenario(accounts.change_team_role, "owner", colleague("coordinator", role=TeamRole.OWNER), "of oneself, seen"),
    Scenario(accounts.change_team_role, "owner", colleague("therapist", role=TeamRole.COORDINATOR), "of another"),
    Scenario(accounts.deactivate_team_member, "owner", colleague("coordinator"), "of oneself, seen"),
    Scenario(accounts.deactivate_team_member, "owner", colleague("therapist"), "of another"),
]
