"""What the acts on a visit, the day as one thing, take."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from passerelle.bookings.api.inputs.limits import NOTE, REASON
from passerelle.domain.words import (
    CancelReason,
    Mode,
    TherapistAnswer,
)


@dataclass(frozen=True)
class NewVisit:
    """A day the team means to go, in the time zone of its places."""

    day: date
    time_zone: str
    therapists: list[UUID] = field(default_factory=list)
    deputy: UUID | None = None

    LIMITS: ClassVar = {"time_zone": {"max_length": 64}}

    def arguments(self) -> dict[str, Any]:
        return {
            "day": self.day,
            "time_zone": self.time_zone,
            "therapist_ids": self.therapists,
            "deputy_id": self.deputy,
        }


@dataclass(frozen=True, kw_only=True)
class VisitEdit:
    """The day as it should be; whoever is left out of ``therapists`` is no longer down for it."""

    version: int
    day: date
    therapists: list[UUID]
    deputy: UUID | None
    team_cannot_travel: bool

    LIMITS: ClassVar = {"therapists": {"max_length": 50}}

    def arguments(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "day": self.day,
            "therapist_ids": self.therapists,
            "deputy_id": self.deputy,
            "team_cannot_travel": self.team_cannot_travel,
        }


@dataclass(frozen=True)
class TherapistAnswerInput:
    """What a therapist says to the day, or somebody of the team for them."""

    answer: TherapistAnswer


@dataclass(frozen=True)
class DutyPhone:
    """The number to call on the day; empty takes it away."""

    phone: str

    LIMITS: ClassVar = {"phone": {"max_length": 32, "allow_blank": True}}


@dataclass(frozen=True)
class GapReason:
    """Why a session may be confirmed with an empty place."""

    session: UUID
    reason: str

    LIMITS: ClassVar = {"reason": REASON}


@dataclass(frozen=True)
class ConfirmDay:
    """Confirm what is ready, with a reason for each gap left, and for going with fewer than two therapists."""

    version: int
    gap_reasons: list[GapReason] = field(default_factory=list)
    therapists_reason: str = ""

    LIMITS: ClassVar = {"therapists_reason": {"max_length": 240, "allow_blank": True}}

    def arguments(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "gap_reasons": {line.session: line.reason for line in self.gap_reasons},
            "therapists_reason": self.therapists_reason,
        }


@dataclass(frozen=True)
class ModeInput:
    """How one session is to be held."""

    session: UUID
    mode: Mode


@dataclass(frozen=True)
class ChangeModeOfDay:
    """Each session named is held that way; with ``confirm``, those that were confirmed are confirmed again at once."""

    version: int
    sessions: list[ModeInput]
    team_cannot_travel: bool | None = None
    confirm: bool = False
    gap_reasons: list[GapReason] = field(default_factory=list)

    LIMITS: ClassVar = {"sessions": {"max_length": 100}}

    def arguments(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "modes": {line.session: line.mode for line in self.sessions},
            "team_cannot_travel": self.team_cannot_travel,
            "confirm": self.confirm,
            "gap_reasons": {line.session: line.reason for line in self.gap_reasons},
        }


@dataclass(frozen=True)
class MoveDay:
    """Everything on the day goes to ``day``; the one left behind is cancelled with ``reason``."""

    version: int
    day: date
    reason: CancelReason
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}
