"""The day: planned, staffed with therapists, confirmed in one act."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from passerelle.accounts.models import TeamMember
from passerelle.bookings.events import Changes
from passerelle.bookings.models import Offer, Session, Shift, Visit, VisitTherapist
from passerelle.bookings.selectors import facts
from passerelle.bookings.services import locks, places
from passerelle.common.models import all_changed
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain import readiness
from passerelle.domain.geography import against_zone
from passerelle.domain.policies.planning import against_day
from passerelle.domain.refusals import Code, Refusal, refuse
from passerelle.domain.roles import MAY_OVERRIDE, Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import ON_A_VISIT, SESSION, SessionAction, SessionState
from passerelle.domain.states.shift import LIVE, SHIFT, ShiftAction, ShiftState
from passerelle.domain.states.visit import VISIT, VisitAction, VisitState
from passerelle.domain.text import against_phone, require_nothing_personal
from passerelle.domain.time import local_day
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
    if against := against_zone(time_zone, at="time_zone"):
        raise Refusal(*against)
    _require_active(therapist_ids)
    if deputy_id is not None:
        _require_deputy(deputy_id, actor)
    require_free_day(day, time_zone, now=now)
    visit = Visit.objects.create(day=day, time_zone=time_zone, deputy_id=deputy_id, duty_phone=_last_duty_phone())
    ask_therapists(visit, therapist_ids)
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
    if visit.duty_phone == phone:
        return visit
    visit.duty_phone = phone
    visit.changed("duty_phone")
    changes = Changes(actor, now)
    changes.visit_plan(visit, "duty_phone")
    changes.duty(locks.sessions_of(visit), "duty_phone")
    changes.tell()
    return visit


def _put_down(visit: Visit, therapist_ids: Sequence[UUID], *, anew: bool) -> bool:
    """Those and nobody else are down for the day, ``anew`` with no answer yet. Whether a yes went with it."""
    down = VisitTherapist.objects.filter(visit=visit)
    gone = down.exclude(member__in=therapist_ids)
    fewer_go = gone.filter(answer=TherapistAnswer.YES).exists()
    gone.delete()
    if anew:
        down.update(answer=TherapistAnswer.ASKED)
    ask_therapists(visit, therapist_ids)
    return fewer_go


def _require_deputy(member_id: UUID, actor: Actor) -> None:
    """Someone of the team, and not who plans the day: the deputy overrides hard rules, which who books must not."""
    if not TeamMember.objects.filter(pk=member_id, active=True).exists():
        raise locks.missing(at="deputy")
    if member_id == actor.team_member_id and actor.team_role not in MAY_OVERRIDE:
        raise refuse(Code.NOT_OWN_DEPUTY, at="deputy")


def _require_active(therapist_ids: Collection[UUID]) -> None:
    """Who is put to a day is active in the team."""
    if TeamMember.objects.filter(id__in=therapist_ids, active=True).count() != len(set(therapist_ids)):
        raise locks.missing(at="therapists")


def require_free_day(day: date, time_zone: str, *, now: datetime) -> None:
    """A day to come, as reckoned at ``time_zone``, within a year, and on which no other visit is."""
    if against := against_day(day, today=local_day(now, time_zone)):
        raise Refusal(*against)
    if Visit.objects.filter(day=day, time_zone=time_zone).exclude(state=VisitState.CANCELLED).exists():
        raise refuse(Code.DAY_TAKEN, at="day")


def ask_therapists(visit: Visit, member_ids: Iterable[UUID]) -> None:
    """Put members to a day who are not down for it yet; their answers are open."""
    known = set(VisitTherapist.objects.filter(visit=visit).values_list("member_id", flat=True))
    new = [VisitTherapist(visit=visit, member_id=member_id) for member_id in sorted(set(member_ids) - known)]
    VisitTherapist.objects.bulk_create(new)


@unit_of_work
def edit_visit(
    *,
    visit_id: UUID,
    version: int,
    day: date,
    therapist_ids: Sequence[UUID],
    deputy_id: UUID | None,
    team_cannot_travel: bool,
    now: datetime,
    actor: Actor,
) -> Visit:
    """The day as it should be. Who stays down for it keeps their answer; on another day everyone is asked anew."""
    visit = locks.visit(visit_id, actor)
    VISIT.after(VisitState(visit.state), VisitAction.EDIT, actor.roles())
    locks.require_version(visit, version)
    _require_active(therapist_ids)
    other_day, other_deputy = day != visit.day, deputy_id != visit.deputy_id
    if other_deputy and deputy_id is not None:
        _require_deputy(deputy_id, actor)
    if other_day:
        _require_nothing_on(visit)
        require_free_day(day, visit.time_zone, now=now)
    fewer_go = _put_down(visit, therapist_ids, anew=other_day)
    visit.day, visit.deputy_id, visit.team_cannot_travel = day, deputy_id, team_cannot_travel
    visit.changed("day", "deputy", "team_cannot_travel")
    changes = Changes(actor, now)
    (changes.visit if other_day else changes.visit_plan)(visit, "edited")
    if fewer_go:
        changes.duty(locks.sessions_of(visit), "therapists")
    if other_deputy:
        _tell_deputies(visit, changes)
    changes.tell()
    return visit


def _require_nothing_on(visit: Visit) -> None:
    if Session.objects.filter(visit=visit, state__in=ON_A_VISIT).exists():
        raise refuse(Code.DAY_HAS_SESSIONS, at="day")


def _tell_deputies(visit: Visit, changes: Changes) -> None:
    """Who may decide on a hard rule changed: the places read differently for the old deputy and the new one."""
    for shift in Shift.objects.filter(session__visit=visit, state__in=LIVE).order_by("id"):
        changes.shift_detail(shift, "deputy")


@unit_of_work
def record_therapist_answer(*, visit_id: UUID, member_id: UUID, answer: TherapistAnswer, now: datetime, actor: Actor) -> Visit:
    """A therapist's yes or no to a day, given by themselves or recorded by a colleague."""
    visit = locks.visit(visit_id, actor)
    VISIT.after(VisitState(visit.state), VisitAction.EDIT, actor.roles())
    if not TeamMember.objects.filter(pk=member_id, active=True).exists():
        raise locks.missing(at="therapist")
    going = VisitTherapist.objects.filter(visit=visit, answer=TherapistAnswer.YES)
    went = set(going.values_list("member_id", flat=True))
    VisitTherapist.objects.update_or_create(visit=visit, member_id=member_id, defaults={"answer": answer})
    visit.changed()
    changes = Changes(actor, now)
    changes.visit_plan(visit, "therapists")
    if went != set(going.values_list("member_id", flat=True)):
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
    require_nothing_personal(
        ("therapists_reason", therapists_reason), *(("gap_reasons", reason) for reason in gaps.values()), today=now.date()
    )
    _require_therapists(visit, therapists_reason)
    changes = Changes(actor, now)
    scheduled = [session for session in locks.sessions_of(visit) if session.state == SessionState.SCHEDULED]
    confirmed = confirm_ready(visit, scheduled, gaps, changes)
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


def confirm_ready(
    visit: Visit, sessions: Sequence[Session], gap_reasons: Mapping[UUID, str], changes: Changes
) -> list[Session]:
    """Confirm those of ``sessions`` that are ready. The caller holds the locks of the day and of its sessions."""
    shifts = locks.shifts_of(sessions)
    needing, asked = facts.undecided_hard_rules(shifts, sessions), _unanswered(shifts)
    confirmed = {}
    for session in sessions:
        own = [shift for shift in shifts if shift.session_id == session.id]
        seen = facts.session_facts(session, own, needing, cannot_travel=visit.team_cannot_travel)
        reason = gap_reasons.get(session.id, "")
        if not readiness.blocks(seen, gap_reason=reason):
            _confirm_session(session, seen, reason, changes)
            confirmed[session.id] = session
    all_changed([*confirmed.values()], "state", "gap_reason", "confirmed_with")
    changes.sessions([*confirmed.values()], "confirmed")
    _confirm_shifts([shift for shift in shifts if shift.session_id in confirmed], confirmed, asked, changes)
    return [*confirmed.values()]


def _unanswered(shifts: Iterable[Shift]) -> dict[UUID, list[Offer]]:
    """By place, those of its offers that were not answered. One query; the caller holds the places' locks."""
    found: dict[UUID, list[Offer]] = {shift.id: [] for shift in shifts}
    for offer in Offer.objects.filter(shift__in=found, state=OfferState.ASKED):
        found[offer.shift_id].append(offer)
    return found


def _confirm_session(session: Session, seen: readiness.SessionFacts, gap_reason: str, changes: Changes) -> None:
    """The caller saves."""
    session.state = SESSION.after(SessionState(session.state), SessionAction.CONFIRM, changes.actor.roles())
    session.gap_reason = gap_reason
    session.confirmed_with = [note.code for note in readiness.warnings(seen)]


def _confirm_shifts(
    shifts: Iterable[Shift], sessions: Mapping[UUID, Session], asked: Mapping[UUID, Iterable[Offer]], changes: Changes
) -> None:
    """Holders are confirmed. Who has not answered is told that they are not needed; the reserves stay on standby."""
    roles = changes.actor.roles()
    held = [shift for shift in shifts if shift.state == ShiftState.TAKEN]
    for shift in held:
        shift.state = SHIFT.after(ShiftState(shift.state), ShiftAction.CONFIRM, roles)
    all_changed(held, "state")
    for shift in held:
        changes.shift(shift, "confirmed", session=sessions[shift.session_id])
    places.stand_down([offer for shift in held for offer in asked[shift.id]], roles=roles, changes=changes)
