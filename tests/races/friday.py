"""Days, sessions and places in the situations tests need, made through the services."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from passerelle.accounts.models import TeamMember
from passerelle.agencies.models import Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.answers import accept_offer
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.moving import Place, schedule_session
from passerelle.bookings.services.requests import Ask, PeopleNeed, request_session
from passerelle.bookings.services.visits import plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import Language, Pay, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import NOW, acting, someone_of_the_team

FRIDAY = date(2026, 12, 4)
ZONE = "Europe/Paris"


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall time at the place of the tests, as UTC."""
    return datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)).astimezone(UTC)


def a_visit(day: date = FRIDAY, *, by: Actor, now: datetime = NOW, staffed: bool = True) -> Visit:
    """A day being planned; ``staffed``: two therapists said yes."""
    visit = plan_visit(day=day, time_zone=ZONE, now=now, actor=by)
    for _ in range(2 if staffed else 0):
        therapist = someone_of_the_team(TeamRole.THERAPIST)
        member = TeamMember.objects.get(user=therapist.user_id)
        record_therapist_answer(visit_id=visit.id, member_id=member.id, answer=TherapistAnswer.YES, now=now, actor=by)
    return Visit.objects.get(pk=visit.id)


def an_ask(day: date = FRIDAY, hour: int = 14, minutes: int = 60, people: int = 6, **more: str) -> Ask:
    """A session as asked for: an hour for six people who speak Dari. ``more`` are further texts of the ask."""
    starts_at = local(day, hour)
    needs = [PeopleNeed(Language.DARI, people)]
    return Ask(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=minutes), people_expected=people, needs=needs, **more)  # type: ignore[arg-type]


def a_session(
    group: Group, visit: Visit, *places: Place, hour: int = 14, minutes: int = 60, by: Actor, now: datetime = NOW
) -> Session:
    """Scheduled on ``visit``, with ``places`` open (one paid place for Dari unless told)."""
    asked = request_session(group_id=group.id, ask=an_ask(visit.day, hour, minutes), now=now, actor=by)
    schedule_session(session_id=asked.id, visit_id=visit.id, shifts=places or [DARI], now=now, actor=by)
    return Session.objects.get(pk=asked.id)


DARI = Place(Language.DARI, Pay.PAID)


def place_of(session: Session) -> Shift:
    """The one place of ``session``."""
    return Shift.objects.get(session=session)


def asked(shift: Shift, interpreters: Sequence[Interpreter], *, by: Actor, now: datetime = NOW) -> list[Offer]:
    """``interpreters`` were asked for ``shift``; their offers, in their order."""
    ask_interpreters(shift_id=shift.id, interpreter_ids=[one.id for one in interpreters], now=now, actor=by)
    found = {offer.interpreter_id: offer for offer in Offer.objects.filter(shift=shift)}
    return [found[one.id] for one in interpreters]


def held_by(interpreter: Interpreter, shift: Shift, *, by: Actor, now: datetime = NOW) -> Offer:
    """``interpreter`` was asked for ``shift`` and said yes."""
    (offer,) = asked(shift, [interpreter], by=by, now=now)
    return accept_offer(offer_id=offer.id, now=now, actor=acting(interpreter))
