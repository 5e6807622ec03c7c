"""What the API shows the team of interpreters."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Variety


@dataclass(frozen=True, slots=True)
class Skill:
    language: Language
    varieties: list[Variety]


@dataclass(frozen=True, slots=True)
class CredentialView:
    kind: CredentialKind
    seen_on: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class InterpreterView:
    """``has_account`` is false for someone booked by phone before having one."""

    id: UUID
    name: str
    phone: str
    gender: Gender
    pay_status: PayStatus
    places: list[Place]
    languages: list[Skill]
    credentials: list[CredentialView]
    has_account: bool
    active: bool


@dataclass(frozen=True, slots=True)
class InterpreterPage:
    results: list[InterpreterView]
    next: str | None
