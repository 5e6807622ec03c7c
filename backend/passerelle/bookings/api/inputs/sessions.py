"""What the acts on one session take."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from passerelle.bookings.api.inputs.limits import NOTE, PEOPLE
from passerelle.bookings.api.inputs.places import PlaceInput
from passerelle.domain.words import (
    CancelReason,
    DeclineReason,
    Mode,
    ShiftOutcome,
)


@dataclass(frozen=True)
class Schedule:
    """Put a request on a day. Without ``shifts``, one paid place for each language needed is opened."""

    visit: UUID
    shifts: list[PlaceInput] | None = None

    def arguments(self) -> dict[str, Any]:
        shifts = None if self.shifts is None else [line.place() for line in self.shifts]
        return {"visit_id": self.visit, "shifts": shifts}


@dataclass(frozen=True)
class Decline:
    """The team says no to a request, with a reason from the list."""

    reason: DeclineReason
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}


@dataclass(frozen=True)
class Cancel:
    """The session does not take place, with a reason from the list."""

    reason: CancelReason
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}


@dataclass(frozen=True)
class Withdraw:
    """The partner takes its request back."""

    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}


@dataclass(frozen=True)
class ChooseTold:
    """The members of the agency who hear of the session, chosen among those that were read with ``version``."""

    version: int
    members: list[UUID]

    LIMITS: ClassVar = {"members": {"max_length": 100}}


@dataclass(frozen=True)
class ProposeChange:
    """What the partner would rather have: the team accepts it or not."""

    version: int
    starts_at: datetime
    ends_at: datetime
    people_expected: int
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE, "people_expected": PEOPLE}


@dataclass(frozen=True)
class AnswerChange:
    """The session as it was read with its proposal: a newer proposal is neither answered nor taken back unseen."""

    version: int


@dataclass(frozen=True)
class Move:
    """Another time, and another visit where ``visit`` is given."""

    version: int
    starts_at: datetime
    ends_at: datetime
    visit: UUID | None = None

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "starts_at": self.starts_at, "ends_at": self.ends_at, "visit_id": self.visit}


@dataclass(frozen=True)
class ChangeMode:
    """Hold the session another way."""

    version: int
    mode: Mode


@dataclass(frozen=True)
class OutcomeInput:
    """Whether one interpreter came."""

    shift: UUID
    outcome: ShiftOutcome


@dataclass(frozen=True)
class CloseOut:
    """For every confirmed shift, whether its interpreter came; of the session, whether a debrief was offered."""

    shifts: list[OutcomeInput]
    debrief_offered: bool | None = None

    def arguments(self) -> dict[str, Any]:
        outcomes = {line.shift: line.outcome for line in self.shifts}
        return {"outcomes": outcomes, "debrief_offered": self.debrief_offered}
