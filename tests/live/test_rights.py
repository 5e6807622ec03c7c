"""Which audiences a person belongs to."""

from uuid import UUID, uuid4

import pytest

from passerelle.domain.roles import Actor, TeamRole
from passerelle.journal.audiences import audiences_of

ME, AGENCY, OTHER, INTERPRETER = uuid4(), uuid4(), uuid4(), uuid4()
MINE = f"user:{ME}"

HEARD: list[tuple[Actor, set[str]]] = [
    (Actor(ME), {MINE}),
    (Actor(ME, team_role=TeamRole.TREASURER), {MINE, "team", "everyone"}),
    (Actor(ME, agency_ids=frozenset({AGENCY, OTHER})), {MINE, f"agency:{AGENCY}", f"agency:{OTHER}", "everyone"}),
    (Actor(ME, interpreter_id=INTERPRETER), {MINE, f"interpreter:{INTERPRETER}", "everyone"}),
    (
        Actor(ME, team_role=TeamRole.OWNER, agency_ids=frozenset({AGENCY}), interpreter_id=INTERPRETER),
        {MINE, "team", f"agency:{AGENCY}", f"interpreter:{INTERPRETER}", "everyone"},
    ),
    (Actor(None), set()),
]


@pytest.mark.parametrize(("actor", "heard"), HEARD)
def test_an_actor_hears(actor: Actor, heard: set[str]) -> None:
    assert audiences_of(actor) == heard


@pytest.mark.parametrize("role", TeamRole)
def test_every_role_of_the_team_hears_the_team(role: TeamRole) -> None:
    assert audiences_of(Actor(UUID(int=1), team_role=role)) >= {"team", "everyone"}
