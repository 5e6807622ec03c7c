"""The names of those who may hear of a change: every audience string is made here and nowhere else."""

from uuid import UUID

from passerelle.domain.roles import Actor

TEAM = "team"
EVERYONE = "everyone"
NOBODY = "nobody"
"""Something changed that nobody may hear of: it is written down all the same."""


def audiences_of(actor: Actor) -> frozenset[str]:
    """The audiences ``actor`` belongs to. Someone with an account and no role hears only of themselves."""
    heard = {agency(agency_id) for agency_id in actor.agency_ids}
    if actor.is_team:
        heard.add(TEAM)
    if actor.interpreter_id is not None:
        heard.add(interpreter(actor.interpreter_id))
    if heard:
        heard.add(EVERYONE)
    if actor.user_id is not None:
        heard.add(user(actor.user_id))
    return frozenset(heard)


def agency(agency_id: UUID) -> str:
    return f"agency:{agency_id}"


def interpreter(interpreter_id: UUID) -> str:
    return f"interpreter:{interpreter_id}"


def user(user_id: UUID) -> str:
    return f"user:{user_id}"
