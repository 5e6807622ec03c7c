"""Accounts and the team: who may sign in, and what they are in the team."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from passerelle.accounts import events
from passerelle.accounts.models import SignIn, TeamMember, User
from passerelle.common.accesses import write
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.accesses import AccessKind
from passerelle.domain.refusals import Code, Forbidden, Missing, Problem, Refusal, problem, refuse
from passerelle.domain.roles import MAY_GIVE, Actor, TeamRole
from passerelle.domain.text import Label


@unit_of_work
def create_user(*, email: str, name: str, locale: str = "", now: datetime, actor: Actor) -> User:
    """Invite someone: an account without a password, which signs in by a code sent to ``email``.

    Without ``locale`` the product speaks what their device asks for until they choose.
    """
    require_team(actor)
    address = email.strip().lower()
    if against := [*Label("name", name).against(), *_against_email(address), *(_against_locale(locale) if locale else [])]:
        raise Refusal(*against)
    if User.objects.filter(email=address).exists():
        raise refuse(Code.EMAIL_TAKEN, at="email")
    user = User.objects.create_user(address, Label("name", name).clean, locale=locale)
    events.tell([events.me(user.id, "created")], now=now, actor=actor)
    return user


def _against_email(address: str) -> list[Problem]:
    try:
        validate_email(address)
    except ValidationError:
        return [problem(Code.EMAIL_WRONG, at="email")]
    return []


def _against_locale(locale: str) -> list[Problem]:
    return [] if locale in dict(settings.LANGUAGES) else [problem(Code.LOCALE_UNKNOWN, at="locale")]


@unit_of_work
def set_locale(*, user_id: UUID, locale: str, now: datetime, actor: Actor) -> User:
    """The language someone reads the product in; theirs alone to choose."""
    if actor.user_id != user_id:
        raise Forbidden(problem(Code.NOT_ALLOWED))
    if against := _against_locale(locale):
        raise Refusal(*against)
    user = _locked_user(user_id)
    if user.locale != locale:
        user.locale = locale
        user.save(update_fields=["locale"])
        events.tell([events.me(user.id, "locale")], now=now, actor=actor)
    return user


@unit_of_work
def end_sign_in(*, sign_in_id: UUID, now: datetime, actor: Actor) -> None:
    """Sign oneself out on another device: its session ends, and its open sockets with it."""
    ending = SignIn.objects.filter(pk=sign_in_id, user=actor.user_id).first()
    if ending is None:
        raise Missing(problem(Code.NOT_FOUND))
    _end(Session.objects.filter(pk=ending.session_id), now=now, actor=actor)


@unit_of_work
def end_other_sign_ins(*, here: str, now: datetime, actor: Actor) -> None:
    """Sign oneself out everywhere but in the session ``here``."""
    _end(Session.objects.filter(sign_in__user=actor.user_id).exclude(pk=here), now=now, actor=actor)


def _end(sessions: QuerySet[Session], *, now: datetime, actor: Actor) -> None:
    ended, _by_model = sessions.delete()
    if ended and actor.user_id is not None:
        write(AccessKind.SIGN_IN_ENDED, actor_id=actor.user_id, now=now)
        events.tell([events.me(actor.user_id, "signed_out")], now=now, actor=actor)


@unit_of_work
def deactivate_user(*, user_id: UUID, now: datetime, actor: Actor) -> User:
    """Nobody signs in with this account any more; what they did stays in the journal under their name."""
    require_team(actor)
    everyone = _lock_team()
    user = _locked_user(user_id)
    if actor.user_id == user_id:
        raise refuse(Code.NOT_YOURSELF)
    place = next((member for member in everyone if member.user_id == user_id and member.active), None)
    if place is not None:
        _require_may_give(TeamRole(place.role), everyone, actor)
    if user.is_active:
        user.is_active = False
        user.save(update_fields=["is_active"])
        events.tell(events.about(user, "deactivated"), now=now, actor=actor)
    return user


@unit_of_work
def add_team_member(*, user_id: UUID, role: TeamRole, now: datetime, actor: Actor) -> TeamMember:
    """Take someone into the team, or back into it after they had left."""
    everyone = _lock_team()
    _require_may_give(role, everyone, actor)
    user = _locked_user(user_id)
    member = next((member for member in everyone if member.user_id == user_id), None)
    if member is not None and member.active:
        raise refuse(Code.ALREADY_IN_TEAM, at="user")
    if member is None:
        member = TeamMember.objects.create(user=user, role=role)
    else:
        member.role, member.active = role, True
        member.save(update_fields=["role", "active"])
    _tell_of(member, "team_joined", now=now, actor=actor)
    return member


@unit_of_work
def change_team_role(*, member_id: UUID, role: TeamRole, now: datetime, actor: Actor) -> TeamMember:
    """Another place in the team. Needs the right to take the old one away and to give the new one."""
    member, everyone = _colleague(member_id, actor)
    _require_may_give(role, everyone, actor)
    if member.role != role:
        member.role = role
        member.save(update_fields=["role"])
        _tell_of(member, "team_role", now=now, actor=actor)
    return member


@unit_of_work
def deactivate_team_member(*, member_id: UUID, now: datetime, actor: Actor) -> TeamMember:
    """Someone leaves the team; their account stays."""
    member, _everyone = _colleague(member_id, actor)
    if member.active:
        member.active = False
        member.save(update_fields=["active"])
        _tell_of(member, "team_left", now=now, actor=actor)
    return member


def _tell_of(member: TeamMember, kind: str, *, now: datetime, actor: Actor) -> None:
    events.tell([events.me(member.user_id, kind), events.team_member(member, kind)], now=now, actor=actor)


def _lock_team() -> list[TeamMember]:
    """Everyone of the team, locked: of two who remove each other in the same moment, the second is refused."""
    return list(TeamMember.objects.select_for_update(no_key=True).order_by("id"))


def _colleague(member_id: UUID, actor: Actor) -> tuple[TeamMember, list[TeamMember]]:
    """Somebody else of the team, whose present place the actor may take away."""
    require_team(actor)
    everyone = _lock_team()
    member = next((member for member in everyone if member.id == member_id), None)
    if member is None:
        raise Missing(problem(Code.NOT_FOUND, at="member"))
    if member.user_id == actor.user_id:
        raise refuse(Code.NOT_YOURSELF)
    _require_may_give(TeamRole(member.role), everyone, actor)
    return member, everyone


def _require_may_give(role: TeamRole, everyone: list[TeamMember], actor: Actor) -> None:
    """The actor's place is read from the locked rows, not from what it was when the request began."""
    if actor.is_system:
        return
    own = next((TeamRole(member.role) for member in everyone if member.active and member.user_id == actor.user_id), None)
    if own is None or own not in MAY_GIVE[role]:
        raise Forbidden(problem(Code.NOT_ALLOWED))


def _locked_user(user_id: UUID) -> User:
    user = User.objects.select_for_update(no_key=True).filter(pk=user_id).first()
    if user is None:
        raise Missing(problem(Code.NOT_FOUND, at="user"))
    return user
