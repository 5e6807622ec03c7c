"""The names of those who may hear of a change: every audience string is made here and nowhere else."""

from uuid import UUID

TEAM = "team"
EVERYONE = "everyone"
NOBODY = "nobody"
"""Something changed that nobody may hear of: it is written down all the same."""


def agency(agency_id: UUID) -> str:
    return f"agency:{agency_id}"


def interpreter(interpreter_id: UUID) -> str:
    return f"interpreter:{interpreter_id}"


def user(user_id: UUID) -> str:
    return f"user:{user_id}"
