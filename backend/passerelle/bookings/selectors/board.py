"""The board of a day, and what confirming it now would do."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import F

from passerelle.accounts.models import User
from passerelle.bookings.models import Offer, Session, Visit, VisitTherapist
from passerelle.bookings.selectors import facts, notes
from passerelle.bookings.selectors.sessions import places_of, session_views, with_context
from passerelle.bookings.selectors.visits import requests_between, visible_visit, visit_views, wished_for
from passerelle.bookings.shapes.common import Told
from passerelle.bookings.shapes.session import SessionView
from passerelle.bookings.shapes.visit import Board, ConfirmationPreview, LastChange, SessionReadiness, ToldPerson
from passerelle.common.language import say
from passerelle.common.permissions import require_team
from passerelle.domain import readiness
from passerelle.domain.readiness import SessionFacts
from passerelle.domain.refusals import MESSAGES, Code
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import ON_A_VISIT, SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.states.visit import VisitState
from passerelle.domain.words import TherapistAnswer
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.selectors import WITHHELD


def board(visit_id: UUID, actor: Actor, now: datetime) -> Board:
    """Sessions, places, people and warnings of one day. A fixed number of queries."""
    require_team(actor)
    visit = visible_visit(visit_id, actor)
    rows = _sessions(visit)
    places, waiting = places_of(rows), requests_between(visit.day, visit.day)
    day, undecided = visit_views([visit], actor, requests=waiting)[0], facts.undecided_hard_rules(places, rows)
    going = [therapist.name.split()[0] for therapist in day.therapists if therapist.answer is TherapistAnswer.YES]
    views = session_views(rows, actor, now, places=places, undecided=undecided, going={visit.id: going}, with_shifts=True)
    judged = notes.judge(rows, places, undecided=undecided)
    requests = [row for row in waiting if wished_for(row, visit)]
    shown = [visit.id, *(row.id for row in rows), *(shift.id for view in views for shift in view.shifts)]
    return Board(
        visit=day,
        requests=session_views(requests, actor, now),
        sessions=views,
        warnings=notes.dated([*notes.of_day(visit, therapists_yes=len(going)), *notes.of_sessions(judged)]),
        changes=last_changes(shown),
    )


def last_changes(ids: Collection[UUID]) -> list[LastChange]:
    """The last line of the journal about each of ``ids`` that the team may hear. Two queries."""
    lines = Change.objects.filter(entity_id__in=ids, audiences__contains=[audiences.TEAM])
    # What is being committed has no number yet, and is the newest.
    rows = list(lines.order_by("entity_id", F("number").desc(nulls_first=True), "-id").distinct("entity_id"))
    acting = {row.actor_id for row in rows if row.actor_id is not None}
    names = dict(User.objects.filter(pk__in=acting).values_list("pk", "name"))
    return [LastChange(row.entity, row.entity_id, row.kind, _by(row, names), row.at) for row in rows]


def _by(row: Change, names: Mapping[UUID, str]) -> str | None:
    return names.get(row.actor_id) if row.actor_id is not None and row.kind not in WITHHELD else None


def confirmation(visit_id: UUID, actor: Actor, now: datetime) -> ConfirmationPreview:
    """What "confirm the day" would do now: which sessions are ready, what stands against the others, who is told."""
    require_team(actor)
    visit = visible_visit(visit_id, actor)
    rows = [row for row in _sessions(visit) if row.state in {SessionState.SCHEDULED, SessionState.CONFIRMED}]
    places = places_of(rows)
    judged = notes.judge(rows, places)
    views = {view.id: view for view in session_views(rows, actor, now, places=places)}
    going = _going(visit)
    told = _told([row for row in rows if row.state == SessionState.SCHEDULED])
    short = len(going) < readiness.THERAPISTS_NEEDED and not visit.therapists_reason
    return ConfirmationPreview(
        version=visit.version,
        state=VisitState(visit.state),
        therapists_yes=len(going),
        blocks=[Told(Code.THERAPISTS_MISSING, say(MESSAGES[Code.THERAPISTS_MISSING]))] if short else [],
        sessions=[_readiness(row, judged[row.id], views[row.id], told.get(row.id, [])) for row in rows],
        told=going if visit.state == VisitState.PLANNING else [],
    )


def _sessions(visit: Visit) -> list[Session]:
    rows = with_context(Session.objects.filter(visit=visit, state__in=ON_A_VISIT))
    return list(rows.order_by("starts_at", "group__name", "id"))


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
        blocks=[notes.told(note, row.id) for note in blocks],
        warnings=[notes.told(note, row.id) for note in readiness.warnings(judged)],
        told=told,
    )


def _told(sessions: list[Session]) -> Mapping[UUID, list[ToldPerson]]:
    """Who hears of each session when it is confirmed: its holders, those not needed, its partner."""
    told: dict[UUID, list[ToldPerson]] = {
        s.id: [ToldPerson(s.agency_id, "partner", s.agency.name, "confirmed")] for s in sessions
    }
    offers = Offer.objects.filter(shift__session__in=told, shift__state=ShiftState.TAKEN).select_related("interpreter", "shift")
    heard = {OfferState.ACCEPTED: "confirmed", OfferState.ASKED: "not_needed"}
    for offer in offers.filter(state__in=heard).order_by("interpreter__first_name", "id"):
        line = ToldPerson(offer.interpreter_id, "interpreter", offer.interpreter.name, heard[OfferState(offer.state)])
        told[offer.shift.session_id].append(line)
    return told


def _going(visit: Visit) -> list[ToldPerson]:
    """The therapists who said yes to the day."""
    rows = VisitTherapist.objects.filter(visit=visit, answer=TherapistAnswer.YES).select_related("member__user")
    return [
        ToldPerson(row.member_id, "therapist", row.member.user.name, "confirmed") for row in rows.order_by("member__user__name")
    ]
