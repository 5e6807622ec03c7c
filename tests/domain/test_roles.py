"""What someone is follows from the thing at hand."""

from itertools import product
from uuid import uuid4

import pytest

from passerelle.domain.roles import MAY_GIVE, MAY_OVERRIDE, SYSTEM, Actor, Role, TeamRole

OWN_AGENCY, OTHER_AGENCY, OWN, OTHER = uuid4(), uuid4(), uuid4(), uuid4()
THINGS = list(product([None, OWN_AGENCY, OTHER_AGENCY], [None, OWN, OTHER]))


def test_an_actor_is_to_a_thing_what_they_are_to_its_agency_and_its_interpreter() -> None:
    """Every mixture of memberships, and every thing it may act on."""
    for team, partner, interpreter in product([True, False], repeat=3):
        actor = Actor(
            user_id=uuid4(),
            team_role=TeamRole.COORDINATOR if team else None,
            agency_ids=frozenset({OWN_AGENCY} if partner else ()),
            interpreter_id=OWN if interpreter else None,
        )
        for agency_id, interpreter_id in THINGS:
            wanted = {Role.TEAM: team}
            wanted[Role.PARTNER] = partner and agency_id == OWN_AGENCY
            wanted[Role.INTERPRETER] = interpreter and interpreter_id == OWN
            held = actor.roles(agency_id=agency_id, interpreter_id=interpreter_id)
            assert held == {role for role, has in wanted.items() if has}


def test_nobody_is_nothing_to_anything() -> None:
    nobody = Actor(user_id=None)
    assert [nobody.roles(agency_id=agency, interpreter_id=who) for agency, who in THINGS] == [frozenset()] * len(THINGS)
    assert not nobody.is_team


def test_the_system_is_the_system_and_no_one_else() -> None:
    assert {SYSTEM.roles(agency_id=agency, interpreter_id=who) for agency, who in THINGS} == {frozenset({Role.SYSTEM})}
    assert not SYSTEM.is_team


@pytest.mark.parametrize("role", TeamRole)
def test_everyone_of_the_team_is_the_team(role: TeamRole) -> None:
    actor = Actor(user_id=uuid4(), team_role=role)
    assert (actor.is_team, actor.roles()) == (True, frozenset({Role.TEAM}))


def test_only_the_lead_overrides_and_who_books_cannot_make_one() -> None:
    assert frozenset({TeamRole.SAFEGUARDING_LEAD}) == MAY_OVERRIDE
    books = {TeamRole.COORDINATOR, TeamRole.THERAPIST, TeamRole.TREASURER}
    assert all(not MAY_GIVE[role] & books for role in MAY_OVERRIDE)
    assert MAY_GIVE[TeamRole.OWNER] == {TeamRole.OWNER}
    assert set(MAY_GIVE) == set(TeamRole)
