"""Days with sessions and people on them, made through the services. ``FRIDAY`` lies eleven days after ``NOW``."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from passerelle.agencies.models import Agency
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.answers import stand_by_offer
from passerelle.bookings.services.asking import ask_interpreters, assign_interpreter
from passerelle.bookings.services.moving import Place, schedule_session
from passerelle.bookings.services.requests import Ask, PeopleNeed, request_session
from passerelle.bookings.services.visits import confirm_day, plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import GroupKind, Language, Pay, Theme, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import NOW, a_group_of, an_agency, someone_of_the_team

ZONE = "Europe/Paris"
FRIDAY = date(2026, 12, 4)
DARI = Place(Language.DARI, Pay.PAID)
"""The place that is opened unless told: paid, for Dari."""


def at(hour: int, minute: int = 0, day: date = FRIDAY) -> datetime:
    """What clocks at the tests' place show, as UTC."""
    return datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)).astimezone(UTC)


def a_day(*, by: Actor, day: date = FRIDAY, therapists: int = 2) -> Visit:
    """A day being planned, to which ``therapists`` said yes."""
    going = [someone_of_the_team(TeamRole.THERAPIST).team_member_id for _ in range(therapists)]
    ids = [member for member in going if member is not None]
    visit = plan_visit(day=day, time_zone=ZONE, therapist_ids=ids, now=NOW, actor=by)
    for member in ids:
        record_therapist_answer(visit_id=visit.id, member_id=member, answer=TherapistAnswer.YES, now=NOW, actor=by)
    return Visit.objects.get(pk=visit.id)


def a_session_on(
    visit: Visit,
    *,
    by: Actor,
    hour: int = 10,
    places: Sequence[Place] = (DARI,),
    kind: GroupKind = GroupKind.MIXED_ADULTS,
    women_only: bool = False,
    agency: Agency | None = None,
) -> Session:
    """An hour with six people who speak Dari, brief and contact given: nothing to warn of."""
    starts_at = at(hour, day=visit.day)
    ask = Ask(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        people_expected=6,
        needs=[PeopleNeed(Language.DARI, 6)],
        theme=Theme.SLEEP,
        contact_name="Camille",
    )
    group = a_group_of(agency or an_agency(), kind, women_only=women_only)
    asked = request_session(group_id=group.id, ask=ask, now=NOW, actor=by)
    schedule_session(session_id=asked.id, visit_id=visit.id, shifts=places, now=NOW, actor=by)
    return Session.objects.get(pk=asked.id)


def place_of(session: Session) -> Shift:
    return Shift.objects.get(session=session)


def held(shift: Shift, interpreter: Interpreter, *, by: Actor, now: datetime = NOW) -> Offer:
    """Said yes by phone."""
    return assign_interpreter(shift_id=shift.id, interpreter_id=interpreter.id, now=now, actor=by)


def asked(shift: Shift, *interpreters: Interpreter, by: Actor) -> list[Offer]:
    ids = [one.id for one in interpreters]
    return ask_interpreters(shift_id=shift.id, interpreter_ids=ids, now=NOW, actor=by)


def standing_by(shift: Shift, interpreter: Interpreter, *, by: Actor) -> Offer:
    """Asked, and on standby for a place that somebody holds."""
    (offer,) = asked(shift, interpreter, by=by)
    return stand_by_offer(offer_id=offer.id, now=NOW, actor=by)


def confirmed(visit: Visit, *, by: Actor) -> Visit:
    version = Visit.objects.get(pk=visit.id).version
    return confirm_day(visit_id=visit.id, version=version, now=NOW, actor=by)


def state_of(row: Visit | Session | Shift | Offer) -> str:
    """The state as it is stored now."""
    return str(type(row)._default_manager.values_list("state", flat=True).get(pk=row.pk))
