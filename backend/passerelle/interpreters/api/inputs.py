"""What the team writes of an interpreter."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Variety
from passerelle.interpreters.services import Profile

SHORT = {"max_length": 60}


@dataclass(frozen=True)
class SkillInput:
    language: Language
    varieties: list[Variety] = field(default_factory=list)


@dataclass(frozen=True)
class NewInterpreter:
    """``reads`` is the language of messages to them while no account says it; empty: the product's own."""

    first_name: str
    languages: list[SkillInput]
    places: list[Place]
    pay_status: PayStatus
    family_name: str = ""
    gender: Gender = Gender.UNSAID
    phone: str = ""
    base_area: str = ""
    reads: str = ""

    LIMITS: ClassVar = {
        "first_name": SHORT,
        "family_name": {**SHORT, "allow_blank": True},
        "phone": {"max_length": 32, "allow_blank": True},
        "base_area": {"max_length": 120, "allow_blank": True},
        "reads": {"max_length": 12, "allow_blank": True},
    }

    def profile(self) -> Profile:
        return Profile(
            first_name=self.first_name,
            family_name=self.family_name,
            languages={skill.language: skill.varieties for skill in self.languages},
            places=self.places,
            pay_status=self.pay_status,
            gender=self.gender,
            phone=self.phone,
            base_area=self.base_area,
            reads=self.reads,
        )

    def arguments(self) -> dict[str, Any]:
        return {"profile": self.profile()}


@dataclass(frozen=True)
class InterpreterEdit:
    """All of it, as it should be; ``version`` is the one it was changed from. Inactive: nobody is to ask them."""

    version: int
    person: NewInterpreter
    active: bool = True

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "profile": self.person.profile(), "active": self.active}


@dataclass(frozen=True)
class Seen:
    """What was seen, on which day, and the last day it counts. Never a copy."""

    kind: CredentialKind
    seen_on: date
    expires_on: date


@dataclass(frozen=True)
class Claim:
    """``token`` is what the link carries behind its ``#``; ``email`` is where codes to sign in will be sent."""

    token: str
    email: str
    locale: str = "en"

    LIMITS: ClassVar = {"token": {"max_length": 100}, "email": {"max_length": 254}, "locale": {"max_length": 12}}
