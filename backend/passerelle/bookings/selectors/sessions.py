"""Sessions as their partner or the team sees them: a fixed number of queries for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from passerelle.bookings.models import Session, SessionTold, Shift, VisitTherapist
from passerelle.bookings.selectors.facts import Undecided
from passerelle.bookings.selectors.shifts import shift_views
from passerelle.bookings.selectors.visibility import sessions as visible_sessions
from passerelle.bookings.shapes.common import DayRef, Named
from passerelle.bookings.shapes.session import (
    Brief,
    ComingView,
    Contact,
    Cover,
    GroupRef,
    NamedView,
    NeedView,
    ProposedChange,
    ReasonView,
    SessionView,
    SiteRef,
)
from passerelle.bookings.shapes.shift import QualityView, ShiftView
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import CALLED_OFF, OPEN, SESSION, SessionAction, SessionState
from passerelle.domain.states.shift import WITH_HOLDER, ShiftState
from passerelle.domain.time import answer_request_by, confirmed_by, local_day
from passerelle.domain.words import (
    GroupKind,
    Language,
    Material,
    Mode,
    Quality,
    Room,
    Situation,
    Strength,
    Theme,
    TherapistAnswer,
    Variety,
)

_GONE = {ShiftState.CANCELLED}
CERTAIN = frozenset({SessionState.CONFIRMED, SessionState.HELD})
"""States in which a partner knows who comes."""
SURE = frozenset({ShiftState.CONFIRMED, ShiftState.WORKED})


class When(StrEnum):
    """Which sessions of a list. A draft is to come, whatever its day; what was closed is past."""

    ALL = "all"
    COMING = "coming"
    PAST = "past"


def when(rows: QuerySet[Session], wanted: When, now: datetime) -> QuerySet[Session]:
    # Named one by one, so that the index of what is open serves it: the past is long, what is open is short.
    coming = Q(state__in=OPEN) & (Q(ends_at__gt=now) | Q(state=SessionState.DRAFT))
    match wanted:
        case When.COMING:
            return rows.filter(coming)
        case When.PAST:
            return rows.exclude(coming)
        case When.ALL:
            return rows


def with_context(rows: QuerySet[Session]) -> QuerySet[Session]:
    """What a session's card needs, joined."""
    return rows.select_related("group__site", "agency", "visit", "named")


def session_view(session_id: UUID, actor: Actor, now: datetime) -> SessionView:
    """One session. Raises ``Missing`` for who may not see it."""
    session = with_context(visible_sessions(actor)).filter(pk=session_id).first()
    if session is None:
        raise Missing(problem(Code.NOT_FOUND))
    return session_views([session], actor, now, with_shifts=True)[0]


def places_of(sessions: Sequence[Session]) -> list[Shift]:
    """All their places, also those that are gone, in the order they are shown in. One query."""
    rows = Shift.objects.filter(session__in=[session.id for session in sessions])
    return list(rows.select_related("holder", "named").order_by("language", "id"))


def session_views(
    sessions: Sequence[Session],
    actor: Actor,
    now: datetime,
    *,
    places: Sequence[Shift] | None = None,
    undecided: Undecided | None = None,
    going: Mapping[UUID, list[str]] | None = None,
    with_shifts: bool = False,
) -> list[SessionView]:
    """The cards of ``sessions``, in their order; ``with_shifts`` adds the places in full, for the team only.

    ``places`` are ``places_of`` the sessions, ``undecided`` their ``undecided_hard_rules`` and ``going`` the ``therapists_of``
    their days, where they were read already.
    """
    # The places of what was called off went with it: they say whom the team has to tell.
    off = {session.id for session in sessions if session.state in CALLED_OFF}
    known = places_of(sessions) if places is None else places
    told_of = [place for place in known if place.state not in _GONE or place.session_id in off]
    of, in_full = _by_session(place for place in told_of if place.state not in _GONE), _by_session(told_of)
    views = shift_views(told_of, sessions, actor, now, undecided=undecided) if actor.is_team and with_shifts else {}
    going = therapists_of(sessions) if going is None else going
    told = _told(sessions)
    return [
        _view(
            session,
            _Around(
                places=of[session.id],
                shifts=[views[s.id] for s in in_full[session.id] if s.id in views],
                told=told[session.id],
                therapists=going.get(session.visit_id, []) if session.visit_id and session.state in CERTAIN else [],
                now=now,
            ),
            actor,
        )
        for session in sessions
    ]


def _by_session(places: Iterable[Shift]) -> dict[UUID, list[Shift]]:
    found: dict[UUID, list[Shift]] = defaultdict(list)
    for place in places:
        found[place.session_id].append(place)
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What belongs to one session and stands in other tables."""

    places: list[Shift]
    shifts: list[ShiftView]
    told: list[UUID]
    therapists: list[str]
    now: datetime


def _told(sessions: Sequence[Session]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = SessionTold.objects.filter(session__in=[s.id for s in sessions]).order_by("member_id")
    for session_id, member_id in rows.values_list("session_id", "member_id"):
        found[session_id].append(member_id)
    return found


def therapists_of(sessions: Sequence[Session]) -> dict[UUID, list[str]]:
    """First names of the therapists who said yes, by visit."""
    found: dict[UUID, list[str]] = defaultdict(list)
    visits = {session.visit_id for session in sessions}
    rows = VisitTherapist.objects.filter(visit__in=visits, answer=TherapistAnswer.YES).order_by("member__user__name")
    for visit_id, name in rows.values_list("visit_id", "member__user__name"):
        found[visit_id].append(name.split()[0])
    return found


def _view(session: Session, around: _Around, actor: Actor) -> SessionView:
    site, places = session.group.site, around.places
    cover = _cover(session, places)
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
        requirements=[QualityView(Quality(line["what"]), Strength(line["strength"])) for line in session.requirements],
        named=NamedView(session.named.id, session.named.first_name) if session.named else None,
        brief=brief_of(session),
        contact=Contact(session.contact_name, session.contact_phone) if has_contact else None,
        staff_present=session.staff_present,
        told=around.told,
        proposed_change=proposed_of(session),
        cover=cover,
        coming=coming(session, places),
        therapists=around.therapists,
        duty_phone=session.visit.duty_phone if session.visit and session.state in CERTAIN else "",
        reason=reason_of(session),
        # The team's word among themselves on why a place stays open.
        gap_reason=session.gap_reason if actor.is_team else "",
        debrief_offered=session.debrief_offered if actor.is_team else None,
        requested_at=session.requested_at,
        answer_by=_answer_by(session),
        know_by=know_by(session, needs_cover=cover.needs_cover, now=around.now),
        shifts=around.shifts,
        allowed_actions=_actions(session, actor, around.now),
    )


def _answer_by(session: Session) -> datetime | None:
    if session.state != SessionState.REQUESTED or session.requested_at is None:
        return None
    return answer_request_by(session.requested_at, session.starts_at, session.group.site.time_zone)


def know_by(session: Session, *, needs_cover: bool, now: datetime) -> datetime | None:
    """When what is still open about the session will be known."""
    if session.state == SessionState.SCHEDULED or needs_cover:
        return confirmed_by(session.starts_at, session.group.site.time_zone, now=now)
    answer_by = _answer_by(session)
    return answer_by if answer_by is not None and answer_by > now else None


def reason_of(session: Session) -> ReasonView | None:
    """Why it does not take place, where anything was said."""
    said = session.reason_code or session.reason_note
    return ReasonView(session.reason_code, session.reason_note) if said else None


def brief_of(session: Session) -> Brief:
    """What the partner wrote about it."""
    return Brief(
        theme=Theme(session.theme) if session.theme else None,
        situations=[Situation(word) for word in session.situations],
        materials=[Material(word) for word in session.materials],
        room=[Room(word) for word in session.room],
        notes=session.notes,
    )


def _group(session: Session) -> GroupRef:
    group = session.group
    return GroupRef(group.id, group.name, GroupKind(group.kind), group.women_only, group.under_18s)


def _need(line: dict[str, str]) -> NeedView:
    variety = line.get("variety")
    return NeedView(Language(line["language"]), Variety(variety) if variety else None, int(line["people"]))


def proposed_of(session: Session) -> ProposedChange | None:
    """What the partner asks for after sending, where it is not answered yet."""
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
    confirmed = sum(shift.state in SURE for shift in places)
    live = session.state == SessionState.CONFIRMED
    return Cover(
        shifts=len(places),
        filled=sum(shift.state in WITH_HOLDER for shift in places),
        confirmed=confirmed,
        needs_cover=live and confirmed < len(places),
    )


def coming(session: Session, places: Sequence[Shift]) -> list[ComingView]:
    """Who interprets, once that is certain."""
    if session.state not in CERTAIN:
        return []
    return [ComingView(s.holder.first_name, Language(s.language)) for s in places if s.state in SURE and s.holder]


def _actions(session: Session, actor: Actor, now: datetime) -> list[SessionAction]:
    """Confirming happens with the day; an answer to a change needs a change, and closing a session that has begun."""
    hidden = {SessionAction.CONFIRM}
    if now < session.starts_at:
        hidden |= {SessionAction.CLOSE}
    if session.proposed_change is None:
        hidden |= {SessionAction.WITHDRAW_CHANGE, SessionAction.ACCEPT_CHANGE, SessionAction.REFUSE_CHANGE}
    possible = SESSION.possible(SessionState(session.state), actor.roles(agency_id=session.agency_id))
    return [action for action in possible if action not in hidden]
