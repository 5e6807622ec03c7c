"""The life of an offer: one shift put to one interpreter, and their answer."""

from enum import StrEnum

from passerelle.domain.roles import Role
from passerelle.domain.states.machine import Machine, Transition, by


class OfferState(StrEnum):
    NEW = "new"
    ASKED = "asked"
    ACCEPTED = "accepted"
    RESERVE = "reserve"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    STOOD_DOWN = "stood_down"


class OfferAction(StrEnum):
    ASK = "ask"
    ACCEPT = "accept"
    STAND_BY = "stand_by"
    DECLINE = "decline"
    UNDO = "undo"
    ASK_AGAIN = "ask_again"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"
    STAND_DOWN = "stand_down"


S, A = OfferState, OfferAction
INTERPRETER, TEAM, SYSTEM = Role.INTERPRETER, Role.TEAM, Role.SYSTEM

OFFER = Machine(
    name="offer",
    initial=S.NEW,
    table={
        (S.NEW, A.ASK): Transition(S.ASKED, by(TEAM, SYSTEM)),
        # "Said yes by phone": the recorder is named, and the person can tap "not me" (withdraw).
        (S.NEW, A.ACCEPT): Transition(S.ACCEPTED, by(TEAM)),
        (S.ASKED, A.ACCEPT): Transition(S.ACCEPTED, by(INTERPRETER, TEAM)),
        (S.ASKED, A.STAND_BY): Transition(S.RESERVE, by(INTERPRETER, TEAM)),
        (S.ASKED, A.DECLINE): Transition(S.DECLINED, by(INTERPRETER, TEAM)),
        (S.ASKED, A.LAPSE): Transition(S.LAPSED, by(SYSTEM)),
        # Changed her mind while the shift is live; the team may record that from the phone as well.
        (S.DECLINED, A.ACCEPT): Transition(S.ACCEPTED, by(INTERPRETER, TEAM)),
        (S.DECLINED, A.STAND_BY): Transition(S.RESERVE, by(INTERPRETER, TEAM)),
        (S.LAPSED, A.ACCEPT): Transition(S.ACCEPTED, by(INTERPRETER, TEAM)),
        (S.LAPSED, A.STAND_BY): Transition(S.RESERVE, by(INTERPRETER, TEAM)),
        (S.WITHDRAWN, A.ASK): Transition(S.ASKED, by(TEAM)),
        (S.STOOD_DOWN, A.ASK): Transition(S.ASKED, by(TEAM)),
        (S.WITHDRAWN, A.ACCEPT): Transition(S.ACCEPTED, by(TEAM)),
        (S.STOOD_DOWN, A.ACCEPT): Transition(S.ACCEPTED, by(TEAM)),
        (S.ACCEPTED, A.UNDO): Transition(S.ASKED, by(INTERPRETER)),
        (S.RESERVE, A.UNDO): Transition(S.ASKED, by(INTERPRETER)),
        (S.DECLINED, A.UNDO): Transition(S.ASKED, by(INTERPRETER)),
        # First refusal: the first reserve when a holder leaves, the holder when the session moves.
        (S.RESERVE, A.ASK_AGAIN): Transition(S.ASKED, by(SYSTEM)),
        (S.ACCEPTED, A.ASK_AGAIN): Transition(S.ASKED, by(SYSTEM)),
        (S.ASKED, A.ASK_AGAIN): Transition(S.ASKED, by(SYSTEM)),
        # A reserve says yes again after first refusal; the team alone may give the place directly.
        (S.RESERVE, A.ACCEPT): Transition(S.ACCEPTED, by(TEAM)),
        (S.ACCEPTED, A.WITHDRAW): Transition(S.WITHDRAWN, by(INTERPRETER, TEAM)),
        (S.RESERVE, A.WITHDRAW): Transition(S.WITHDRAWN, by(INTERPRETER, TEAM)),
        (S.ASKED, A.STAND_DOWN): Transition(S.STOOD_DOWN, by(TEAM, SYSTEM)),
        (S.ACCEPTED, A.STAND_DOWN): Transition(S.STOOD_DOWN, by(TEAM, SYSTEM)),
        (S.RESERVE, A.STAND_DOWN): Transition(S.STOOD_DOWN, by(TEAM, SYSTEM)),
    },
)

WAITING = frozenset({S.ASKED, S.RESERVE})
"""States that are set aside while their interpreter holds an overlapping shift, and revive when freed."""
LIVE = frozenset({S.ASKED, S.ACCEPTED, S.RESERVE})
