"""The life of a session: one meeting of a group on a visit."""

from enum import StrEnum

from passerelle.domain.roles import Role
from passerelle.domain.states.machine import Machine, Transition, by


class SessionState(StrEnum):
    DRAFT = "draft"
    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    HELD = "held"


class SessionAction(StrEnum):
    EDIT = "edit"
    SUBMIT = "submit"
    DISCARD = "discard"
    SCHEDULE = "schedule"
    DECLINE = "decline"
    EDIT_DETAILS = "edit_details"
    CONFIRM = "confirm"
    PROPOSE_CHANGE = "propose_change"
    WITHDRAW_CHANGE = "withdraw_change"
    ACCEPT_CHANGE = "accept_change"
    REFUSE_CHANGE = "refuse_change"
    OPEN_SHIFT = "open_shift"
    MOVE = "move"
    CHANGE_MODE = "change_mode"
    CHOOSE_TOLD = "choose_told"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    CLOSE = "close"


S, A, PARTNER, TEAM = SessionState, SessionAction, Role.PARTNER, Role.TEAM

SESSION = Machine(
    name="session",
    initial=S.DRAFT,
    table={
        (S.DRAFT, A.SUBMIT): Transition(S.REQUESTED, by(PARTNER, TEAM)),
        (S.DRAFT, A.EDIT): Transition(S.DRAFT, by(PARTNER, TEAM)),
        # What was never sent leaves nothing behind: the row goes.
        (S.DRAFT, A.DISCARD): Transition(S.DRAFT, by(PARTNER, TEAM)),
        (S.REQUESTED, A.SCHEDULE): Transition(S.SCHEDULED, by(TEAM)),
        (S.REQUESTED, A.DECLINE): Transition(S.DECLINED, by(TEAM)),
        (S.SCHEDULED, A.CONFIRM): Transition(S.CONFIRMED, by(TEAM)),
        # What it is about and who is there for it binds nobody to come: written anew until it was held.
        (S.REQUESTED, A.EDIT_DETAILS): Transition(S.REQUESTED, by(PARTNER, TEAM)),
        (S.SCHEDULED, A.EDIT_DETAILS): Transition(S.SCHEDULED, by(PARTNER, TEAM)),
        (S.CONFIRMED, A.EDIT_DETAILS): Transition(S.CONFIRMED, by(PARTNER, TEAM)),
        # Another time is a proposal; the team's answer decides. The team may write it down for a partner on the phone.
        (S.REQUESTED, A.PROPOSE_CHANGE): Transition(S.REQUESTED, by(PARTNER, TEAM)),
        (S.SCHEDULED, A.PROPOSE_CHANGE): Transition(S.SCHEDULED, by(PARTNER, TEAM)),
        (S.CONFIRMED, A.PROPOSE_CHANGE): Transition(S.CONFIRMED, by(PARTNER, TEAM)),
        # Until it is answered it can be taken back, and what was agreed stands.
        (S.REQUESTED, A.WITHDRAW_CHANGE): Transition(S.REQUESTED, by(PARTNER, TEAM)),
        (S.SCHEDULED, A.WITHDRAW_CHANGE): Transition(S.SCHEDULED, by(PARTNER, TEAM)),
        (S.CONFIRMED, A.WITHDRAW_CHANGE): Transition(S.CONFIRMED, by(PARTNER, TEAM)),
        (S.REQUESTED, A.ACCEPT_CHANGE): Transition(S.REQUESTED, by(TEAM)),
        (S.SCHEDULED, A.ACCEPT_CHANGE): Transition(S.SCHEDULED, by(TEAM)),
        # Where only the number of people changes, nobody has to be asked again: the service keeps it confirmed.
        (S.CONFIRMED, A.ACCEPT_CHANGE): Transition(S.SCHEDULED, by(TEAM)),
        (S.REQUESTED, A.REFUSE_CHANGE): Transition(S.REQUESTED, by(TEAM)),
        (S.SCHEDULED, A.REFUSE_CHANGE): Transition(S.SCHEDULED, by(TEAM)),
        (S.CONFIRMED, A.REFUSE_CHANGE): Transition(S.CONFIRMED, by(TEAM)),
        (S.SCHEDULED, A.OPEN_SHIFT): Transition(S.SCHEDULED, by(TEAM)),
        (S.CONFIRMED, A.OPEN_SHIFT): Transition(S.CONFIRMED, by(TEAM)),
        (S.SCHEDULED, A.MOVE): Transition(S.SCHEDULED, by(TEAM)),
        (S.CONFIRMED, A.MOVE): Transition(S.SCHEDULED, by(TEAM)),
        (S.SCHEDULED, A.CHANGE_MODE): Transition(S.SCHEDULED, by(TEAM)),
        (S.CONFIRMED, A.CHANGE_MODE): Transition(S.SCHEDULED, by(TEAM)),
        (S.REQUESTED, A.CHOOSE_TOLD): Transition(S.REQUESTED, by(PARTNER, TEAM)),
        (S.SCHEDULED, A.CHOOSE_TOLD): Transition(S.SCHEDULED, by(PARTNER, TEAM)),
        (S.CONFIRMED, A.CHOOSE_TOLD): Transition(S.CONFIRMED, by(PARTNER, TEAM)),
        (S.REQUESTED, A.WITHDRAW): Transition(S.WITHDRAWN, by(PARTNER, TEAM)),
        (S.SCHEDULED, A.WITHDRAW): Transition(S.WITHDRAWN, by(PARTNER, TEAM)),
        (S.CONFIRMED, A.WITHDRAW): Transition(S.WITHDRAWN, by(PARTNER, TEAM)),
        (S.SCHEDULED, A.CANCEL): Transition(S.CANCELLED, by(TEAM)),
        (S.CONFIRMED, A.CANCEL): Transition(S.CANCELLED, by(TEAM)),
        (S.CONFIRMED, A.CLOSE): Transition(S.HELD, by(TEAM)),
    },
)

CLOSED = frozenset({S.DECLINED, S.WITHDRAWN, S.CANCELLED, S.HELD})
"""States in which nothing more happens to a session."""
OPEN = frozenset(S) - CLOSED
"""The others: something is still to come of it."""
CALLED_OFF = frozenset({S.WITHDRAWN, S.CANCELLED})
"""It was to take place and does not: its places went with it."""
ON_A_VISIT = frozenset({S.SCHEDULED, S.CONFIRMED, S.HELD})
"""States in which a session belongs to a visit."""
