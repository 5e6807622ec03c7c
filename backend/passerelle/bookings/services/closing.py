"""A session ends: withdrawn, declined, cancelled, or held and closed out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.services import locks, places
from passerelle.common.models import all_changed
from passerelle.common.transactions import unit_of_work
from passerelle.domain.pay import may_be_missed
from passerelle.domain.refusals import Code, refuse
from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.offer import WAITING
from passerelle.domain.states.session import CLOSED, SESSION, SessionAction, SessionState
from passerelle.domain.states.shift import LIVE, SHIFT, ShiftAction, ShiftState
from passerelle.domain.states.visit import VISIT, VisitAction, VisitState
from passerelle.domain.text import require_nothing_personal
from passerelle.domain.words import CancelReason, Pay, PayOutcome, ShiftOutcome

_ACTION_OF = {
    ShiftOutcome.WORKED: ShiftAction.RECORD_WORKED,
    ShiftOutcome.CAME_NOT_NEEDED: ShiftAction.RECORD_WORKED,
    ShiftOutcome.MISSED: ShiftAction.RECORD_MISSED,
}


def close(session: Session, action: SessionAction, *, reason: str, note: str, changes: Changes) -> None:
    """End a session before it was held: every place is cancelled and everyone told.

    The caller holds the locks of its visit and of the session, and tells the changes.
    """
    close_all([session], action, reason=reason, note=note, changes=changes)
    finish_when_all_closed(session.visit, changes=changes)


def close_all(sessions: Sequence[Session], action: SessionAction, *, reason: str, note: str, changes: Changes) -> None:
    """``close`` for each, in as many statements as for one. The caller calls ``finish_when_all_closed``."""
    for session in sessions:
        roles = changes.actor.roles(agency_id=session.agency_id)
        session.state = SESSION.after(SessionState(session.state), action, roles)
        session.reason_code, session.reason_note, session.proposed_change = reason, note, None
    require_nothing_personal(("note", note), today=changes.now.date())
    all_changed(sessions, "state", "reason_code", "reason_note", "proposed_change")
    if sessions:  # one act leads all of them to one state
        changes.sessions(sessions, sessions[0].state)
    # The places follow their sessions, whoever ended those.
    shifts = [shift for shift in locks.shifts_of(sessions) if shift.state in LIVE]
    by_id = {session.id: session for session in sessions}
    for shift in shifts:
        shift.session = by_id[shift.session_id]
    places.cancel(shifts, roles=places.SYSTEM, changes=changes)


@unit_of_work
def cancel_session(*, session_id: UUID, reason: CancelReason, note: str = "", now: datetime, actor: Actor) -> Session:
    """The team cancels one session; its partner and everyone booked for it are told why."""
    session = locks.session_on_visit(session_id, actor)
    changes = Changes(actor, now)
    close(session, SessionAction.CANCEL, reason=reason, note=note, changes=changes)
    changes.tell()
    return session


@unit_of_work
def close_session(
    *,
    session_id: UUID,
    outcomes: Mapping[UUID, ShiftOutcome],
    debrief_offered: bool | None = None,
    now: datetime,
    actor: Actor,
) -> Session:
    """Close out a session that was held. ``outcomes`` says for every confirmed shift whether its interpreter came.

    ``debrief_offered`` is of the session: never what was said in it, never of a person.
    """
    session = locks.session_on_visit(session_id, actor)
    after = SESSION.after(SessionState(session.state), SessionAction.CLOSE, actor.roles(agency_id=session.agency_id))
    if now < session.starts_at:
        raise refuse(Code.NOT_OVER_YET)
    shifts = locks.shifts_of([session])
    confirmed = {shift.id for shift in shifts if shift.state == ShiftState.CONFIRMED}
    if confirmed != set(outcomes):
        raise refuse(Code.OUTCOMES_MISSING, at="shifts")
    changes = Changes(actor, now)
    for shift in shifts:
        _close_shift(shift, outcomes.get(shift.id), session=session, changes=changes)
    session.state, session.debrief_offered = after, debrief_offered
    session.changed("state", "debrief_offered")
    changes.session(session, session.state)
    finish_when_all_closed(session.visit, changes=changes)
    changes.tell()
    return session


def _close_shift(shift: Shift, outcome: ShiftOutcome | None, *, session: Session, changes: Changes) -> None:
    if outcome is ShiftOutcome.MISSED and not may_be_missed(Pay(shift.pay)):
        raise refuse(Code.VOLUNTEER_NEVER_MISSED, at="shifts")
    if outcome is ShiftOutcome.LET_GO or shift.state == ShiftState.TAKEN:
        shift.session = session
        places.cancel([shift], roles=places.SYSTEM, changes=changes)
        return
    if outcome is not None:
        shift.state = SHIFT.after(ShiftState(shift.state), _ACTION_OF[outcome], changes.actor.roles())
        came = outcome is not ShiftOutcome.MISSED
        shift.pay_outcome = (PayOutcome.FEE if shift.pay == Pay.PAID else PayOutcome.EXPENSES) if came else PayOutcome.NONE
        shift.outcome_recorded_by_id = changes.actor.user_id
    elif shift.state == ShiftState.OPEN:
        shift.state = SHIFT.after(ShiftState.OPEN, ShiftAction.EXPIRE, places.SYSTEM)
        shift.promised_to_id = shift.promised_until = None
    else:
        return
    shift.changed("state", "promised_to", "promised_until", "pay_outcome", "outcome_recorded_by")
    changes.shift(shift, shift.state, session=session)
    places.stand_everyone_down([shift], roles=places.SYSTEM, changes=changes, states=WAITING)


@unit_of_work
def cancel_visit(*, visit_id: UUID, reason: CancelReason, note: str = "", now: datetime, actor: Actor) -> Visit:
    """The day is one thing: cancel it, and every session on it that is not closed yet."""
    visit = locks.visit(visit_id, actor)
    after = VISIT.after(VisitState(visit.state), VisitAction.CANCEL, actor.roles())
    require_nothing_personal(("note", note), today=now.date())
    changes = Changes(actor, now)
    still_on = [session for session in locks.sessions_of(visit) if session.state not in CLOSED]
    close_all(still_on, SessionAction.CANCEL, reason=reason, note=note, changes=changes)
    finish_when_all_closed(visit, changes=changes)
    if visit.state != VisitState.DONE:  # where something was held already, the rest being cancelled ends the day as done
        visit.state, visit.cancel_reason, visit.cancel_note = after, reason, note
        visit.changed("state", "cancel_reason", "cancel_note")
        changes.visit(visit, visit.state)
    changes.tell()
    return visit


def finish_when_all_closed(visit: Visit | None, *, changes: Changes) -> None:
    """The system ends a confirmed day once its last session is closed. The caller holds the visit's lock."""
    if visit is None or visit.state != VisitState.CONFIRMED:
        return
    states = set(Session.objects.filter(visit=visit).values_list("state", flat=True))
    # A day on which nothing was held is not done: the team cancels it.
    if not states <= CLOSED or SessionState.HELD not in states:
        return
    visit.state = VISIT.after(VisitState.CONFIRMED, VisitAction.FINISH, frozenset({Role.SYSTEM}))
    visit.changed("state")
    changes.visit(visit, visit.state)
