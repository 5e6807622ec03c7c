"""A day to come and who is on it, made through the services at the present moment: the server's clock is the real one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from passerelle.agencies.models import Agency, Group
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import answers, asking, moving, requests, visits
from passerelle.bookings.services.asks import Ask, PeopleNeed
from passerelle.bookings.services.moving import Place
from passerelle.domain.roles import Actor, TeamRole
from passerelle.domain.words import GroupKind, Language, Pay, Theme, TherapistAnswer
from passerelle.interpreters.models import Interpreter
from tests.factories.people import (
    a_group_of,
    a_partner_of,
    a_profile,
    a_user,
    acting,
    an_agency,
    an_interpreter,
    someone_of_the_team,
)

ZONE = ZoneInfo("Europe/Paris")
DARI = Place(Language.DARI, Pay.PAID)


def now() -> datetime:
    return datetime.now(UTC)


def in_days(days: int) -> date:
    """The day so many days from today, as reckoned at the place."""
    return now().astimezone(ZONE).date() + timedelta(days=days)


@dataclass(frozen=True)
class Friday:
    """A day (of whatever weekday: it is as far from today as a test needs), who plans it and who asked."""

    day: date
    coordinator: Actor
    agency: Agency
    partner: Actor
    visit_id: UUID

    @property
    def visit(self) -> Visit:
        return Visit.objects.get(pk=self.visit_id)

    @property
    def board(self) -> str:
        """The address of its board."""
        return f"/team/visits/{self.visit_id}"


def of_the_team(name: str, role: TeamRole = TeamRole.COORDINATOR) -> Actor:
    return someone_of_the_team(role, a_user(name))


def a_friday(days: int = 13, *, deputy_id: UUID | None = None, agency: Agency | None = None) -> Friday:
    """A day being planned, to which two therapists said yes."""
    coordinator, agency = of_the_team("Hannah"), agency or an_agency()
    therapists = [of_the_team(name, TeamRole.THERAPIST).team_member_id for name in ("Ruth", "Tom")]
    ids = [member for member in therapists if member is not None]
    visit = visits.plan_visit(
        day=in_days(days), time_zone=str(ZONE), therapist_ids=ids, deputy_id=deputy_id, now=now(), actor=coordinator
    )
    for member in ids:
        visits.record_therapist_answer(
            visit_id=visit.id, member_id=member, answer=TherapistAnswer.YES, now=now(), actor=coordinator
        )
    return Friday(visit.day, coordinator, agency, a_partner_of(agency), visit.id)


def an_ask(friday: Friday, hour: int, **otherwise: Any) -> Ask:
    """An hour for six people who speak Dari, with brief and contact: nothing to warn of."""
    starts_at = datetime.combine(friday.day, time(hour), ZONE).astimezone(UTC)
    usual: dict[str, Any] = {
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=1),
        "people_expected": 6,
        "needs": [PeopleNeed(Language.DARI, 6)],
        "theme": Theme.SLEEP,
        "contact_name": "Ines",
    }
    return Ask(**{**usual, **otherwise})


def a_session(
    friday: Friday,
    hour: int = 11,
    *places: Place,
    kind: GroupKind = GroupKind.MIXED_ADULTS,
    women_only: bool = False,
    group: Group | None = None,
    **asked_for: Any,
) -> Session:
    """Asked for by the partner and put on the day, with one paid place for Dari unless told. ``asked_for``: as ``an_ask``."""
    group = group or a_group_of(friday.agency, kind, women_only=women_only)
    session = requests.request_session(
        group_id=group.id, ask=an_ask(friday, hour, **asked_for), submit=True, now=now(), actor=friday.partner
    )
    shifts = places or (DARI,)
    moving.schedule_session(session_id=session.id, visit_id=friday.visit_id, shifts=shifts, now=now(), actor=friday.coordinator)
    return Session.objects.get(pk=session.id)


def place_of(session: Session) -> Shift:
    """Its one place."""
    return Shift.objects.get(session=session)


def someone(name: str, **otherwise: Any) -> Interpreter:
    """A woman who works in Dari, cleared, with an account."""
    return an_interpreter(a_profile(name), **otherwise)


def asked(shift: Shift, *people: Interpreter, by: Actor) -> None:
    ids = [one.id for one in people]
    asking.ask_interpreters(shift_id=shift.id, interpreter_ids=ids, now=now(), actor=by)


def offer_of(shift: Shift, person: Interpreter) -> Offer:
    return Offer.objects.get(shift=shift, interpreter=person)


def says_yes(shift: Shift, person: Interpreter, *, by: Actor) -> Offer:
    """Asked, and said yes by themselves."""
    asked(shift, person, by=by)
    return answers.accept_offer(offer_id=offer_of(shift, person).id, now=now(), actor=acting(person))


def stands_by(shift: Shift, person: Interpreter, *, by: Actor) -> Offer:
    asked(shift, person, by=by)
    return answers.stand_by_offer(offer_id=offer_of(shift, person).id, now=now(), actor=acting(person))


def confirm(friday: Friday) -> None:
    visits.confirm_day(visit_id=friday.visit_id, version=friday.visit.version, now=now(), actor=friday.coordinator)


def state_of(row: Shift | Session | Offer | Visit) -> str:
    return str(type(row)._default_manager.values_list("state", flat=True).get(pk=row.pk))
