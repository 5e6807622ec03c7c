"""The day is one thing: held another way, or moved to another day, with everything on it, in one act."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Session, Visit, VisitTherapist
from passerelle.bookings.services import closing, locks, moving, visits
from passerelle.common.transactions import unit_of_work
from passerelle.domain.policies.planning import against_day
from passerelle.domain.refusals import Code, Problem, Refusal, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionAction, SessionState
from passerelle.domain.states.visit import LIVE, VISIT, VisitAction, VisitState
from passerelle.domain.text import require_nothing_personal
from passerelle.domain.time import Span, local_day, same_hour_on
from passerelle.domain.words import CancelReason, Mode

_AHEAD = frozenset({SessionState.SCHEDULED, SessionState.CONFIRMED})


@unit_of_work
def change_mode_of_day(
    *,
    visit_id: UUID,
    version: int,
    modes: Mapping[UUID, Mode],
    team_cannot_travel: bool | None = None,
    confirm: bool = False,
    gap_reasons: Mapping[UUID, str] | None = None,
    now: datetime,
    actor: Actor,
) -> Visit:
    """Each session of ``modes`` in person, remote or partner-led; who cannot work that way is let go.

    With ``confirm``, those that were confirmed are confirmed again at once where they are ready, so that everyone
    hears once; the others wait for "confirm the rest".
    """
    visit = locks.visit(visit_id, actor)
    VISIT.after(VisitState(visit.state), VisitAction.CHANGE_MODE, actor.roles())
    locks.require_version(visit, version)
    gaps = gap_reasons or {}
    require_nothing_personal(*(("gap_reasons", reason) for reason in gaps.values()), today=now.date())
    sessions = {session.id: session for session in locks.sessions_of(visit)}
    if modes.keys() - sessions.keys():
        raise locks.missing(at="sessions")
    changed = [session for session in sessions.values() if modes.get(session.id, session.mode) != session.mode]
    confirmed = [session for session in changed if session.state == SessionState.CONFIRMED]
    locks.shifts_of(changed)  # all of them at once, so that their order is the one of everyone
    if team_cannot_travel is not None:
        visit.team_cannot_travel = team_cannot_travel
    changes = Changes(actor, now)
    with changes.clashes_of(Q(session__in=changed)):
        for session in changed:
            moving.set_mode(session, modes[session.id], changes=changes)
    if confirm:
        visits.confirm_ready(visit, confirmed, gaps, changes)
    visit.changed("team_cannot_travel")
    changes.visit_plan(visit, "mode_changed")
    changes.tell()
    return visit


@unit_of_work
def move_day(
    *, visit_id: UUID, version: int, day: date, reason: CancelReason, note: str = "", now: datetime, actor: Actor
) -> Visit:
    """Every session still ahead goes to ``day``, at the same hour of its place; returns the visit of that day.

    Whoever said yes is asked again, before anyone else. The day left behind is cancelled with ``reason``, or done
    where something was held on it. Therapists are asked anew.
    """
    left, entered = _lock_both(visit_id, day, actor)
    after = VISIT.after(VisitState(left.state), VisitAction.MOVE, actor.roles())
    locks.require_version(left, version)
    require_nothing_personal(("note", note), today=now.date())
    _require_other_day(left, entered, day, now=now)
    sessions = [session for session in locks.sessions_of(left) if session.state in _AHEAD]
    if not sessions:
        raise refuse(Code.NOTHING_TO_MOVE)
    times = _times_on(day, sessions, now=now)
    changes = Changes(actor, now)
    entered = _ready_to_enter(left, entered, day, changes)
    locks.shifts_of(sessions)
    for session in sessions:
        span = times[session.id]
        moving.move(session, SessionAction.MOVE, starts_at=span.start, ends_at=span.end, visit=entered, changes=changes)
    _leave(left, after, reason=reason, note=note, changes=changes)
    changes.tell()
    return entered


def _lock_both(visit_id: UUID, day: date, actor: Actor) -> tuple[Visit, Visit | None]:
    """The day left and, where there is one, the day entered; locked by id."""
    zone = Visit.objects.filter(pk=visit_id).values_list("time_zone", flat=True).first()
    there = Visit.objects.filter(day=day, time_zone=zone).exclude(state=VisitState.CANCELLED)
    entered_id = there.values_list("id", flat=True).first() if zone is not None else None
    wanted = sorted({visit_id, entered_id or visit_id})
    rows = {visit.id: visit for visit in (locks.visit(pk, actor) for pk in wanted)}
    return rows[visit_id], rows[entered_id] if entered_id is not None else None


def _require_other_day(left: Visit, entered: Visit | None, day: date, *, now: datetime) -> None:
    if day == left.day:
        raise refuse(Code.SAME_DAY, at="day")
    if against := against_day(day, today=local_day(now, left.time_zone)):
        raise Refusal(*against)
    if entered is not None and entered.state not in LIVE:
        raise refuse(Code.VISIT_CLOSED, at="day")


def _times_on(day: date, sessions: Iterable[Session], *, now: datetime) -> dict[UUID, Span]:
    """The same hours on ``day``; every session whose hour the clocks skip or show twice there is named."""
    times, against = {}, []
    for session in sessions:
        match same_hour_on(session.starts_at, day, session.group.site.time_zone):
            case [start]:
                times[session.id] = Span(start, start + Span(session.starts_at, session.ends_at).length)
            case found:
                against.append(_no_one_hour(session, Code.HOUR_TWICE if found else Code.HOUR_SKIPPED))
    if against:
        raise Refusal(*against)
    if any(span.start <= now for span in times.values()):
        raise refuse(Code.IN_THE_PAST, at="day")
    return times


def _no_one_hour(session: Session, code: Code) -> Problem:
    site = session.group.site
    wall = session.starts_at.astimezone(ZoneInfo(site.time_zone))
    return problem(code, at="day", time=f"{wall:%H:%M}", place=site.name)


def _ready_to_enter(left: Visit, entered: Visit | None, day: date, changes: Changes) -> Visit:
    """The visit of ``day``, planned like the one left where there is none. Who left the team meanwhile does not come along."""
    deputy = left.deputy if left.deputy is not None and left.deputy.active else None
    found = entered or Visit.objects.create(day=day, time_zone=left.time_zone, deputy=deputy, duty_phone=left.duty_phone)
    down = VisitTherapist.objects.filter(visit=left, member__active=True)
    visits.ask_therapists(found, down.values_list("member_id", flat=True))
    if entered is None:
        changes.visit(found, "planned")
    else:
        found.changed()
        changes.visit_plan(found, "therapists")
    return found


def _leave(left: Visit, after: VisitState, *, reason: CancelReason, note: str, changes: Changes) -> None:
    closing.finish_when_all_closed(left, changes=changes)
    if left.state != VisitState.DONE:
        left.state, left.cancel_reason, left.cancel_note = after, reason, note
        left.changed("state", "cancel_reason", "cancel_note")
        changes.visit(left, "moved")
