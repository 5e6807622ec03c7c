"""Who came, who looked, who was refused: what of that is written down, and who of the team reads it."""

from enum import StrEnum

from passerelle.domain.roles import Actor, TeamRole


class AccessKind(StrEnum):
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    SIGN_IN_ENDED = "sign_in_ended"
    REFUSED = "refused"
    OWN_DATA = "own_data"
    PEOPLE = "people"
    PERSON = "person"
    TOLD = "told"
    CONTACT = "contact"
    SHEET = "sheet"
    PAIRINGS = "pairings"
    EXPORT = "export"
    AUDIT = "audit"


class Logged(StrEnum):
    """What a line of the audit is of: something that changed, or somebody who came, looked or was refused."""

    CHANGE = "change"
    ACCESS = "access"


MAY_AUDIT = frozenset({TeamRole.OWNER, TeamRole.COORDINATOR, TeamRole.SAFEGUARDING_LEAD})
"""Who answers for the people on either side. Whoever only goes, or only pays, has no need to know who looked at whom."""

SAFEGUARDING = frozenset({AccessKind.SHEET, AccessKind.PAIRINGS})
"""Reads that the lead alone looks up: checks and decisions of a day, and with whom somebody does not work."""


def hidden_from(actor: Actor) -> frozenset[AccessKind] | None:
    """The kinds of accesses that ``actor`` does not read of; None: of any."""
    if actor.team_role not in MAY_AUDIT:
        return None
    return frozenset() if actor.team_role is TeamRole.SAFEGUARDING_LEAD else SAFEGUARDING
