"""Everyone is taken on, months ago: the team, the partners with their groups, the interpreters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
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
from passerelle.demo.world.calendar import FRIDAY
from passerelle.demo.world.cast import PARTNERS, SITES, TEAM, WAYS, Meeting, Partner, mail
from passerelle.demo.world.interpreters import ASSESSED, SPEAKERS, Papers, Speaker
from passerelle.domain.roles import SYSTEM, Actor
from passerelle.domain.words import CredentialKind
from passerelle.interpreters.services import Profile, add_interpreter, record_credential
from passerelle.interpreters.wishes import Wishes

_STEP = timedelta(minutes=4)
_AGREED: Papers = ((CredentialKind.AGREEMENT, 360),)


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

    @property
    def lead(self) -> Actor:
        return self.actors["miriam"]

    def interpreter(self, key: str) -> Actor:
        """Who answers for this interpreter: they themselves, or the coordinator with them on the phone."""
        return self.actors.get(key, self.coordinator)


def _office_hours(first: datetime) -> Iterator[datetime]:
    """One moment after the other, from ``first`` on, every day until six."""
    now = first
    while True:
        yield now
        now += _STEP
        if now.time() > time(18):
            now = datetime.combine(now.date() + timedelta(days=1), first.timetz())


def take_everyone_on(*, next_friday: date, now: datetime) -> People:
    """Through the services, from ``now`` on; the first as the system, for nobody is there yet who could."""
    people, moments = People(), _office_hours(now)
    _team(people, moments)
    _sites(people, moments)
    for partner in PARTNERS:
        _partner(people, partner, moments)
    for speaker in SPEAKERS:
        _interpreter(people, speaker, next_friday, moments)
    return people


def _user(key: str, name: str, now: datetime, locale: str = "") -> User:
    return create_user(email=mail(key), name=name, locale=locale, now=now, actor=SYSTEM)


def _team(people: People, moments: Iterator[datetime]) -> None:
    for colleague, now in zip(TEAM, moments, strict=False):
        user = _user(colleague.key, colleague.name, now)
        people.members[colleague.key] = add_team_member(user_id=user.id, role=colleague.role, now=now, actor=SYSTEM).id
        people.actors[colleague.key] = actor_for(user)


def _sites(people: People, moments: Iterator[datetime]) -> None:
    by = people.coordinator
    for spot, now in zip(SITES, moments, strict=False):
        where = {"name": spot.name, "area": spot.area, "address": spot.address}
        site = create_site(**where, country=spot.country, time_zone=spot.time_zone, now=now, actor=by)
        people.sites[spot.key] = site.id
    now = next(moments)
    for area, other, minutes in WAYS:
        set_travel_time(area=area, other=other, minutes=minutes, now=now, actor=by)


def _partner(people: People, partner: Partner, moments: Iterator[datetime]) -> None:
    now, by = next(moments), people.coordinator
    agency = create_agency(name=partner.name, now=now, actor=by)
    for key, name in ((partner.member, partner.member_name), *partner.colleagues):
        user = _user(key, name, now, partner.locale)
        add_member(agency_id=agency.id, user_id=user.id, now=now, actor=by)
        people.actors[key] = actor_for(user)
    for meeting in partner.groups:
        people.groups[meeting.key] = _group(people, agency.id, meeting, next(moments))
        people.asked_by[meeting.key] = partner


def _group(people: People, agency_id: UUID, meeting: Meeting, now: datetime) -> UUID:
    begins = datetime.combine(date.min, meeting.starts)
    group = create_group(
        agency_id=agency_id,
        site_id=people.sites[meeting.site],
        name=meeting.name,
        kind=meeting.kind,
        women_only=meeting.women_only,
        usual_start=meeting.starts,
        usual_end=(begins + timedelta(minutes=meeting.minutes)).time(),
        now=now,
        actor=people.coordinator,
    )
    return group.id


def _interpreter(people: People, speaker: Speaker, next_friday: date, moments: Iterator[datetime]) -> None:
    now, by = next(moments), people.coordinator
    user = _user(speaker.key, speaker.first_name, now, speaker.reads) if speaker.signs_in else None
    interpreter = add_interpreter(profile=profile_of(speaker), user_id=user.id if user else None, now=now, actor=by)
    people.interpreters[speaker.key] = interpreter.id
    if user is not None:
        people.actors[speaker.key] = actor_for(user)
    seen = next(moments)
    _papers(interpreter.id, _AGREED, next_friday, seen, by)
    # What the lead judged herself she also writes down herself.
    _papers(interpreter.id, speaker.papers, next_friday, seen, people.lead if speaker.papers is ASSESSED else by)
    _says(people, speaker, next(moments))


def profile_of(speaker: Speaker, *, base_area: str = "") -> Profile:
    """What the team holds of them. Where they set out from they say themselves, afterwards."""
    return Profile(
        first_name=speaker.first_name,
        family_name=speaker.family_name,
        languages=speaker.languages,
        places=speaker.places,
        pay_status=speaker.pay_status,
        gender=speaker.gender,
        phone=speaker.phone,
        base_area=base_area,
        reads="" if speaker.signs_in else speaker.reads,
    )


def _papers(interpreter_id: UUID, papers: Iterable[tuple[CredentialKind, int]], friday: date, now: datetime, by: Actor) -> None:
    for kind, days in papers:
        seen_on, expires_on = now.date(), friday + timedelta(days=days)
        record_credential(interpreter_id=interpreter_id, kind=kind, seen_on=seen_on, expires_on=expires_on, now=now, actor=by)


def _says(people: People, speaker: Speaker, now: datetime) -> None:
    """What they say of their own work, or the coordinator with them on the phone."""
    interpreter_id, by = people.interpreters[speaker.key], people.interpreter(speaker.key)
    wishes = Wishes(speaker.places, speaker.sets_out_from, speaker.not_themes, speaker.limits)
    version = 1 + len(_AGREED) + len(speaker.papers)
    edit_profile(interpreter_id=interpreter_id, version=version, wishes=wishes, now=now, actor=by)
    if speaker.usually_free is not None:
        set_usual_day(interpreter_id=interpreter_id, weekday=FRIDAY, free=speaker.usually_free, now=now, actor=by)
