"""The board of a day, and what confirming it now would do."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from passerelle.bookings.models import Offer, Session, Shift, Visit, VisitTherapist
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.sessions import session_views, with_context
from passerelle.bookings.selectors.visits import requests_between, visible_visit, visit_views, wished_for
from passerelle.bookings.shapes.common import Told
from passerelle.bookings.shapes.session import SessionView
from passerelle.bookings.shapes.visit import Board, BoardWarning, ConfirmationPreview, SessionReadiness, ToldPerson
from passerelle.common.language import say
from passerelle.common.permissions import require_team
from passerelle.domain import readiness
from passerelle.domain.readiness import Note, SessionFacts
from passerelle.domain.refusals import MESSAGES, Code
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import ON_A_VISIT, SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.states.visit import VisitState
from passerelle.domain.words import TherapistAnswer


def board(visit_id: UUID, actor: Actor, now: datetime) -> Board:
    """Sessions, places, people and warnings of one day. A fixed number of queries."""
    require_team(actor)
    visit = visible_visit(visit_id, actor)
    rows = _sessions(visit)
    judged = _facts(rows)
    warnings = [_note(note, row.id) for row in rows for note in _all_notes(judged[row.id])]
    requests = [row for row in requests_between(visit.day, visit.day) if wished_for(row, visit)]
    return Board(
        visit=visit_views([visit], actor)[0],
        requests=session_views(requests, actor, now),
        sessions=session_views(rows, actor, now, with_shifts=True),
        warnings=warnings,
    )


def confirmation(visit_id: UUID, actor: Actor, now: datetime) -> ConfirmationPreview:
    """What "confirm the day" would do now: which sessions are ready, what stands against the others, who is told."""
    require_team(actor)
    visit = visible_visit(visit_id, actor)
    rows = [row for row in _sessions(visit) if row.state in {SessionState.SCHEDULED, SessionState.CONFIRMED}]
    judged = _facts(rows)
    views = {view.id: view for view in session_views(rows, actor, now)}
    going = _going(visit)
    told = _told([row for row in rows if row.state == SessionState.SCHEDULED])
    short = len(going) < readiness.THERAPISTS_NEEDED and not visit.therapists_reason
    return ConfirmationPreview(
        version=visit.version,
        therapists_yes=len(going),
        blocks=[Told(Code.THERAPISTS_MISSING, say(MESSAGES[Code.THERAPISTS_MISSING]))] if short else [],
        sessions=[_readiness(row, judged[row.id], views[row.id], told.get(row.id, [])) for row in rows],
        told=going if visit.state == VisitState.PLANNING else [],
    )


def _sessions(visit: Visit) -> list[Session]:
    rows = with_context(Session.objects.filter(visit=visit, state__in=ON_A_VISIT))
    return list(rows.order_by("starts_at", "group__name", "id"))


def _facts(rows: Iterable[Session]) -> Mapping[UUID, SessionFacts]:
    sessions = list(rows)
    shifts = list(Shift.objects.filter(session__in=[row.id for row in sessions]))
    undecided = facts.undecided_hard_rules(shifts, sessions)
    return {
        row.id: facts.session_facts(row, [shift for shift in shifts if shift.session_id == row.id], undecided)
        for row in sessions
    }


def _all_notes(judged: SessionFacts) -> list[Note]:
    if judged.state is SessionState.HELD:
        return []
    hard = [note for note in readiness.blocks(judged) if note.code is readiness.NoteCode.NEEDS_OVERRIDE]
    return [*hard, *readiness.warnings(judged)]


def _readiness(row: Session, judged: SessionFacts, view: SessionView, told: list[ToldPerson]) -> SessionReadiness:
    blocks = readiness.blocks(judged)
    gaps = {readiness.NoteCode.GAP_WITHOUT_REASON, readiness.NoteCode.NO_SHIFTS}
    scheduled = row.state == SessionState.SCHEDULED
    return SessionReadiness(
        session=view,
        ready=scheduled and not blocks,
        already_confirmed=not scheduled,
        needs_gap_reason=scheduled and any(note.code in gaps for note in blocks),
        empty_shifts=len(judged.empty_shifts),
        blocks=[_note(note, row.id) for note in blocks],
        warnings=[_note(note, row.id) for note in readiness.warnings(judged)],
        told=told,
    )


def _note(note: Note, session_id: UUID) -> BoardWarning:
    return BoardWarning(note.code, say(note.message, note.params), session_id, note.shift_id)


def _told(sessions: list[Session]) -> Mapping[UUID, list[ToldPerson]]:
    """Who hears of each session when it is confirmed: its holders, those not needed, its partner."""
    told: dict[UUID, list[ToldPerson]] = {s.id: [ToldPerson("partner", s.agency.name, "confirmed")] for s in sessions}
    offers = Offer.objects.filter(shift__session__in=told, shift__state=ShiftState.TAKEN).select_related("interpreter", "shift")
    heard = {OfferState.ACCEPTED: "confirmed", OfferState.ASKED: "not_needed"}
    for offer in offers.filter(state__in=heard).order_by("interpreter__first_name", "id"):
        line = ToldPerson("interpreter", offer.interpreter.name, heard[OfferState(offer.state)])
        told[offer.shift.session_id].append(line)
    return told


def _going(visit: Visit) -> list[ToldPerson]:
    """The therapists who said yes to the day."""
    rows = VisitTherapist.objects.filter(visit=visit, answer=TherapistAnswer.YES).select_related("member__user")
    return [ToldPerson("therapist", row.member.user.name, "confirmed") for row in rows.order_by("member__user__name")]
