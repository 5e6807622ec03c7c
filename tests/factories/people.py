"""People in the situations tests need, made through the services. ``NOW`` is a Monday morning."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.accounts.services import add_team_member, create_user
from passerelle.agencies.models import Agency, Group
from passerelle.agencies.services.agencies import add_member, create_agency
from passerelle.agencies.services.groups import create_group
from passerelle.agencies.services.sites import create_site
from passerelle.domain.roles import SYSTEM, Actor, TeamRole
from passerelle.domain.words import CredentialKind, Gender, GroupKind, Language, PayStatus, Place
from passerelle.interpreters.models import Interpreter
from passerelle.interpreters.services import Profile, add_interpreter, record_credential

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_number = count(1)


def a_user(name: str = "Robin", email: str = "") -> User:
    return create_user(email=email or f"{name.lower()}.{next(_number)}@example.invalid", name=name, now=NOW, actor=SYSTEM)


def someone_of_the_team(role: TeamRole = TeamRole.COORDINATOR, user: User | None = None) -> Actor:
    user = user or a_user()
    add_team_member(user_id=user.id, role=role, now=NOW, actor=SYSTEM)
    return actor_for(user)


def an_agency(name: str = "") -> Agency:
    return create_agency(name=name or f"Agency {next(_number)}", now=NOW, actor=SYSTEM)


def a_partner_of(agency: Agency) -> Actor:
    user = a_user()
    add_member(agency_id=agency.id, user_id=user.id, now=NOW, actor=SYSTEM)
    return actor_for(user)


def a_group_of(agency: Agency, kind: GroupKind = GroupKind.MIXED_ADULTS, *, women_only: bool = False) -> Group:
    site = create_site(
        name="The lighthouse",
        area="Calais centre",
        address="14 rue des Voiliers, 62100 Calais",
        country="FR",
        time_zone="Europe/Paris",
        now=NOW,
        actor=SYSTEM,
    )
    name = f"Group {next(_number)}"
    return create_group(
        agency_id=agency.id, site_id=site.id, name=name, kind=kind, women_only=women_only, now=NOW, actor=SYSTEM
    )


def a_profile(
    first_name: str = "Shirin",
    *languages: Language,
    gender: Gender = Gender.WOMAN,
    pay_status: PayStatus = PayStatus.FEES,
) -> Profile:
    spoken = languages or (Language.DARI,)
    return Profile(
        first_name=first_name,
        languages=dict.fromkeys(spoken, ()),
        places=[Place.FRANCE, Place.REMOTE],
        pay_status=pay_status,
        gender=gender,
    )


def an_interpreter(profile: Profile | None = None, *, signs_in: bool = True, cleared: bool = True) -> Interpreter:
    """With ``cleared``, a check and safeguarding training that are valid for years."""
    user_id: UUID | None = a_user().id if signs_in else None
    made = add_interpreter(profile=profile or a_profile(), user_id=user_id, now=NOW, actor=SYSTEM)
    for kind in (CredentialKind.CHECK, CredentialKind.SAFEGUARDING_TRAINING) if cleared else ():
        record_credential(
            interpreter_id=made.id,
            kind=kind,
            seen_on=date(2026, 11, 1),
            expires_on=date(2031, 11, 1),
            now=NOW,
            actor=SYSTEM,
        )
    return Interpreter.objects.get(pk=made.id)


def a_man(name: str = "Omid", *, cleared: bool = True) -> Interpreter:
    """An interpreter for Dari who is no woman."""
    return an_interpreter(a_profile(name, gender=Gender.MAN), cleared=cleared)


def acting(interpreter: Interpreter) -> Actor:
    """The interpreter themselves, signed in."""
    assert interpreter.user is not None
    return actor_for(interpreter.user)
