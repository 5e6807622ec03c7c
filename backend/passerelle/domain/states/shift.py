"""The life of a shift: one interpreter's place in a session. Confirmation lives here alone."""

from enum import StrEnum

from passerelle.domain.roles import Role
from passerelle.domain.states.machine import Machine, Transition, by


class ShiftState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    CONFIRMED = "confirmed"
    UNFILLED = "unfilled"
    CANCELLED = "cancelled"
    WORKED = "worked"
    MISSED = "missed"


class ShiftAction(StrEnum):
    ASK = "ask"
    EDIT = "edit"
    TAKE = "take"
    CONFIRM = "confirm"
    UNCONFIRM = "unconfirm"
    OVERRIDE = "override"
    RELEASE = "release"
    EXPIRE = "expire"
    CANCEL = "cancel"
    RECORD_WORKED = "record_worked"
    RECORD_MISSED = "record_missed"


S, A = ShiftState, ShiftAction
INTERPRETER, TEAM, SYSTEM = Role.INTERPRETER, Role.TEAM, Role.SYSTEM

SHIFT = Machine(
    name="shift",
    initial=S.OPEN,
    table={
        # A taken or confirmed shift is asked about too: those who say yes stand by.
        (S.OPEN, A.ASK): Transition(S.OPEN, by(TEAM, SYSTEM)),
        (S.TAKEN, A.ASK): Transition(S.TAKEN, by(TEAM, SYSTEM)),
        (S.CONFIRMED, A.ASK): Transition(S.CONFIRMED, by(TEAM, SYSTEM)),
        # What the place asks for changes; what that means for its holder is in ``policies.place``.
        (S.OPEN, A.EDIT): Transition(S.OPEN, by(TEAM)),
        (S.TAKEN, A.EDIT): Transition(S.TAKEN, by(TEAM)),
        (S.CONFIRMED, A.EDIT): Transition(S.CONFIRMED, by(TEAM)),
        (S.OPEN, A.TAKE): Transition(S.TAKEN, by(INTERPRETER, TEAM)),
        (S.TAKEN, A.CONFIRM): Transition(S.CONFIRMED, by(TEAM, SYSTEM)),
        # The session is no longer confirmed (its mode changed), and the holder keeps the place.
        (S.CONFIRMED, A.UNCONFIRM): Transition(S.TAKEN, by(SYSTEM)),
        (S.OPEN, A.OVERRIDE): Transition(S.OPEN, by(TEAM)),
        (S.TAKEN, A.OVERRIDE): Transition(S.TAKEN, by(TEAM)),
        # A check was found to lapse before the day: the place is flagged until it is decided, or given to another.
        (S.CONFIRMED, A.OVERRIDE): Transition(S.CONFIRMED, by(TEAM)),
        (S.TAKEN, A.RELEASE): Transition(S.OPEN, by(INTERPRETER, TEAM, SYSTEM)),
        (S.CONFIRMED, A.RELEASE): Transition(S.OPEN, by(INTERPRETER, TEAM, SYSTEM)),
        (S.OPEN, A.EXPIRE): Transition(S.UNFILLED, by(SYSTEM)),
        (S.OPEN, A.CANCEL): Transition(S.CANCELLED, by(TEAM, SYSTEM)),
        (S.TAKEN, A.CANCEL): Transition(S.CANCELLED, by(TEAM, SYSTEM)),
        (S.CONFIRMED, A.CANCEL): Transition(S.CANCELLED, by(TEAM, SYSTEM)),
        (S.CONFIRMED, A.RECORD_WORKED): Transition(S.WORKED, by(TEAM)),
        (S.CONFIRMED, A.RECORD_MISSED): Transition(S.MISSED, by(TEAM)),
    },
)

LIVE = frozenset({S.OPEN, S.TAKEN, S.CONFIRMED})
"""States in which somebody can still come to hold, or holds, the place."""
HELD = frozenset({S.TAKEN, S.CONFIRMED})
"""States that keep their holder from any overlapping shift (and the database's exclusion constraint with them)."""
COUNTED = HELD | {S.WORKED}
"""What somebody holds or has done: it counts for the load."""
WITH_HOLDER = frozenset({S.TAKEN, S.CONFIRMED, S.WORKED, S.MISSED})
