"""A small world in which every service has something to do, and everyone something to see.

It is built once, through the services, two hours before the present moment, and put back before each scenario: so no
deadline that was set while building runs out while the tests run. Everything in it has a name::

    Friday (planning)      open     Art Refuge, 10:00: a place nobody has; asked: asked, holder (who is booked then)
                           taken    Art Refuge, 10:30: holder said yes; on standby: reserve; asked: asked; declined: decliner
                           women    Art Refuge, 16:00, women only: a man said yes
                           young    Art Refuge, 18:00, under-18s: someone without papers said yes
                           waiting  Refugee Youth Service, 14:00: a change is proposed; kept for asked after holder left
    the next (confirmed)   sure     Art Refuge, 10:00: holder is confirmed; on standby: reserve; asked: asked
                           rest     Art Refuge, 14:00: scheduled since; holder said yes
                           late     Refugee Youth Service, 18:00: confirmed with an empty place; asked: asked
    the one after (planning), with nothing on it
    asked for              wish     Art Refuge, on the first Friday; a change is proposed
    drafts                 draft    Art Refuge;  ours: written by the coordinator on their behalf
    imports                         a spreadsheet with one new interpreter, taken in and not applied
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Model

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Agency, Group, Member
from passerelle.agencies.services.agencies import add_member
from passerelle.bookings.models import Offer, Session, Shift, Visit
from passerelle.bookings.services import answers, asking, moving, requests, visits
from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import Ask, PeopleNeed
from passerelle.domain.roles import SYSTEM, Actor, TeamRole
from passerelle.domain.words import Gender, GroupKind, ImportKind, Language, Pay, TherapistAnswer
from passerelle.imports.services import start_import
from passerelle.interpreters.models import Interpreter
from tests.factories.people import a_group_of, a_profile, a_user, an_agency, an_interpreter, someone_of_the_team
from tests.imports.sheets import comma

ZONE = ZoneInfo("Europe/Paris")
DARI = Place(Language.DARI, Pay.PAID)

READERS = (
    "coordinator",
    "partner",
    "other partner",
    "asked",
    "holder",
    "reserve",
    "uninvolved",
    "newcomer",
)
"""Whose screens are looked at: the team, the partner of most sessions and one of another agency, four interpreters (see
above), and someone with an account and no role."""


@dataclass
class World:
    """What was built, by name. Ids stay the same however often the world is put back."""

    built: datetime
    users: dict[str, User] = field(default_factory=dict)
    interpreters: dict[str, Interpreter] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    visits: dict[str, UUID] = field(default_factory=dict)
    sessions: dict[str, UUID] = field(default_factory=dict)
    shifts: dict[str, UUID] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    """What an act returned that a later one needs (``Scenario.tells``)."""

    def actor(self, name: str) -> Actor:
        """What that person is now, as the API finds it."""
        return SYSTEM if name == "system" else actor_for(User.objects.get(pk=self.users[name].pk))

    def member(self, name: str) -> UUID:
        """Their place in the team."""
        return TeamMember.objects.get(user=self.users[name]).id

    def asks_for(self, name: str) -> UUID:
        """Their membership of an agency."""
        return Member.objects.get(user=self.users[name]).id

    def offer(self, shift: str, who: str) -> UUID:
        return Offer.objects.get(shift=self.shifts[shift], interpreter=self.interpreters[who]).id

    def session(self, name: str) -> Session:
        return Session.objects.get(pk=self.sessions[name])

    def shift(self, name: str) -> Shift:
        return Shift.objects.get(pk=self.shifts[name])

    def visit(self, name: str) -> Visit:
        return Visit.objects.get(pk=self.visits[name])

    def at(self, visit: str, hour: int, minute: int = 0) -> datetime:
        """A wall time on that day."""
        return local(self.visit(visit).day, hour, minute)

    def ask(self, visit: str, hour: int, **otherwise: Any) -> Ask:
        """An hour on that day for six people who speak Dari."""
        return an_ask(self.visit(visit).day, hour, **otherwise)

    def spelt_out(self, text: str) -> str:
        """``text`` with names for ids."""
        things: list[tuple[str, Mapping[str, Any]]] = [
            ("", self.users), ("interpreter ", self.interpreters), ("", self.agencies), ("group ", self.groups),
            ("visit ", self.visits), ("session ", self.sessions), ("shift ", self.shifts),
        ]  # fmt: skip
        known = {
            str(thing.pk if isinstance(thing, Model) else thing): f"<{kind}{name}>"
            for kind, named in things
            for name, thing in named.items()
        }
        for offer in Offer.objects.select_related("interpreter"):
            shift = known.get(str(offer.shift_id), "a new shift")
            known[str(offer.id)] = f"<offer of {shift} to {offer.interpreter.first_name}>"
        for pk, name in known.items():
            text = text.replace(pk, name)
        return text


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def an_ask(day: date, hour: int, minute: int = 0, *, minutes: int = 60, **otherwise: Any) -> Ask:
    starts_at = local(day, hour, minute)
    usual: dict[str, Any] = {
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=minutes),
        "people_expected": 6,
        "needs": [PeopleNeed(Language.DARI, 6)],
        "contact_name": "Ines",
    }
    return Ask(**{**usual, **otherwise})


class Builder:
    """Builds the world, act by act."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC) - timedelta(hours=2)
        self.world = World(self.now)
        ahead = (4 - self.now.weekday()) % 7
        self.first = self.now.date() + timedelta(days=ahead + 14)

    def build(self) -> World:
        self._people()
        self._days()
        self._being_planned()
        self._confirmed()
        self._asked_for()
        sheet = comma([("Name", "Languages"), ("Samira", "Dari")])
        self._do(start_import, kind=ImportKind.INTERPRETERS, file_name="people.csv", data=sheet)
        return self.world

    # People ------------------------------------------------------------------------------------

    def _people(self) -> None:
        world = self.world
        for name, role in [
            ("owner", TeamRole.OWNER),
            ("coordinator", TeamRole.COORDINATOR),
            ("lead", TeamRole.SAFEGUARDING_LEAD),
            ("therapist", TeamRole.THERAPIST),
            ("other therapist", TeamRole.THERAPIST),
        ]:
            someone_of_the_team(role, self._user(name))
        for name in ("newcomer", "leaver"):
            self._user(name)
        self._agency("Art Refuge", "partner", "colleague")
        self._agency("Refugee Youth Service", "other partner")
        world.groups["open"] = a_group_of(world.agencies["Art Refuge"])
        world.groups["women"] = a_group_of(world.agencies["Art Refuge"], GroupKind.WOMEN_AND_CHILDREN, women_only=True)
        world.groups["young"] = a_group_of(world.agencies["Art Refuge"], GroupKind.UNACCOMPANIED_YOUNG_PEOPLE)
        world.groups["theirs"] = a_group_of(world.agencies["Refugee Youth Service"])
        for name in ("asked", "holder", "reserve", "decliner", "uninvolved"):
            self._interpreter(name)
        self._interpreter("man", gender=Gender.MAN)
        self._interpreter("without papers", cleared=False)
        self._interpreter("by phone", signs_in=False)

    def _user(self, name: str) -> User:
        user = self.world.users[name] = a_user(name.replace(" ", "."))
        return user

    def _agency(self, name: str, *members: str) -> None:
        agency = self.world.agencies[name] = an_agency(name)
        for member in members:
            add_member(agency_id=agency.id, user_id=self._user(member).id, now=self.now, actor=SYSTEM)

    def _interpreter(self, name: str, *, gender: Gender = Gender.WOMAN, signs_in: bool = True, cleared: bool = True) -> None:
        made = an_interpreter(a_profile(name, Language.DARI, gender=gender), signs_in=signs_in, cleared=cleared)
        self.world.interpreters[name] = made
        if made.user is not None:
            self.world.users[name] = made.user

    # Acts --------------------------------------------------------------------------------------

    def _do(self, service: Any, by: str = "coordinator", **given: Any) -> Any:
        return service(**given, now=self.now, actor=self.world.actor(by))

    def _request(self, name: str, group: str, ask: Ask, by: str = "partner", *, submit: bool = True) -> None:
        made = self._do(requests.request_session, by, group_id=self.world.groups[group].id, ask=ask, submit=submit)
        self.world.sessions[name] = made.id

    def _session(self, name: str, visit: str, group: str, hour: int, minute: int = 0, *, minutes: int = 60) -> None:
        """On the day, with one place."""
        world = self.world
        by = "other partner" if group == "theirs" else "partner"
        self._request(name, group, an_ask(world.visit(visit).day, hour, minute, minutes=minutes), by)
        self._do(moving.schedule_session, session_id=world.sessions[name], visit_id=world.visits[visit], shifts=[DARI])
        world.shifts[name] = Shift.objects.get(session=world.sessions[name]).id

    def _ask(self, shift: str, *who: str) -> None:
        ids = [self.world.interpreters[name].id for name in who]
        self._do(asking.ask_interpreters, shift_id=self.world.shifts[shift], interpreter_ids=ids)

    def _answer(self, shift: str, who: str, answer: Any) -> None:
        self._do(answer, who, offer_id=self.world.offer(shift, who))

    def _yes_by_phone(self, shift: str, who: str) -> None:
        interpreter_id = self.world.interpreters[who].id
        self._do(asking.assign_interpreter, shift_id=self.world.shifts[shift], interpreter_id=interpreter_id)

    def _propose(self, session: str, by: str, hour: int) -> None:
        row = self.world.session(session)
        starts_at = local(self.first, hour)
        times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)}
        self._do(requests.propose_change, by, session_id=row.id, version=row.version, **times, people_expected=9)

    # The days ----------------------------------------------------------------------------------

    def _days(self) -> None:
        going = [self.world.member("therapist"), self.world.member("other therapist")]
        for week, name in enumerate(["Friday", "the next", "the one after"]):
            day = self.first + timedelta(weeks=week)
            made = self._do(visits.plan_visit, day=day, time_zone="Europe/Paris", therapist_ids=going)
            self.world.visits[name] = made.id
        for visit in ("Friday", "the next"):
            for member in going:
                visit_id = self.world.visits[visit]
                self._do(visits.record_therapist_answer, visit_id=visit_id, member_id=member, answer=TherapistAnswer.YES)

    def _being_planned(self) -> None:
        self._session("open", "Friday", "open", 10)
        self._session("taken", "Friday", "open", 10, 30)
        self._session("women", "Friday", "women", 16)
        self._session("young", "Friday", "young", 18)
        self._session("waiting", "Friday", "theirs", 14)
        self._ask("open", "asked", "holder")
        self._ask("taken", "holder", "reserve", "asked", "decliner")
        self._answer("taken", "holder", answers.accept_offer)
        self._answer("taken", "reserve", answers.stand_by_offer)
        self._answer("taken", "decliner", answers.decline_offer)
        self._yes_by_phone("women", "man")
        self._yes_by_phone("young", "without papers")
        self._ask("waiting", "holder", "asked", "reserve")
        self._answer("waiting", "holder", answers.accept_offer)
        self._answer("waiting", "asked", answers.stand_by_offer)
        self._answer("waiting", "holder", answers.withdraw_offer)
        self._propose("waiting", "other partner", 15)

    def _confirmed(self) -> None:
        world = self.world
        self._session("sure", "the next", "open", 10)
        self._session("late", "the next", "theirs", 18)
        self._ask("sure", "holder", "reserve")
        self._answer("sure", "holder", answers.accept_offer)
        self._answer("sure", "reserve", answers.stand_by_offer)
        version, gaps = world.visit("the next").version, {world.sessions["late"]: "The partner brings someone."}
        self._do(visits.confirm_day, visit_id=world.visits["the next"], version=version, gap_reasons=gaps)
        self._ask("sure", "asked")
        self._ask("late", "asked")
        self._session("rest", "the next", "open", 14)
        self._ask("rest", "holder")
        self._answer("rest", "holder", answers.accept_offer)

    def _asked_for(self) -> None:
        self._request("wish", "open", an_ask(self.first, 12))
        self._propose("wish", "partner", 13)
        self._request("draft", "open", an_ask(self.first, 9), submit=False)
        self._request("ours", "open", an_ask(self.first, 8), "coordinator", submit=False)
