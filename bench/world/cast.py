"""Who is in the world: taken on through the services, the same people whatever the length of the past."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from passerelle.accounts.services import add_team_member, create_user
from passerelle.agencies.models import Member
from passerelle.agencies.services.agencies import add_member, create_agency
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.sites import create_site
from passerelle.domain.roles import SYSTEM, TeamRole
from passerelle.domain.words import CredentialKind, Gender, GroupKind, Language, PayStatus, Place
from passerelle.interpreters.services import Profile, add_interpreter, record_credential

AGENCIES, GROUPS, SPEAKERS = 10, 20, 50
LANGUAGES = (Language.DARI, Language.ARABIC)
ZONE = "Europe/Paris"


@dataclass(frozen=True)
class Partner:
    """An agency, and the person who asks on its behalf."""

    agency: UUID
    member: UUID
    user: UUID


@dataclass(frozen=True)
class Interpreting:
    interpreter: UUID
    user: UUID


@dataclass(frozen=True)
class Cast:
    """``groups`` are spread over the ``partners`` in order; ``speakers`` are 50 for each of ``LANGUAGES``."""

    coordinator: UUID
    therapists: list[UUID]
    partners: list[Partner]
    groups: list[UUID]
    speakers: dict[Language, list[Interpreting]]

    def partner_of(self, group: int) -> Partner:
        return self.partners[group % AGENCIES]


def take_on(*, now: datetime) -> Cast:
    """Everyone, ``now`` being when the past begins."""
    therapists = [_of_the_team(TeamRole.THERAPIST, f"therapist{number}", now)[1] for number in range(2)]
    partners = [_a_partner(number, now) for number in range(AGENCIES)]
    site = create_site(
        name="The lighthouse", area="Calais", address="14 rue des Voiliers", country="FR", time_zone=ZONE, now=now, actor=SYSTEM
    )
    groups = [
        create_group(
            agency_id=partners[number % AGENCIES].agency,
            site_id=site.id,
            name=f"Group {number}",
            kind=GroupKind.MIXED_ADULTS,
            now=now,
            actor=SYSTEM,
        ).id
        for number in range(GROUPS)
    ]
    speakers = {language: [_an_interpreter(language, number, now) for number in range(SPEAKERS)] for language in LANGUAGES}
    return Cast(_of_the_team(TeamRole.COORDINATOR, "coordinator", now)[0], therapists, partners, groups, speakers)


def _user(name: str, now: datetime) -> UUID:
    return create_user(email=f"{name}@example.invalid", name=name.capitalize(), now=now, actor=SYSTEM).id


def _of_the_team(role: TeamRole, name: str, now: datetime) -> tuple[UUID, UUID]:
    user = _user(name, now)
    return user, add_team_member(user_id=user, role=role, now=now, actor=SYSTEM).id


def _a_partner(number: int, now: datetime) -> Partner:
    agency, user = create_agency(name=f"Partner {number}", now=now, actor=SYSTEM), _user(f"partner{number}", now)
    add_member(agency_id=agency.id, user_id=user, now=now, actor=SYSTEM)
    return Partner(agency.id, Member.objects.get(user=user).id, user)


def _an_interpreter(language: Language, number: int, now: datetime) -> Interpreting:
    user = _user(f"{language.name.lower()}{number}", now)
    profile = Profile(
        first_name=f"{language.name.capitalize()} {number:02}",
        languages={language: []},
        places=[Place.FRANCE, Place.REMOTE],
        pay_status=PayStatus.FEES,
        gender=Gender.WOMAN,
    )
    return Interpreting(add_interpreter(profile=profile, user_id=user, now=now, actor=SYSTEM).id, user)


def clear(cast: Cast, *, now: datetime) -> None:
    """What has to be seen of everyone who interprets was seen by ``now``."""
    seen_on, expires_on = now.date() - timedelta(days=30), now.date() + timedelta(days=900)
    for one in [one for language in LANGUAGES for one in cast.speakers[language]]:
        for kind in (CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING):
            record_credential(
                interpreter_id=one.interpreter, kind=kind, seen_on=seen_on, expires_on=expires_on, now=now, actor=SYSTEM
            )
