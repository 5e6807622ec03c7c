"""What the API shows of interpreters: to the team, and to themselves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from passerelle.domain.words import CredentialKind, Gender, Language, PayStatus, Place, Theme, Variety


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


@dataclass(frozen=True, slots=True)
class LimitsView:
    """Minutes without a rest, sessions a day, weeks in a row, hours a month; null: no limit."""

    consecutive_minutes: int | None
    sessions_a_day: int | None
    weeks_in_a_row: int | None
    hours_a_month: int | None


@dataclass(frozen=True, slots=True)
class ToldLimitsView:
    """``limits``: what the reader, of the team, recorded of somebody without an account, as long as it stands.

    ``yours``: what stands is their record. ``version``: what they record goes by it, so that nobody's is overwritten unseen.
    ``source`` says where everyone's limits, ``soft`` and ``hard``, come from.
    """

    version: int
    limits: LimitsView
    yours: bool
    soft: LimitsView
    hard: LimitsView
    source: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The reader as an interpreter. ``source`` says where everyone's limits, ``soft`` and ``hard``, come from."""

    id: UUID
    version: int
    name: str
    languages: list[Skill]
    places: list[Place]
    pay_status: PayStatus
    base_area: str
    areas: list[str]
    not_themes: list[Theme]
    limits: LimitsView
    soft: LimitsView
    hard: LimitsView
    source: str
    credentials: list[CredentialView]
