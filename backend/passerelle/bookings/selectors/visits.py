"""Days, as everyone sees them and as the team does."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from passerelle.bookings.models import Session, Shift, Visit, VisitTherapist
from passerelle.bookings.selectors.visibility import visits as visible_visits
from passerelle.bookings.shapes.common import Named
from passerelle.bookings.shapes.session import ReasonView
from passerelle.bookings.shapes.visit import TherapistView, VisitCounts, VisitView
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import ON_A_VISIT, SessionState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.states.visit import VISIT, VisitState
from passerelle.domain.time import local_day
from passerelle.domain.words import TherapistAnswer


def visible_visit(visit_id: UUID, actor: Actor) -> Visit:
    visit = visible_visits(actor).select_related("deputy__user").filter(pk=visit_id).first()
    if visit is None:
        raise Missing(problem(Code.NOT_FOUND))
    return visit


def visit_view(visit_id: UUID, actor: Actor, now: datetime) -> VisitView:
    """One day."""
    return visit_views([visible_visit(visit_id, actor)], actor)[0]


def visit_views(visits: Sequence[Visit], actor: Actor, *, requests: Sequence[Session] | None = None) -> list[VisitView]:
    """The cards of ``visits``, in their order, with what is the team's only for the team.

    ``requests`` are those of their days (``requests_between``), where they were read already.
    """
    if not actor.is_team:
        return [_view(visit, [], None, actor) for visit in visits]
    therapists: dict[UUID, list[TherapistView]] = defaultdict(list)
    rows = VisitTherapist.objects.filter(visit__in=[v.id for v in visits]).select_related("member__user")
    for row in rows.order_by("member__user__name", "id"):
        therapists[row.visit_id].append(TherapistView(row.member_id, row.member.user.name, TherapistAnswer(row.answer)))
    counts = _counts(visits, requests)
    return [_view(visit, therapists[visit.id], counts[visit.id], actor) for visit in visits]


def _view(visit: Visit, therapists: list[TherapistView], counts: VisitCounts | None, actor: Actor) -> VisitView:
    team = actor.is_team
    return VisitView(
        id=visit.id,
        day=visit.day,
        state=VisitState(visit.state),
        time_zone=visit.time_zone,
        version=visit.version if team else None,
        team_cannot_travel=visit.team_cannot_travel if team else None,
        confirmed_at=visit.confirmed_at if team else None,
        duty_phone=visit.duty_phone if team else None,
        deputy=Named(visit.deputy.id, visit.deputy.user.name) if team and visit.deputy else None,
        therapists_reason=visit.therapists_reason if team else "",
        reason=ReasonView(visit.cancel_reason, visit.cancel_note) if team and visit.cancel_reason else None,
        therapists=therapists,
        counts=counts,
        allowed_actions=VISIT.possible(VisitState(visit.state), actor.roles()),
    )


def _counts(visits: Sequence[Visit], requests: Sequence[Session] | None) -> dict[UUID, VisitCounts]:
    ids = [visit.id for visit in visits]
    sessions: Counter[tuple[UUID | None, str]] = Counter(
        Session.objects.filter(visit__in=ids, state__in=ON_A_VISIT).values_list("visit_id", "state")
    )
    places: Counter[tuple[UUID | None, str]] = Counter(
        Shift.objects.filter(session__visit__in=ids, state__in=LIVE).values_list("session__visit_id", "state")
    )
    if requests is None:
        requests = requests_between(min(v.day for v in visits), max(v.day for v in visits)) if visits else []
    requested = _requested_by_day(visits, requests)
    return {
        visit_id: VisitCounts(
            requested=requested.get(visit_id, 0),
            scheduled=sessions[(visit_id, SessionState.SCHEDULED)],
            confirmed=sessions[(visit_id, SessionState.CONFIRMED)],
            shifts=sum(places[(visit_id, state)] for state in LIVE),
            shifts_open=places[(visit_id, ShiftState.OPEN)],
        )
        for visit_id in ids
    }


def _requested_by_day(visits: Sequence[Visit], requests: Sequence[Session]) -> dict[UUID, int]:
    """Requests wished for each day, reckoned in the day's own zone."""
    found: dict[UUID, int] = defaultdict(int)
    for session in requests:
        for visit in visits:
            if wished_for(session, visit):
                found[visit.id] += 1
    return found


def requests_between(first: date, last: date) -> list[Session]:
    """Sessions asked for from ``first`` to ``last``; a day more on both sides, since zones differ."""
    span = (first - timedelta(days=1), last + timedelta(days=1))
    rows = Session.objects.filter(state=SessionState.REQUESTED, starts_at__date__range=span)
    return list(rows.select_related("group__site", "agency", "visit").order_by("starts_at", "id"))


def wished_for(session: Session, visit: Visit) -> bool:
    """Whether a request is for the day of ``visit``, reckoned where the session is."""
    return local_day(session.starts_at, session.group.site.time_zone) == visit.day
