"""The day: planned, staffed with therapists, confirmed in one act."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from passerelle.accounts.models import TeamMember
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift, Visit, VisitTherapist
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import locks, places
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain import readiness
from passerelle.domain.refusals import Code, Refusal, refuse
from passerelle.domain.roles import MAY_OVERRIDE, Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SESSION, SessionAction, SessionState
from passerelle.domain.states.shift import SHIFT, ShiftAction, ShiftState
from passerelle.domain.states.visit import VISIT, VisitAction, VisitState
from passerelle.domain.text import against_phone, require_no_contact
from passerelle.domain.words import TherapistAnswer


@unit_of_work
def plan_visit(
    *,
    day: date,
    time_zone: str,
    therapist_ids: Sequence[UUID] = (),
    deputy_id: UUID | None = None,
    now: datetime,
    actor: Actor,
) -> Visit:
    """A day the team means to go. Therapists are asked; their yes is recorded one by one."""
    require_team(actor)
    members = list(TeamMember.objects.filter(id__in=therapist_ids, active=True))
    if len(members) != len(set(therapist_ids)):
        raise locks.missing(at="therapists")
    if deputy_id is not None:
        _require_deputy(deputy_id, actor)
    if Visit.objects.filter(day=day, time_zone=time_zone).exclude(state=VisitState.CANCELLED).exists():
        raise refuse(Code.DAY_TAKEN, at="day")
    visit = Visit.objects.create(day=day, time_zone=time_zone, deputy_id=deputy_id, duty_phone=_last_duty_phone())
    VisitTherapist.objects.bulk_create(VisitTherapist(visit=visit, member=member) for member in members)
    changes = Changes(actor, now)
    changes.visit(visit, "planned")
    changes.tell()
    return visit


def _last_duty_phone() -> str:
    """The team's phone for the day is mostly the same one: a new day begins with that of the last."""
    known = Visit.objects.exclude(duty_phone="").order_by("-day").values_list("duty_phone", flat=True)
    return known.first() or ""


@unit_of_work
def set_duty_phone(*, visit_id: UUID, phone: str, now: datetime, actor: Actor) -> Visit:
    """The number partners and interpreters call on the day; empty takes it away. Shown once a session is confirmed."""
    visit = locks.visit(visit_id, actor)
    VISIT.after(VisitState(visit.state), VisitAction.EDIT, actor.roles())
    phone = " ".join(phone.split())
    if phone and (found := against_phone(phone, at="phone")):
        raise Refusal(*found)
    visit.duty_phone = phone
    visit.changed("duty_phone")
    changes = Changes(actor, now)
    changes.visit_plan(visit, "duty_phone")
    changes.duty(locks.sessions_of(visit), "duty_phone")
    changes.tell()
    return visit


def _require_deputy(member_id: UUID, actor: Actor) -> None:
    """Someone of the team, and not who plans the day: the deputy overrides hard rules, which who books must not."""
    if not TeamMember.objects.filter(pk=member_id, active=True).exists():
        raise locks.missing(at="deputy")
    if member_id == actor.team_member_id and actor.team_role not in MAY_OVERRIDE:
        raise refuse(Code.NOT_OWN_DEPUTY, at="deputy")


@unit_of_work
def record_therapist_answer(*, visit_id: UUID, member_id: UUID, answer: TherapistAnswer, now: datetime, actor: Actor) -> Visit:
    """A therapist's yes or no to a day, given by themselves or recorded by a colleague."""
    visit = locks.visit(visit_id, actor)
    VISIT.after(VisitState(visit.state), VisitAction.EDIT, actor.roles())
    if not TeamMember.objects.filter(pk=member_id, active=True).exists():
        raise locks.missing(at="therapist")
    VisitTherapist.objects.update_or_create(visit=visit, member_id=member_id, defaults={"answer": answer})
    visit.changed()
    changes = Changes(actor, now)
    changes.visit_plan(visit, "therapists")
    changes.duty(locks.sessions_of(visit), "therapists")
    changes.tell()
    return visit


@unit_of_work
def confirm_day(
    *,
    visit_id: UUID,
    version: int,
    gap_reasons: Mapping[UUID, str] | None = None,
    therapists_reason: str = "",
    now: datetime,
    actor: Actor,
) -> Visit:
    """Confirm every session that is ready, in one act; later again for the rest, telling only the newly confirmed."""
    visit = locks.visit(visit_id, actor)
    first = visit.state == VisitState.PLANNING
    action = VisitAction.CONFIRM if first else VisitAction.CONFIRM_REST
    after = VISIT.after(VisitState(visit.state), action, actor.roles())
    locks.require_version(visit, version)
    gaps = gap_reasons or {}
    require_no_contact(("therapists_reason", therapists_reason), *(("gap_reasons", reason) for reason in gaps.values()))
    _require_therapists(visit, therapists_reason)
    changes = Changes(actor, now)
    confirmed = _confirm_ready_sessions(visit, gaps, changes)
    if not confirmed:
        raise refuse(Code.NOTHING_TO_CONFIRM)
    visit.state, visit.confirmed_at = after, visit.confirmed_at or now
    visit.therapists_reason = therapists_reason or visit.therapists_reason
    visit.changed("state", "confirmed_at", "therapists_reason")
    if first:
        changes.visit(visit, "confirmed")
    else:
        changes.visit_plan(visit, "confirmed_rest")
    changes.tell()
    return visit


def _require_therapists(visit: Visit, reason: str) -> None:
    said_yes = VisitTherapist.objects.filter(visit=visit, answer=TherapistAnswer.YES).count()
    if said_yes < readiness.THERAPISTS_NEEDED and not (reason.strip() or visit.therapists_reason):
        raise refuse(Code.THERAPISTS_MISSING, at="therapists_reason")


def _confirm_ready_sessions(visit: Visit, gap_reasons: Mapping[UUID, str], changes: Changes) -> list[Session]:
    sessions = [s for s in locks.sessions_of(visit) if s.state == SessionState.SCHEDULED]
    shifts = locks.shifts_of(sessions)
    needing = facts.undecided_hard_rules(shifts, sessions)
    confirmed = []
    for session in sessions:
        own = [shift for shift in shifts if shift.session_id == session.id]
        seen = facts.session_facts(session, own, needing)
        reason = gap_reasons.get(session.id, "")
        if not readiness.blocks(seen, gap_reason=reason):
            _confirm_session(session, own, seen, reason, changes)
            confirmed.append(session)
    return confirmed


def _confirm_session(
    session: Session, shifts: list[Shift], seen: readiness.SessionFacts, gap_reason: str, changes: Changes
) -> None:
    session.state = SESSION.after(SessionState(session.state), SessionAction.CONFIRM, changes.actor.roles())
    session.gap_reason = gap_reason
    session.confirmed_with = [note.code for note in readiness.warnings(seen)]
    session.changed("state", "gap_reason", "confirmed_with")
    changes.session(session, "confirmed")
    for shift in shifts:
        if shift.state == ShiftState.TAKEN:
            _confirm_shift(shift, session, changes)


def _confirm_shift(shift: Shift, session: Session, changes: Changes) -> None:
    """The holder is confirmed. Who has not answered is told that they are not needed; the reserves stay on standby."""
    shift.state = SHIFT.after(ShiftState(shift.state), ShiftAction.CONFIRM, changes.actor.roles())
    shift.changed("state")
    changes.shift(shift, "confirmed", session=session)
    for offer in Offer.objects.filter(shift=shift, state=OfferState.ASKED):
        places.stand_down(offer, roles=changes.actor.roles(), changes=changes)
