"""Who may write which of a sent session's details."""

from passerelle.domain.roles import Role
from passerelle.domain.states.session import SessionState


def may_name_languages(state: SessionState, roles: frozenset[Role]) -> bool:
    """Once interpreters are asked, another language is the team's to open a place for: a partner says how many people."""
    return state is SessionState.REQUESTED or Role.TEAM in roles
