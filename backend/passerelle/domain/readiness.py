"""Whether a session can be confirmed: what blocks it, and what is only said (warnings, not walls)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from passerelle.domain.refusals import _
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import LIVE, ShiftState
from passerelle.domain.words import Language, Mode

SECOND_INTERPRETER_FROM_PEOPLE = 8
SECOND_INTERPRETER_FROM_LENGTH = timedelta(minutes=90)
THERAPISTS_NEEDED = 2


class NoteCode(StrEnum):
    GAP_WITHOUT_REASON = "gap_without_reason"
    NO_SHIFTS = "no_shifts"
    NEEDS_OVERRIDE = "needs_override"
    CHANGE_WAITING = "change_waiting"
    EMPTY_BRIEF = "empty_brief"
    SECOND_INTERPRETER = "second_interpreter"
    NO_CONTACT = "no_contact"
    THERAPISTS = "therapists"
    CANNOT_TRAVEL = "cannot_travel"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say before confirming, about the session or one of its shifts."""

    code: NoteCode
    message: str
    params: dict[str, str] = field(default_factory=dict)
    shift_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    shift_id: UUID
    state: ShiftState
    language: Language
    needs_override: bool


@dataclass(frozen=True, slots=True)
class SessionFacts:
    state: SessionState
    mode: Mode
    length: timedelta
    people_by_language: tuple[tuple[Language, int], ...]
    shifts: tuple[ShiftFacts, ...]
    has_brief: bool
    has_contact: bool
    change_waiting: bool = False
    team_cannot_travel: bool = False

    @property
    def live_shifts(self) -> list[ShiftFacts]:
        return [shift for shift in self.shifts if shift.state in LIVE]

    @property
    def empty_shifts(self) -> list[ShiftFacts]:
        return [shift for shift in self.shifts if shift.state is ShiftState.OPEN]


def blocks(session: SessionFacts, *, gap_reason: str = "") -> list[Note]:
    """What keeps a scheduled session from being confirmed: an empty place without a reason, a hard rule."""
    found = [
        Note(NoteCode.NEEDS_OVERRIDE, _("Needs the safeguarding lead’s decision."), shift_id=shift.shift_id)
        for shift in session.live_shifts
        if shift.state is not ShiftState.OPEN and shift.needs_override
    ]
    unexplained = not gap_reason.strip()
    if session.mode is not Mode.PARTNER_LED and not session.live_shifts and unexplained:
        found.append(Note(NoteCode.NO_SHIFTS, _("No interpreter’s place is open. Say why none is needed.")))
    if unexplained:
        found.extend(
            Note(
                NoteCode.GAP_WITHOUT_REASON, _("Nobody has this place yet. Say why it may stay empty."), shift_id=shift.shift_id
            )
            for shift in session.empty_shifts
        )
    return found


def warnings_of_the_day(*, therapists_yes: int, therapists_reason: str) -> list[Note]:
    """What is said of the day itself, whatever is on it."""
    if therapists_yes >= THERAPISTS_NEEDED:
        return []
    if therapists_reason.strip():
        return [Note(NoteCode.THERAPISTS, _("Fewer than two therapists have said yes; confirmed with a reason."))]
    return [Note(NoteCode.THERAPISTS, _("Fewer than two therapists have said yes."))]


def warnings(session: SessionFacts) -> list[Note]:
    """What confirming lists and records, but does not refuse."""
    return [*_warnings_of_the_session(session), *_wished_seconds(session)]


def _warnings_of_the_session(session: SessionFacts) -> list[Note]:
    found = []
    if not session.has_brief:
        found.append(Note(NoteCode.EMPTY_BRIEF, _("The brief is empty.")))
    if not session.has_contact:
        found.append(Note(NoteCode.NO_CONTACT, _("No contact for the day.")))
    if session.change_waiting:
        found.append(Note(NoteCode.CHANGE_WAITING, _("The partner’s proposed change has no answer yet.")))
    if session.team_cannot_travel and session.mode is Mode.IN_PERSON:
        found.append(Note(NoteCode.CANNOT_TRAVEL, _("The team cannot travel, and this session is still in person.")))
    return found


def _wished_seconds(session: SessionFacts) -> Sequence[Note]:
    if session.mode is Mode.PARTNER_LED:
        return []
    long = session.length >= SECOND_INTERPRETER_FROM_LENGTH
    people_of: Counter[Language] = Counter()
    for language, people in session.people_by_language:
        people_of[language] += people
    return [
        Note(
            NoteCode.SECOND_INTERPRETER,
            _("A second interpreter is wished for: eight people or more, or ninety minutes or more."),
        )
        for language, people in people_of.items()
        if (long or people >= SECOND_INTERPRETER_FROM_PEOPLE)
        and sum(shift.language is language for shift in session.live_shifts) == 1
    ]


def needs_cover(session: SessionFacts) -> bool:
    """Confirmed, with a shift that is not: the partner reads "confirmed, finding cover"."""
    return session.state is SessionState.CONFIRMED and any(s.state is not ShiftState.CONFIRMED for s in session.live_shifts)
