"""What the acts on bookings take. ``LIMITS`` bound what the database would refuse; ``arguments`` names the service's own."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from passerelle.bookings.services.moving import Place
from passerelle.bookings.services.requests import Ask, PeopleNeed
from passerelle.domain.words import (
    CancelReason,
    DeclineReason,
    Language,
    Material,
    Mode,
    Pay,
    Quality,
    Room,
    ShiftOutcome,
    Situation,
    Strength,
    Theme,
    TherapistAnswer,
    Variety,
)

PEOPLE = {"min_value": 0, "max_value": 500}
NOTE = {"max_length": 500, "allow_blank": True}
ONE_OF_EACH = {"max_length": 12}
REASON = {"max_length": 240, "allow_blank": False}


@dataclass(frozen=True)
class NeedInput:
    language: Language
    people: int
    variety: Variety | None = None

    LIMITS: ClassVar = {"people": {"min_value": 1, "max_value": 500}}


@dataclass(frozen=True)
class BriefInput:
    theme: Theme | None = None
    situations: list[Situation] = field(default_factory=list)
    materials: list[Material] = field(default_factory=list)
    room: list[Room] = field(default_factory=list)
    notes: str = ""

    LIMITS: ClassVar = {
        "situations": ONE_OF_EACH,
        "materials": ONE_OF_EACH,
        "room": ONE_OF_EACH,
        "notes": {"max_length": 1000, "allow_blank": True},
    }


@dataclass(frozen=True)
class ContactInput:
    """The contact on the day: staff, never a participant."""

    name: str = ""
    phone: str = ""

    LIMITS: ClassVar = {"name": {"max_length": 120, "allow_blank": True}, "phone": {"max_length": 32, "allow_blank": True}}


@dataclass(frozen=True)
class QualityInput:
    what: Quality
    strength: Strength


@dataclass(frozen=True)
class AskInput:
    """A session as it is asked for.

    ``requirements`` hold for every interpreter; ``named`` is one the agency worked with before. ``told`` are the
    agency's members who hear of it; null: those who always do, and whoever asks.
    """

    starts_at: datetime
    ends_at: datetime
    people_expected: int
    needs: list[NeedInput]
    mode: Mode = Mode.IN_PERSON
    requirements: list[QualityInput] = field(default_factory=list)
    named: UUID | None = None
    brief: BriefInput = field(default_factory=BriefInput)
    contact: ContactInput | None = None
    staff_present: list[str] = field(default_factory=list)
    told: list[UUID] | None = None

    LIMITS: ClassVar = {
        "people_expected": PEOPLE,
        "needs": {"max_length": 12},
        "requirements": ONE_OF_EACH,
        "staff_present": {"max_length": 20},
        "told": {"max_length": 100},
    }

    def ask(self) -> Ask:
        contact = self.contact or ContactInput()
        return Ask(
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            people_expected=self.people_expected,
            needs=[PeopleNeed(need.language, need.people, need.variety) for need in self.needs],
            mode=self.mode,
            requirements={line.what: line.strength for line in self.requirements},
            named_id=self.named,
            theme=self.brief.theme,
            situations=self.brief.situations,
            materials=self.brief.materials,
            room=self.brief.room,
            notes=self.brief.notes,
            contact_name=contact.name,
            contact_phone=contact.phone,
            staff_present=self.staff_present,
            told=self.told,
        )


@dataclass(frozen=True, kw_only=True)
class NewSession(AskInput):
    """Ask for a session of ``group``; with ``submit`` false it is kept as a draft."""

    group: UUID
    submit: bool = True

    def arguments(self) -> dict[str, Any]:
        return {"group_id": self.group, "submit": self.submit, "ask": self.ask()}


@dataclass(frozen=True, kw_only=True)
class DraftEdit(AskInput):
    """The draft as it is now, for another ``group`` of its agency too; with ``submit`` it is sent in the same act."""

    version: int
    group: UUID | None = None
    submit: bool = False

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "group_id": self.group, "submit": self.submit, "ask": self.ask()}


@dataclass(frozen=True)
class PlaceInput:
    """A shift to open. ``qualities`` null: what its partner asked for; ``named`` is who ``named`` among them speaks of."""

    language: Language
    pay: Pay
    variety: Variety | None = None
    qualities: list[QualityInput] | None = None
    named: UUID | None = None
    ticket_paid: bool = False

    def place(self) -> Place:
        qualities = None if self.qualities is None else {line.what: line.strength for line in self.qualities}
        return Place(self.language, self.pay, self.variety, qualities, self.named, self.ticket_paid)

    def arguments(self) -> dict[str, Any]:
        return {"place": self.place()}


@dataclass(frozen=True, kw_only=True)
class PlaceEdit(PlaceInput):
    """The place as it should be."""

    version: int

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "place": self.place()}


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
    reason: DeclineReason
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}


@dataclass(frozen=True)
class Cancel:
    reason: CancelReason
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}


@dataclass(frozen=True)
class Withdraw:
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE}


@dataclass(frozen=True)
class ChooseTold:
    """The members of the agency who hear of the session."""

    members: list[UUID]

    LIMITS: ClassVar = {"members": {"max_length": 100}}


@dataclass(frozen=True)
class ProposeChange:
    version: int
    starts_at: datetime
    ends_at: datetime
    people_expected: int
    note: str = ""

    LIMITS: ClassVar = {"note": NOTE, "people_expected": PEOPLE}


@dataclass(frozen=True)
class Move:
    version: int
    starts_at: datetime
    ends_at: datetime
    visit: UUID | None = None

    def arguments(self) -> dict[str, Any]:
        return {"version": self.version, "starts_at": self.starts_at, "ends_at": self.ends_at, "visit_id": self.visit}


@dataclass(frozen=True)
class ChangeMode:
    version: int
    mode: Mode


@dataclass(frozen=True)
class OutcomeInput:
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


@dataclass(frozen=True)
class AskInterpreters:
    interpreters: list[UUID]
    answer_by: datetime | None = None

    LIMITS: ClassVar = {"interpreters": {"min_length": 1, "max_length": 100}}

    def arguments(self) -> dict[str, Any]:
        return {"interpreter_ids": self.interpreters, "answer_by": self.answer_by}


@dataclass(frozen=True)
class Assign:
    """Said yes by phone."""

    interpreter: UUID

    def arguments(self) -> dict[str, Any]:
        return {"interpreter_id": self.interpreter}


@dataclass(frozen=True)
class Ticket:
    """Whether the team pays the ticket beforehand."""

    paid: bool


@dataclass(frozen=True)
class Decide:
    """The safeguarding lead's decision to let one person take one place despite a hard rule."""

    interpreter: UUID
    reason: str

    LIMITS: ClassVar = {"reason": {"max_length": 500}}

    def arguments(self) -> dict[str, Any]:
        return {"interpreter_id": self.interpreter, "reason": self.reason}


@dataclass(frozen=True)
class NewVisit:
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
