"""The life of a visit: one day the team goes."""

from enum import StrEnum

from passerelle.domain.roles import Role
from passerelle.domain.states.machine import Machine, Transition, by


class VisitState(StrEnum):
    PLANNING = "planning"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    DONE = "done"


class VisitAction(StrEnum):
    EDIT = "edit"
    CONFIRM = "confirm"
    CONFIRM_REST = "confirm_rest"
    CHANGE_MODE = "change_mode"
    MOVE = "move"
    CANCEL = "cancel"
    FINISH = "finish"


S, A, TEAM, SYSTEM = VisitState, VisitAction, Role.TEAM, Role.SYSTEM

VISIT = Machine(
    name="visit",
    initial=S.PLANNING,
    table={
        (S.PLANNING, A.CONFIRM): Transition(S.CONFIRMED, by(TEAM)),
        (S.CONFIRMED, A.CONFIRM_REST): Transition(S.CONFIRMED, by(TEAM)),
        (S.PLANNING, A.EDIT): Transition(S.PLANNING, by(TEAM)),
        (S.CONFIRMED, A.EDIT): Transition(S.CONFIRMED, by(TEAM)),
        (S.PLANNING, A.CHANGE_MODE): Transition(S.PLANNING, by(TEAM)),
        (S.CONFIRMED, A.CHANGE_MODE): Transition(S.CONFIRMED, by(TEAM)),
        # Its sessions go to another day; this one ends as cancelled, since nothing is left on it.
        (S.PLANNING, A.MOVE): Transition(S.CANCELLED, by(TEAM)),
        (S.CONFIRMED, A.MOVE): Transition(S.CANCELLED, by(TEAM)),
        (S.PLANNING, A.CANCEL): Transition(S.CANCELLED, by(TEAM)),
        (S.CONFIRMED, A.CANCEL): Transition(S.CANCELLED, by(TEAM)),
        (S.CONFIRMED, A.FINISH): Transition(S.DONE, by(SYSTEM)),
    },
)

LIVE = frozenset({S.PLANNING, S.CONFIRMED})
"""States of a day that sessions can still be put on."""
