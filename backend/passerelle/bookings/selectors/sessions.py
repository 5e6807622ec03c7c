"""Sessions as their partner or the team sees them: a fixed number of queries for any number of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from passerelle.bookings.models import Session, Shift
from passerelle.bookings.selectors.shifts import shift_views
from passerelle.bookings.selectors.visibility import sessions as visible_sessions
from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.bookings.shapes.session import (
    Brief,
    ComingView,
    Contact,
    Cover,
    GroupRef,
    NeedView,
    ProposedChange,
    ReasonView,
    SessionView,
    SiteRef,
)
from passerelle.bookings.shapes.shift import ShiftView
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SESSION, SessionAction, SessionState
from passerelle.domain.states.shift import WITH_HOLDER, ShiftState
from passerelle.domain.time import ANSWER_PARTNER_WITHIN, local_day
from passerelle.domain.words import GroupKind, Language, Mode, Theme, Variety

_GONE = {ShiftState.CANCELLED}
_SURE = {ShiftState.CONFIRMED, ShiftState.WORKED}


def with_context(rows: QuerySet[Session]) -> QuerySet[Session]:
    """What a session's card needs, joined."""
    return rows.select_related("group__site", "agency", "visit")


def session_view(session_id: UUID, actor: Actor, now: datetime) -> SessionView:
    """One session. Raises ``Missing`` for who may not see it."""
    session = with_context(visible_sessions(actor)).filter(pk=session_id).first()
    if session is None:
        raise Missing(problem(Code.NOT_FOUND))
    return session_views([session], actor, now, with_shifts=True)[0]


def session_views(sessions: Sequence[Session], actor: Actor, now: datetime, *, with_shifts: bool = False) -> list[SessionView]:
    """The cards of ``sessions``, in their order; ``with_shifts`` adds the places in full, for the team only."""
    shifts = Shift.objects.filter(session__in=[s.id for s in sessions]).select_related("holder").order_by("language", "id")
    places = list(shifts.exclude(state__in=_GONE))
    of: dict[UUID, list[Shift]] = defaultdict(list)
    for shift in places:
        of[shift.session_id].append(shift)
    views = shift_views(places, sessions, actor, now) if actor.is_team and with_shifts else {}
    return [
        _view(session, of[session.id], [views[s.id] for s in of[session.id] if s.id in views], actor) for session in sessions
    ]


def _view(session: Session, places: list[Shift], shifts: list[ShiftView], actor: Actor) -> SessionView:
    site = session.group.site
    requested = session.state == SessionState.REQUESTED and session.requested_at is not None
    has_contact = session.contact_name or session.contact_phone
    return SessionView(
        id=session.id,
        version=session.version,
        state=SessionState(session.state),
        mode=Mode(session.mode),
        group=_group(session),
        agency=Named(session.agency_id, session.agency.name),
        site=SiteRef(site.id, site.name, site.area, site.address, site.time_zone),
        day=local_day(session.starts_at, site.time_zone),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        visit=DayRef(session.visit.id, session.visit.day) if session.visit else None,
        people_expected=session.people_expected,
        needs=[_need(line) for line in session.needs],
        brief=Brief(Theme(session.theme) if session.theme else None, session.notes),
        contact=Contact(session.contact_name, session.contact_phone) if has_contact else None,
        proposed_change=_proposed(session),
        cover=_cover(session, places),
        coming=_coming(session, places),
        reason=ReasonView(session.reason_code, session.reason_note) if session.reason_code or session.reason_note else None,
        gap_reason=session.gap_reason,
        requested_at=session.requested_at,
        answer_by=session.requested_at + ANSWER_PARTNER_WITHIN if requested and session.requested_at else None,
        shifts=shifts,
        allowed_actions=_actions(session, actor),
    )


def _group(session: Session) -> GroupRef:
    group = session.group
    return GroupRef(group.id, group.name, GroupKind(group.kind), group.women_only, group.under_18s)


def _need(line: dict[str, str]) -> NeedView:
    variety = line.get("variety")
    return NeedView(Language(line["language"]), Variety(variety) if variety else None, int(line["people"]))


def _proposed(session: Session) -> ProposedChange | None:
    line = session.proposed_change
    if line is None:
        return None
    return ProposedChange(
        starts_at=datetime.fromisoformat(line["starts_at"]),
        ends_at=datetime.fromisoformat(line["ends_at"]),
        people_expected=line["people_expected"],
        note=line["note"],
        at=datetime.fromisoformat(line["at"]),
    )


def _cover(session: Session, places: list[Shift]) -> Cover:
    confirmed = sum(shift.state in _SURE for shift in places)
    live = session.state == SessionState.CONFIRMED
    return Cover(
        shifts=len(places),
        filled=sum(shift.state in WITH_HOLDER for shift in places),
        confirmed=confirmed,
        needs_cover=live and confirmed < len(places),
    )


def _coming(session: Session, places: list[Shift]) -> list[ComingView]:
    if session.state not in {SessionState.CONFIRMED, SessionState.HELD}:
        return []
    return [ComingView(s.holder.first_name, Language(s.language)) for s in places if s.state in _SURE and s.holder]


def _actions(session: Session, actor: Actor) -> list[SessionAction]:
    """Confirming happens with the day; an answer to a change needs a change."""
    hidden = {SessionAction.CONFIRM}
    if session.proposed_change is None:
        hidden |= {SessionAction.ACCEPT_CHANGE, SessionAction.REFUSE_CHANGE}
    possible = SESSION.possible(SessionState(session.state), actor.roles(agency_id=session.agency_id))
    return [action for action in possible if action not in hidden]
