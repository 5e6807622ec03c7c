"""Interpreters: taken on, given an account, and what was seen of their papers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from django.conf import settings

from passerelle.accounts.models import User
from passerelle.agencies.travel import known_areas
from passerelle.common.permissions import require_team
from passerelle.common.transactions import unit_of_work
from passerelle.domain.refusals import Code, Missing, Problem, Refusal, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.text import Label
from passerelle.domain.words import VARIETIES_OF, CredentialKind, Gender, Language, PayStatus, Place, Variety
from passerelle.interpreters import events
from passerelle.interpreters.models import Credential, Interpreter, LanguageSkill

_FIRST_MIDNIGHT = timezone(timedelta(hours=14))
"""Where a day begins first: a day that has begun anywhere can have been the day something was seen."""


@dataclass(frozen=True)
class Profile:
    """What is held about an interpreter. Never a document, never a status; ``phone`` is the team's alone.

    ``base_area`` is where they set out from; ``reads`` the language of messages to them, while no account says it.
    """

    first_name: str
    languages: Mapping[Language, Collection[Variety]]
    places: Collection[Place]
    pay_status: PayStatus
    family_name: str = ""
    gender: Gender = Gender.UNSAID
    phone: str = ""
    base_area: str = ""
    reads: str = ""

    @property
    def names(self) -> list[Label]:
        return [Label("first_name", self.first_name, 60), Label("family_name", self.family_name, 60, may_be_empty=True)]

    def against(self, *, areas: Collection[str] | None = None) -> list[Problem]:
        """Every problem at once. ``areas`` are the known ones, where the caller has them already."""
        phone = Label("phone", self.phone, most=32, may_be_empty=True)
        found = [against for label in self.names for against in label.against()] + phone.against_shape()
        found += [problem(Code.EMPTY, at=at) for at in ("languages", "places") if not getattr(self, at)]
        if self.base_area and self.base_area not in (known_areas() if areas is None else areas):
            found.append(problem(Code.AREA_UNKNOWN, at="base_area"))
        if self.reads and self.reads not in dict(settings.LANGUAGES):
            found.append(problem(Code.LOCALE_UNKNOWN, at="reads"))
        for language, varieties in self.languages.items():
            if set(varieties) - VARIETIES_OF.get(language, frozenset()):
                found.append(problem(Code.VARIETY_OF_ANOTHER, at=f"languages.{language}"))
        return found

    @property
    def columns(self) -> dict[str, object]:
        return {label.at: label.clean for label in self.names} | {
            "gender": self.gender,
            "pay_status": self.pay_status,
            "places": sorted(set(self.places)),
            "phone": self.phone.strip(),
            "base_area": self.base_area,
            "reads": self.reads,
        }

    @property
    def spoken(self) -> dict[str, list[str]]:
        """Varieties by language, as they are stored."""
        return {language.value: sorted(set(varieties)) for language, varieties in self.languages.items()}

    def skills_of(self, interpreter: Interpreter) -> list[LanguageSkill]:
        """Not saved yet."""
        return [LanguageSkill(interpreter=interpreter, language=name, varieties=of) for name, of in self.spoken.items()]


@unit_of_work
def add_interpreter(*, profile: Profile, user_id: UUID | None = None, now: datetime, actor: Actor) -> Interpreter:
    """Take an interpreter on, with an account or without: a person can be booked before having one."""
    require_team(actor)
    if against := profile.against():
        raise Refusal(*against)
    if user_id is not None:
        _require_free_account(user_id)
    interpreter = Interpreter.objects.create(user_id=user_id, **profile.columns)
    LanguageSkill.objects.bulk_create(profile.skills_of(interpreter))
    events.tell_interpreter(interpreter, "created", account=True, now=now, actor=actor)
    return interpreter


@unit_of_work
def give_account(*, interpreter_id: UUID, user_id: UUID, now: datetime, actor: Actor) -> Interpreter:
    """An interpreter who was booked by phone signs in from now on. Giving the same account again changes nothing."""
    require_team(actor)
    interpreter = _locked(interpreter_id)
    if interpreter.user_id == user_id:
        return interpreter
    if interpreter.user_id is not None:
        raise refuse(Code.HAS_ACCOUNT, at="user")
    _require_free_account(user_id)
    interpreter.user_id = user_id
    interpreter.changed("user")
    events.tell_interpreter(interpreter, "account", account=True, now=now, actor=actor)
    return interpreter


@dataclass(frozen=True)
class Seen:
    """What the team saw of somebody's papers, on which day, and the last day it counts."""

    kind: CredentialKind
    seen_on: date
    expires_on: date

    def against(self, now: datetime) -> list[Problem]:
        """Every problem at once."""
        found = []
        if self.seen_on > now.astimezone(_FIRST_MIDNIGHT).date():
            found.append(problem(Code.IN_THE_FUTURE, at="seen_on"))
        if self.expires_on < self.seen_on:
            found.append(problem(Code.EXPIRES_BEFORE_SEEN, at="expires_on"))
        return found


@unit_of_work
def record_credential(
    *, interpreter_id: UUID, kind: CredentialKind, seen_on: date, expires_on: date, now: datetime, actor: Actor
) -> Credential:
    """What the team saw, when, and the last day it counts. Recording the same again changes nothing."""
    require_team(actor)
    if found := Seen(kind, seen_on, expires_on).against(now):
        raise Refusal(*found)
    interpreter = _locked(interpreter_id)
    seen = {"interpreter": interpreter, "kind": kind, "seen_on": seen_on, "expires_on": expires_on}
    credential = Credential.objects.filter(**seen).first()
    if credential is None:
        credential = Credential.objects.create(**seen)
        interpreter.changed()
        events.tell_interpreter(interpreter, "credential", now=now, actor=actor)
    return credential


def _require_free_account(user_id: UUID) -> None:
    if not User.objects.filter(pk=user_id, is_active=True).exists():
        raise Missing(problem(Code.NOT_FOUND, at="user"))
    if Interpreter.objects.filter(user=user_id).exists():
        raise refuse(Code.ALREADY_INTERPRETER, at="user")


def _locked(interpreter_id: UUID) -> Interpreter:
    interpreter = Interpreter.objects.select_for_update(no_key=True).filter(pk=interpreter_id).first()
    if interpreter is None:
        raise Missing(problem(Code.NOT_FOUND, at="interpreter"))
    return interpreter
