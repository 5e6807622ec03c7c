"""One interpreter with what they are booked for: for the team. Who was asked and said no is nobody's to see."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from passerelle.agencies.travel import known_areas
from passerelle.bookings.models import Shift
from passerelle.bookings.shapes.common import DayRef
from passerelle.bookings.shapes.person import BookingOfPerson, PersonView
from passerelle.common.permissions import require_team
from passerelle.domain.refusals import Code, Missing, problem
from passerelle.domain.roles import Actor
from passerelle.domain.states.shift import HELD, ShiftState
from passerelle.domain.words import Language
from passerelle.interpreters.models import ClaimLink, Interpreter
from passerelle.interpreters.selectors import interpreter_views

LAST = 20


def person_view(interpreter_id: UUID, actor: Actor, now: datetime) -> PersonView:
    """Raises ``Missing``."""
    require_team(actor)
    row = Interpreter.objects.prefetch_related("languages", "credentials").filter(pk=interpreter_id).first()
    if row is None:
        raise Missing(problem(Code.NOT_FOUND))
    places = Shift.objects.filter(holder=row).select_related("session__group__site", "session__visit")
    coming = places.filter(state__in=HELD, session__ends_at__gt=now).order_by("session__starts_at", "id")
    past = places.filter(state=ShiftState.WORKED).order_by("-block")[:LAST]
    link = ClaimLink.objects.filter(interpreter=row, used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now)
    return PersonView(
        interpreter=interpreter_views([row])[0],
        version=row.version,
        first_name=row.first_name,
        family_name=row.family_name,
        base_area=row.base_area,
        reads=row.reads,
        areas=known_areas(),
        coming=_bookings(coming),
        past=_bookings(past),
        claim_until=link.values_list("expires_at", flat=True).first(),
    )


def _bookings(shifts: Iterable[Shift]) -> list[BookingOfPerson]:
    return [_booking(shift) for shift in shifts]


def _booking(shift: Shift) -> BookingOfPerson:
    session, visit = shift.session, shift.session.visit
    return BookingOfPerson(
        id=shift.id,
        visit=DayRef(visit.id, visit.day) if visit is not None else None,
        group_name=session.group.name,
        language=Language(shift.language),
        state=ShiftState(shift.state),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        time_zone=session.group.site.time_zone,
    )
