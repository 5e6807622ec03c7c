"""Who calls the API, and the things they call it about, made through the services.

The API's clock is the real one, so everything lies a year ahead of today, or (what was held) some weeks back.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Agency, Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import answers, asking, moving, requests, visits
from passerelle.bookings.services.asks import Ask, PeopleNeed
from passerelle.bookings.services.moving import Place
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import Language, Pay, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import (
    a_group_of,
    a_man,
    a_partner_of,
    a_profile,
    a_user,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)
from tests.support.sockets import session_of

ZONE = "Europe/Paris"
PARTNER, OTHER_PARTNER = "partner", "other partner"
INTERPRETER, OTHER_INTERPRETER = "interpreter", "other interpreter"
COORDINATOR, THERAPIST, LEAD, TREASURER = "coordinator", "therapist", "lead", "treasurer"
NEWCOMER = "newcomer"
TEAM = frozenset({COORDINATOR, THERAPIST, LEAD, TREASURER})
PARTNERS = frozenset({PARTNER, OTHER_PARTNER})
INTERPRETERS = frozenset({INTERPRETER, OTHER_INTERPRETER})
EVERYONE = TEAM | PARTNERS | INTERPRETERS | {NEWCOMER}


@dataclass
class World:
    """``people`` by the names above. ``shirin`` is the interpreter's row, ``omid`` the other one's."""

    now: datetime
    people: dict[str, Actor]
    agency: Agency
    group: Group
    women: Group
    """Of the same agency, and for women only."""
    other_group: Group
    shirin: Interpreter
    omid: Interpreter
    sessions: dict[str, str]
    """The key of a signed-in session of each."""
    days: int = 0

    @property
    def team(self) -> Actor:
        return self.people[COORDINATOR]

    @property
    def partner(self) -> Actor:
        return self.people[PARTNER]

    def a_friday(self) -> date:
        """One that nothing is on yet, ten weeks ahead or more; the days after them once a year's Fridays are used up."""
        later, week = divmod(self.days, 40)
        self.days += 1
        return self.now.date() + timedelta(days=70 + 4 - self.now.weekday() + later, weeks=week)

    def a_visit(self, day: date | None = None, *, now: datetime | None = None, yes: int = 2) -> Visit:
        """Planned, and ``yes`` therapists said so."""
        given: dict[str, Any] = {"now": now or self.now, "actor": self.team}
        visit = visits.plan_visit(day=day or self.a_friday(), time_zone=ZONE, **given)
        for _ in range(yes):
            member = TeamMember.objects.get(user=someone_of_the_team(TeamRole.THERAPIST).user_id)
            visits.record_therapist_answer(visit_id=visit.id, member_id=member.id, answer=TherapistAnswer.YES, **given)
        return Visit.objects.get(pk=visit.id)

    def an_ask(self, day: date | None = None, hour: int = 14) -> Ask:
        starts_at = datetime.combine(day or self.a_friday(), time(hour), ZoneInfo(ZONE)).astimezone(UTC)
        return Ask(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
            people_expected=6,
            needs=[PeopleNeed(Language.DARI, 6)],
            notes="Paper and paints are there.",
            contact_name="Ines",
            contact_phone="+33 3 53 01 00 11",
        )

    def a_draft(self) -> Session:
        return self.a_request(submit=False)

    def a_request(
        self,
        day: date | None = None,
        *,
        submit: bool = True,
        now: datetime | None = None,
        hour: int = 14,
        group: Group | None = None,
    ) -> Session:
        ask, now, group = self.an_ask(day, hour), now or self.now, group or self.group
        made = requests.request_session(group_id=group.id, ask=ask, submit=submit, now=now, actor=self.partner)
        return Session.objects.get(pk=made.id)

    def a_request_with_a_change(self) -> Session:
        session = self.a_request()
        requests.propose_change(
            session_id=session.id,
            version=session.version,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            people_expected=7,
            now=self.now,
            actor=self.partner,
        )
        return Session.objects.get(pk=session.id)

    def scheduled(
        self, visit: Visit | None = None, *, now: datetime | None = None, hour: int = 14, group: Group | None = None
    ) -> Shift:
        """A session on a day; its one place, in Dari, is open."""
        visit = visit or self.a_visit()
        session = self.a_request(visit.day, now=now, hour=hour, group=group)
        moving.schedule_session(
            session_id=session.id,
            visit_id=visit.id,
            shifts=[Place(Language.DARI, Pay.PAID)],
            now=now or self.now,
            actor=self.team,
        )
        return Shift.objects.select_related("session__visit").get(session=session)

    def asked(self, shift: Shift | None = None, *people: Interpreter, now: datetime | None = None) -> Offer:
        """The interpreter (or ``people``) was asked for an open place."""
        shift = shift or self.scheduled()
        chosen = people or (self.shirin,)
        ids = [person.id for person in chosen]
        asking.ask_interpreters(shift_id=shift.id, interpreter_ids=ids, now=now or self.now, actor=self.team)
        return Offer.objects.get(shift=shift, interpreter=chosen[0])

    def answered(self, act: Any, offer: Offer | None = None, *, now: datetime | None = None) -> Offer:
        """The interpreter said ``act`` to an offer."""
        offer = offer or self.asked()
        act(offer_id=offer.id, now=now or self.now, actor=acting(offer.interpreter))
        return Offer.objects.get(pk=offer.id)

    def taken(self, shift: Shift | None = None, *, now: datetime | None = None) -> Shift:
        """The interpreter said yes."""
        offer = self.answered(answers.accept_offer, self.asked(shift, now=now), now=now)
        return Shift.objects.select_related("session__visit").get(pk=offer.shift_id)

    def confirmed(self, visit: Visit | None = None, *, now: datetime | None = None) -> Shift:
        """The day is confirmed, and the interpreter with it."""
        shift = self.taken(self.scheduled(visit, now=now), now=now)
        visit = self.visit_of(shift)
        visits.confirm_day(visit_id=visit.id, version=visit.version, now=now or self.now, actor=self.team)
        return Shift.objects.select_related("session__visit").get(pk=shift.id)

    def over(self) -> Shift:
        """Confirmed, and the session was some weeks ago."""
        self.days += 1
        before = self.now - timedelta(weeks=8 + 2 * self.days)
        return self.confirmed(self.a_visit(before.date() + timedelta(weeks=1), now=before), now=before)

    @staticmethod
    def visit_of(shift: Shift) -> Visit:
        """The day of its session, as it is now."""
        return Visit.objects.get(sessions=shift.session_id)

    def member_of(self, name: str) -> UUID:
        """The place in the team of somebody of ``people``."""
        return TeamMember.objects.get(user=self.people[name].user_id).id


def a_world() -> World:
    agency, other = an_agency("Art Refuge"), an_agency("Refugee Youth Service")
    shirin, omid = an_interpreter(a_profile("Shirin")), a_man("Omid")
    people = {
        PARTNER: a_partner_of(agency),
        OTHER_PARTNER: a_partner_of(other),
        INTERPRETER: acting(shirin),
        OTHER_INTERPRETER: acting(omid),
        COORDINATOR: someone_of_the_team(TeamRole.COORDINATOR),
        THERAPIST: someone_of_the_team(TeamRole.THERAPIST),
        LEAD: someone_of_the_team(TeamRole.SAFEGUARDING_LEAD),
        TREASURER: someone_of_the_team(TeamRole.TREASURER),
        NEWCOMER: Actor(user_id=a_user("Nour").id),
    }
    sessions = {name: session_of(User.objects.get(pk=str(actor.user_id))) for name, actor in people.items()}
    return World(
        now=datetime.now(UTC),
        people=people,
        agency=agency,
        group=a_group_of(agency),
        women=a_group_of(agency, women_only=True),
        other_group=a_group_of(other),
        shirin=shirin,
        omid=omid,
        sessions=sessions,
    )
