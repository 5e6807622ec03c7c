"""What a partner asks for, and whom they worked with before, made through the services."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.test import Client

from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Group
from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.services.answers import accept_offer
from passerelle.bookings.services.asking import ask_interpreters
from passerelle.bookings.services.asks import Ask, PeopleNeed
from passerelle.bookings.services.closing import close_session
from passerelle.bookings.services.moving import Place, schedule_session
from passerelle.bookings.services.requests import request_session
from passerelle.bookings.services.visits import confirm_day, plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import Language, Pay, ShiftOutcome, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import NOW, a_user, acting, someone_of_the_team

FRIDAY, NEXT_FRIDAY = date(2026, 12, 4), date(2026, 12, 11)
ZONE = "Europe/Paris"


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall time in Calais, as UTC."""
    return datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)).astimezone(UTC)


def a_wish(day: date = FRIDAY, **otherwise: Any) -> Ask:
    """An hour at two in the afternoon for six people who speak Dari."""
    starts_at = local(day, 14)
    needs = [PeopleNeed(Language.DARI, 6)]
    ask = Ask(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), people_expected=6, needs=needs)
    return replace(ask, **otherwise)


def a_request(group: Group, by: Actor, *, draft: bool = False, now: datetime = NOW, **otherwise: Any) -> Session:
    """Sent (or, as a ``draft``, kept) for the Friday."""
    made = request_session(group_id=group.id, ask=a_wish(**otherwise), submit=not draft, now=now, actor=by)
    return Session.objects.get(pk=made.id)


def a_day(team: Actor, day: date = FRIDAY, *therapists: str) -> Visit:
    """A day being planned, with two therapists who said yes."""
    visit = plan_visit(day=day, time_zone=ZONE, now=NOW, actor=team)
    for name in therapists or ("Ruth Adeyemi", "Tom Ferris"):
        therapist = someone_of_the_team(TeamRole.THERAPIST, a_user(name, f"{name.split()[0].lower()}.{day}@example.invalid"))
        member = TeamMember.objects.get(user=therapist.user_id)
        record_therapist_answer(visit_id=visit.id, member_id=member.id, answer=TherapistAnswer.YES, now=NOW, actor=team)
    return Visit.objects.get(pk=visit.id)


def put_on(session: Session, visit: Visit, team: Actor, *places: Place) -> Session:
    """Scheduled; without ``places``, with one for each language the partner needs."""
    schedule_session(session_id=session.id, visit_id=visit.id, shifts=places or None, now=NOW, actor=team)
    return Session.objects.get(pk=session.id)


def take(shift: Shift, interpreter: Interpreter, team: Actor) -> None:
    """``interpreter`` is asked for the place and says yes."""
    (offer,) = ask_interpreters(shift_id=shift.id, interpreter_ids=[interpreter.id], now=NOW, actor=team)
    accept_offer(offer_id=offer.id, now=NOW, actor=acting(interpreter))


def confirm(visit: Visit, team: Actor, gaps: dict[UUID, str] | None = None) -> None:
    version = Visit.objects.get(pk=visit.id).version
    confirm_day(visit_id=visit.id, version=version, gap_reasons=gaps, now=NOW, actor=team)


def worked_together(
    group: Group, interpreter: Interpreter, by: Actor, team: Actor, *, language: Language = Language.DARI
) -> None:
    """``interpreter`` came to a session of ``group`` on a day of its own before the Friday, in ``language``."""
    day = NOW.date() + timedelta(days=1 + Visit.objects.count())
    session, visit = a_request(group, by, day=day, needs=[PeopleNeed(language, 3)]), a_day(team, day)
    put_on(session, visit, team, Place(language, Pay.PAID, qualities={}))
    shift = Shift.objects.get(session=session)
    take(shift, interpreter, team)
    confirm(visit, team)
    close_session(session_id=session.id, outcomes={shift.id: ShiftOutcome.WORKED}, now=NOW + timedelta(weeks=2), actor=team)


def signed_in(actor: Actor) -> Client:
    """A browser in which ``actor`` is signed in."""
    assert actor.user_id is not None
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client
