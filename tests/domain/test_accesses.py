"""Who of the team looks up who looked."""

from uuid import uuid4

import pytest

from passerelle.domain.accesses import SAFEGUARDING, hidden_from
from passerelle.domain.roles import SYSTEM, Actor, TeamRole

READ = {
    TeamRole.OWNER: SAFEGUARDING,
    TeamRole.COORDINATOR: SAFEGUARDING,
    TeamRole.SAFEGUARDING_LEAD: frozenset(),
    TeamRole.THERAPIST: None,
    TeamRole.TREASURER: None,
}
"""By the place in the team: what is kept from them, or None where all of it is."""


@pytest.mark.parametrize("role", TeamRole)
def test_reads_of_safeguarding_are_the_leads_alone(role: TeamRole) -> None:
    assert hidden_from(Actor(uuid4(), team_role=role)) == READ[role]


@pytest.mark.parametrize("actor", [Actor(uuid4()), Actor(uuid4(), interpreter_id=uuid4()), SYSTEM])
def test_nobody_else_reads_any(actor: Actor) -> None:
    assert hidden_from(actor) is None
