"""What is coming, through the services: a Friday being planned, one that is ready to be confirmed, requests that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from bench.world.cast import LANGUAGES, Cast
from bench.world.history import LONG, SLOTS
from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services.asking import ask_interpreters, assign_interpreter
from passerelle.bookings.services.moving import Place, schedule_session
from passerelle.bookings.services.requests import Ask, PeopleNeed, request_session
from passerelle.bookings.services.visits import plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor
from passerelle.domain.words import Language, Pay, Theme, TherapistAnswer

SESSIONS, REQUESTS = 20, 12
AHEAD = timedelta(days=42)
"""So far that the weeks which count for the load reach back to days that every past has."""


@dataclass(frozen=True)
class Day:
    """``shifts`` are the day's places by language, in the order of its sessions."""

    visit: UUID
    sessions: list[UUID]
    shifts: dict[Language, list[UUID]]


@dataclass(frozen=True)
class Present:
    """``planned`` is asked for, half its places taken; on ``ready`` every place is taken and two therapists go."""

    planned: Day
    ready: Day
    requests: list[UUID]


def bring_about(cast: Cast, *, now: datetime) -> Present:
    coordinator = _acting(cast.coordinator)
    first = now.date() + AHEAD
    planned, ready = (_day(cast, first + timedelta(days=days), now, coordinator) for days in (0, 1))
    _ask(cast, planned, now, coordinator)
    _fill(cast, ready, now, coordinator)
    requests = [_request(cast, number, first + timedelta(days=2), now) for number in range(REQUESTS)]
    return Present(planned, ready, requests)


def _acting(user: UUID) -> Actor:
    return actor_for(User.objects.get(pk=user))


def _day(cast: Cast, day: date, now: datetime, coordinator: Actor) -> Day:
    visit = plan_visit(day=day, time_zone="Europe/Paris", therapist_ids=cast.therapists, now=now, actor=coordinator)
    for therapist in cast.therapists:
        record_therapist_answer(visit_id=visit.id, member_id=therapist, answer=TherapistAnswer.YES, now=now, actor=coordinator)
    sessions = [_request(cast, number, day, now) for number in range(SESSIONS)]
    places = [Place(language, Pay.PAID) for language in LANGUAGES]
    for session in sessions:
        schedule_session(session_id=session, visit_id=visit.id, shifts=places, now=now, actor=coordinator)
    found = {(s.session_id, s.language): s.id for s in Shift.objects.filter(session__in=sessions)}
    return Day(visit.id, sessions, {lang: [found[session, lang] for session in sessions] for lang in LANGUAGES})


def _request(cast: Cast, number: int, day: date, now: datetime) -> UUID:
    starts_at = datetime.combine(day, time(8 + 2 * (number % SLOTS)), UTC)
    ask = Ask(
        starts_at=starts_at,
        ends_at=starts_at + LONG,
        people_expected=8,
        needs=[PeopleNeed(language, 4) for language in LANGUAGES],
        theme=Theme.SLEEP,
        contact_name="Camille",
    )
    partner = _acting(cast.partner_of(number).user)
    session: Session = request_session(group_id=cast.groups[number], ask=ask, now=now, actor=partner)
    return session.id


def _ask(cast: Cast, day: Day, now: datetime, coordinator: Actor) -> None:
    """Three are asked for every place in the first language, the first speaker for all of them; the others are taken.

    For the first place everyone is asked: fifty may say yes to it in the same moment.
    """
    first, other = LANGUAGES
    everyone = range(len(cast.speakers[first]))
    for number, shift in enumerate(day.shifts[first]):
        asked = [0, number, number + SESSIONS] if number else everyone
        _put_to(cast, shift, first, asked, now=now, by=coordinator)
    for number, shift in enumerate(day.shifts[other]):
        assign_interpreter(shift_id=shift, interpreter_id=cast.speakers[other][number].interpreter, now=now, actor=coordinator)


def _put_to(cast: Cast, shift: UUID, language: Language, who: Sequence[int], *, now: datetime, by: Actor) -> None:
    ids = [cast.speakers[language][number].interpreter for number in who]
    ask_interpreters(shift_id=shift, interpreter_ids=ids, now=now, actor=by)


def _fill(cast: Cast, day: Day, now: datetime, coordinator: Actor) -> None:
    """Everyone holds one place, but the first speaker of the first language three."""
    for language in LANGUAGES:
        for number, shift in enumerate(day.shifts[language]):
            who = 0 if language is LANGUAGES[0] and number in {0, 2, 4} else number
            interpreter = cast.speakers[language][who].interpreter
            assign_interpreter(shift_id=shift, interpreter_id=interpreter, now=now, actor=coordinator)
