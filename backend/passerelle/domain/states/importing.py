"""The life of an import: a spreadsheet is read, its columns are matched, it is applied, and can be taken back."""

from enum import StrEnum

from passerelle.domain.roles import Role
from passerelle.domain.states.machine import Machine, Transition, by


class ImportState(StrEnum):
    MATCHING = "matching"
    """A field that every row needs has no column yet."""
    READY = "ready"
    APPLIED = "applied"
    UNDONE = "undone"


class ImportAction(StrEnum):
    MATCH = "match"
    APPLY = "apply"
    UNDO = "undo"
    DISCARD = "discard"


S, A, TEAM = ImportState, ImportAction, Role.TEAM

IMPORT = Machine(
    name="import",
    initial=S.MATCHING,
    table={
        # Back to matching where a needed column is taken away: that is judged from the columns.
        (S.MATCHING, A.MATCH): Transition(S.READY, by(TEAM)),
        (S.READY, A.MATCH): Transition(S.READY, by(TEAM)),
        (S.READY, A.APPLY): Transition(S.APPLIED, by(TEAM)),
        (S.APPLIED, A.UNDO): Transition(S.UNDONE, by(TEAM)),
        # It is deleted, whatever it was.
        (S.MATCHING, A.DISCARD): Transition(S.MATCHING, by(TEAM)),
        (S.READY, A.DISCARD): Transition(S.READY, by(TEAM)),
    },
)
