"""Who races, and days for them to race on, made through the services with the clock of the web processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.test import Client, override_settings

from passerelle.accounts.models import User
from passerelle.agencies.models import Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services.answers import accept_offer
from passerelle.bookings.services.visits import plan_visit, record_therapist_answer
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import (
    a_group_of,
    a_partner_of,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)
from tests.races.friday import ZONE, a_session, asked, place_of
from tests.support.database import clean
from tests.support.deployed import TOLD
from trials.wire import Ask

DAYS = 170
"""So many days are used, and as many again to move to: nothing is planned more than a year ahead."""
MANY = 60
"""Enough people that nobody works two weeks in a row: the limits on load are no part of a race."""
A_DAY = 3
"""How many of them one day takes."""


def _cookie_of(actor: Actor) -> str:
    assert actor.user_id is not None  # noqa: S101  (the system signs in nowhere)
    browser = Client()
    with override_settings(SECRET_KEY=TOLD["SECRET_KEY"]):  # as the web processes read it
        browser.force_login(User.objects.get(pk=actor.user_id))
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


@dataclass(frozen=True)
class Someone:
    """Somebody with an account, and the cookie of their session."""

    actor: Actor
    session: str

    @classmethod
    def of(cls, actor: Actor) -> "Someone":
        return cls(actor, _cookie_of(actor))

    def asks(self, path: str, body: Any = None, *, method: str = "POST") -> Ask:
        return Ask(self.session, path, body, method)


@dataclass(frozen=True)
class Person(Someone):
    """An interpreter."""

    row: Interpreter

    @classmethod
    def made(cls) -> "Person":
        row = an_interpreter(cleared=False)
        actor = acting(row)
        return cls(actor, _cookie_of(actor), row)


@dataclass(frozen=True)
class Day:
    """A visit with one session and one place; ``people`` are the interpreters there is to ask."""

    cast: "Cast"
    visit: Visit
    session: Session
    people: Sequence[Person]

    @property
    def team(self) -> Someone:
        """Who plans it."""
        return self.cast.team[0]

    @property
    def other(self) -> Someone:
        """A second coordinator."""
        return self.cast.team[1]

    @property
    def shift(self) -> Shift:
        return place_of(self.session)

    def asked(self, *people: Person, now: datetime | None = None) -> list[Offer]:
        rows = [person.row for person in people]
        return asked(self.shift, rows, by=self.team.actor, now=now or right_now())

    def said_yes(self, person: Person, *, now: datetime | None = None) -> None:
        accept_offer(offer_id=self.offer(person).id, now=now or right_now(), actor=person.actor)

    def offer(self, person: Person) -> Offer:
        return Offer.objects.get(shift__session=self.session, interpreter=person.row)

    def states(self) -> tuple[str, str, str, bool]:
        """Of session, place and the first person's offer; and whether the place is kept for somebody."""
        shift, session = self.shift, Session.objects.get(pk=self.session.id)
        return session.state, shift.state, self.offer(self.people[0]).state, shift.promised_to_id is not None


@dataclass(frozen=True)
class Cast:
    """Two coordinators, the safeguarding lead, two therapists, a partner with a group, and interpreters."""

    team: Sequence[Someone]
    lead: Someone
    therapists: Sequence[UUID]
    partner: Someone
    group: Group
    people: Sequence[Person]

    @classmethod
    def made(cls, people: int) -> "Cast":
        agency = an_agency()
        therapists = [someone_of_the_team(TeamRole.THERAPIST).team_member_id for _ in range(2)]
        return cls(
            [Someone.of(someone_of_the_team()) for _ in range(2)],
            Someone.of(someone_of_the_team(TeamRole.SAFEGUARDING_LEAD)),
            [pk for pk in therapists if pk is not None],
            Someone.of(a_partner_of(agency)),
            a_group_of(agency),
            [Person.made() for _ in range(people)],
        )

    def visit(self, day: date, now: datetime) -> Visit:
        """Planned; both therapists said yes."""
        by = self.team[0].actor
        visit = plan_visit(day=day, time_zone=ZONE, therapist_ids=self.therapists, now=now, actor=by)
        for pk in self.therapists:
            record_therapist_answer(visit_id=visit.id, member_id=pk, answer=TherapistAnswer.YES, now=now, actor=by)
        return Visit.objects.get(pk=visit.id)

    def day(self, number: int, *, group: Group | None = None, past: bool = False) -> Day:
        """The day of that number, counted from next week on, or backwards from today: nothing but planned."""
        now = right_now() - timedelta(days=number + 30) if past else right_now()
        day = now.date() + timedelta(days=29) if past else now.date() + timedelta(days=number + 7)
        visit = self.visit(day, now)
        session = a_session(group or self.group, visit, by=self.team[0].actor, now=now)
        first = number * A_DAY
        return Day(self, visit, session, [self.people[(first + i) % len(self.people)] for i in range(A_DAY)])


def rounds_and_days(count: int) -> Iterator[tuple[Cast, int]]:
    """For each round the cast and the number of its day. When the days of a year are used up, all begins anew."""
    for number in range(count):
        if number % DAYS == 0:
            if number:
                clean()
            cast = Cast.made(min(MANY, A_DAY * count))
        yield cast, number % DAYS


def right_now() -> datetime:
    """The web processes read this clock too."""
    return datetime.now(UTC)
