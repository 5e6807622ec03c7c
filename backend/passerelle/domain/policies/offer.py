"""What the world around an offer allows: the state table says what an answer may become, this says whether now.

One function serves both the service that refuses and the API that leaves the button out.
"""

from dataclasses import dataclass
from datetime import datetime

from passerelle.domain.refusals import Code, Problem, Refusal, _, problem
from passerelle.domain.roles import Role
from passerelle.domain.states.offer import OFFER, OfferAction, OfferState
from passerelle.domain.states.shift import HELD, LIVE, ShiftState


@dataclass(frozen=True, slots=True)
class OfferContext:
    """One offer and what matters around it at ``now``."""

    state: OfferState
    shift_state: ShiftState
    promised_to_another: bool
    """A first refusal of somebody else is running."""
    clashes: bool
    """The interpreter holds an overlapping shift."""
    undo_until: datetime | None
    now: datetime
    too_far: bool = False
    """The interpreter holds a shift from which there is too little time to get there."""
    begun: bool = False
    """The session has begun: who came, and who did not, is for the team to record."""


_HELD_BY_ANOTHER = _("Somebody else has this place by now. Look at who, then choose again.")
"""For the team, who are not on standby themselves."""


def _place_is_free(ctx: OfferContext, *, by_team: bool) -> Problem | None:
    if ctx.shift_state not in LIVE:
        return problem(Code.SHIFT_CLOSED)
    if ctx.shift_state in HELD or (ctx.promised_to_another and not by_team):
        return Problem(Code.PLACE_TAKEN, _HELD_BY_ANOTHER) if by_team else problem(Code.PLACE_TAKEN)
    return None


def _accept(ctx: OfferContext, *, by_team: bool) -> Problem | None:
    return _place_is_free(ctx, by_team=by_team) or _set_aside(ctx)


def _set_aside(ctx: OfferContext) -> Problem | None:
    if ctx.clashes:
        return problem(Code.CLASH)
    return problem(Code.NO_TIME_TO_TRAVEL) if ctx.too_far else None


def _stand_by(ctx: OfferContext, *, by_team: bool) -> Problem | None:
    if ctx.shift_state not in LIVE:
        return problem(Code.SHIFT_CLOSED)
    if _place_is_free(ctx, by_team=by_team) is None:
        return problem(Code.PLACE_OPEN)
    return _set_aside(ctx)


def _undo(ctx: OfferContext, *, by_team: bool) -> Problem | None:
    confirmed = ctx.state is OfferState.ACCEPTED and ctx.shift_state is ShiftState.CONFIRMED
    if confirmed or ctx.undo_until is None or ctx.now > ctx.undo_until:
        return problem(Code.TOO_LATE_TO_UNDO)
    return None if ctx.shift_state in LIVE else problem(Code.SHIFT_CLOSED)


def _while_live(ctx: OfferContext, *, by_team: bool) -> Problem | None:
    return None if ctx.shift_state in LIVE else problem(Code.SHIFT_CLOSED)


def _stand_down(ctx: OfferContext, *, by_team: bool) -> Problem | None:
    """What closes a place lets everybody on it go; the team has nobody to let go once it is closed."""
    return _while_live(ctx, by_team=by_team) if by_team else None


POLICIES = {
    OfferAction.ACCEPT: _accept,
    OfferAction.STAND_BY: _stand_by,
    OfferAction.UNDO: _undo,
    OfferAction.DECLINE: _while_live,
    OfferAction.WITHDRAW: _while_live,
    OfferAction.STAND_DOWN: _stand_down,
    OfferAction.ASK: _while_live,
}


_NOT_ONCE_BEGUN = frozenset({OfferAction.ACCEPT, OfferAction.STAND_BY, OfferAction.UNDO, OfferAction.WITHDRAW})


def what_stands_against(action: OfferAction, ctx: OfferContext, *, by_team: bool) -> Problem | None:
    policy = POLICIES.get(action)
    against = policy(ctx, by_team=by_team) if policy else None
    if against is None and ctx.begun and not by_team and action in _NOT_ONCE_BEGUN:
        return problem(Code.SESSION_BEGUN)
    return against


def possible(ctx: OfferContext, roles: frozenset[Role]) -> list[OfferAction]:
    """The actions to show as buttons: open to these roles in this state, with nothing standing against them."""
    by_team = Role.TEAM in roles
    return [a for a in OFFER.possible(ctx.state, roles) if what_stands_against(a, ctx, by_team=by_team) is None]


def require(action: OfferAction, ctx: OfferContext, roles: frozenset[Role]) -> OfferState:
    """The state after ``action``, or the refusal that names what stands against it."""
    after = OFFER.after(ctx.state, action, roles)
    if against := what_stands_against(action, ctx, by_team=Role.TEAM in roles):
        raise Refusal(against)
    return after
