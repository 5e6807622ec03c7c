"""Everyone is taken on, months ago: the team, the partners with their groups, the interpreters."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.accounts.services import add_team_member, create_user
from passerelle.agencies.services.agencies import add_member, create_agency
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.sites import create_site
from passerelle.availability.services import set_usual_day
from passerelle.bookings.services.profile import edit_profile
from passerelle.bookings.services.travel import set_travel_time
from passerelle.demo.world.calendar import FRIDAY, ZONE
from passerelle.demo.world.cast import PARTNERS, SITES, TEAM, WAYS, Partner, mail
from passerelle.demo.world.interpreters import SPEAKERS, Speaker
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.domain.words import CredentialKind
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile, add_interpreter, record_credential
from passerelle.interpreters.wishes import Wishes


@dataclass
class People:
    """Everyone of the world by their key in the cast."""

    actors: dict[str, Actor] = field(default_factory=dict)
    members: dict[str, UUID] = field(default_factory=dict)
    interpreters: dict[str, UUID] = field(default_factory=dict)
    sites: dict[str, UUID] = field(default_factory=dict)
    groups: dict[str, UUID] = field(default_factory=dict)
    asked_by: dict[str, Partner] = field(default_factory=dict)

    @property
    def coordinator(self) -> Actor:
        return self.actors["hannah"]

    def interpreter(self, key: str) -> Actor:
        """Who answers for this interpreter: they themselves, or the coordinator with them on the phone."""
        return self.actors.get(key, self.coordinator)


def take_everyone_on(*, next_friday: date, now: datetime) -> People:
    """Through the services, as the system: nobody is there yet who could."""
    people = People()
    _team(people, now)
    _sites(people, now)
    for partner in PARTNERS:
        people.actors[partner.member] = actor_for(_partner(people, partner, now))
    for speaker in SPEAKERS:
        _interpreter(people, speaker, next_friday, now)
    return people


def _user(key: str, name: str, now: datetime, locale: str = "") -> User:
    return create_user(email=mail(key), name=name, locale=locale, now=now, actor=SYSTEM)


def _team(people: People, now: datetime) -> None:
    for colleague in TEAM:
        user = _user(colleague.key, colleague.name, now)
        people.members[colleague.key] = add_team_member(user_id=user.id, role=colleague.role, now=now, actor=SYSTEM).id
        people.actors[colleague.key] = actor_for(user)


def _sites(people: People, now: datetime) -> None:
    for spot in SITES:
        where = {"name": spot.name, "area": spot.area, "address": spot.address, "country": "FR", "time_zone": ZONE}
        people.sites[spot.key] = create_site(**where, now=now, actor=people.coordinator).id
    for area, other, minutes in WAYS:
        set_travel_time(area=area, other=other, minutes=minutes, now=now, actor=people.coordinator)


def _partner(people: People, partner: Partner, now: datetime) -> User:
    by = people.coordinator
    agency = create_agency(name=partner.name, now=now, actor=by)
    user = _user(partner.member, partner.member_name, now, partner.locale)
    add_member(agency_id=agency.id, user_id=user.id, now=now, actor=by)
    for meeting in partner.groups:
        people.groups[meeting.key] = create_group(
            agency_id=agency.id,
            site_id=people.sites[meeting.site],
            name=meeting.name,
            kind=meeting.kind,
            women_only=meeting.women_only,
            now=now,
            actor=by,
        ).id
        people.asked_by[meeting.key] = partner
    return user


def _interpreter(people: People, speaker: Speaker, next_friday: date, now: datetime) -> None:
    user = _user(speaker.key, speaker.first_name, now) if speaker.signs_in else None
    profile = Profile(
        first_name=speaker.first_name,
        languages=speaker.languages,
        places=speaker.places,
        pay_status=speaker.pay_status,
        gender=speaker.gender,
        phone=speaker.phone,
    )
    by, user_id = people.coordinator, user.id if user is not None else None
    interpreter = add_interpreter(profile=profile, user_id=user_id, now=now, actor=by)
    people.interpreters[speaker.key] = interpreter.id
    for kind, days in ((CredentialKind.AGREEMENT, 360), *speaker.papers):
        record_credential(
            interpreter_id=interpreter.id,
            kind=kind,
            seen_on=now.date(),
            expires_on=next_friday + timedelta(days=days),
            now=now,
            actor=by,
        )
    if user is not None:
        people.actors[speaker.key] = actor_for(user)
    _says(people, speaker, now)


def _says(people: People, speaker: Speaker, now: datetime) -> None:
    """What they say of their own work, or the coordinator with them on the phone."""
    interpreter_id, by = people.interpreters[speaker.key], people.interpreter(speaker.key)
    version = Interpreter.objects.values_list("version", flat=True).get(pk=interpreter_id)
    wishes = Wishes(places=speaker.places, base_area=speaker.sets_out_from)
    edit_profile(interpreter_id=interpreter_id, version=version, wishes=wishes, now=now, actor=by)
    if speaker.usually_free is not None:
        set_usual_day(interpreter_id=interpreter_id, weekday=FRIDAY, free=speaker.usually_free, now=now, actor=by)
