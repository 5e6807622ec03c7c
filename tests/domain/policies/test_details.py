"""Who may name another language once a request was sent."""

import pytest

from passerelle.domain.policies.details import may_name_languages
from passerelle.domain.roles import Role
from passerelle.domain.states.session import SessionState

PARTNER, TEAM = frozenset({Role.PARTNER}), frozenset({Role.TEAM})


@pytest.mark.parametrize("state", SessionState)
def test_the_team_may_at_any_time_and_a_partner_until_it_is_planned(state: SessionState) -> None:
    assert may_name_languages(state, TEAM)
    assert may_name_languages(state, PARTNER) is (state is SessionState.REQUESTED)
