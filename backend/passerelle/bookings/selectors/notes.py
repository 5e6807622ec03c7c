"""What to mind on a day: judged anew each time, dated by when it began."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import UUID

from passerelle.bookings.models import DatedNote, Session, Shift, Visit, VisitTherapist
from passerelle.bookings.selectors import facts
from passerelle.bookings.shapes.visit import BoardWarning
from passerelle.common.language import say
from passerelle.domain import readiness
from passerelle.domain.readiness import Note, NoteCode, SessionFacts
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.visit import LIVE
from passerelle.domain.words import TherapistAnswer

JUDGED = frozenset({SessionState.SCHEDULED, SessionState.CONFIRMED})
"""States in which there is still something to mind."""
_HARD = frozenset({NoteCode.NEEDS_OVERRIDE})


@dataclass(frozen=True, slots=True)
class Standing:
    """A note that stands now. ``about`` is the shift, else the session, else the visit it is said of."""

    note: Note
    about: UUID
    session_id: UUID | None = None

    @property
    def key(self) -> tuple[UUID, str]:
        return self.about, self.note.code.value


def shifts_of(sessions: Iterable[Session]) -> list[Shift]:
    """Every place of ``sessions``, with its holder. One query."""
    return list(Shift.objects.filter(session__in=[row.id for row in sessions]).select_related("holder"))


def judge(
    sessions: Sequence[Session], shifts: Sequence[Shift], *, undecided: facts.Undecided | None = None
) -> dict[UUID, SessionFacts]:
    """Sessions, with group, site and visit, as readiness sees them. At most two queries for any number of them.

    ``shifts`` are all of theirs (``shifts_of``), and may be others' too; ``undecided``: their hard rules, once judged.
    """
    own: dict[UUID, list[Shift]] = {row.id: [] for row in sessions}
    for shift in shifts:
        if shift.session_id in own:
            own[shift.session_id].append(shift)
    if undecided is None:
        undecided = facts.undecided_hard_rules(chain.from_iterable(own.values()), sessions)
    return {
        row.id: facts.session_facts(
            row,
            own[row.id],
            undecided,
            cannot_travel=row.visit is not None and row.visit.team_cannot_travel,
        )
        for row in sessions
    }


def of_sessions(judged: dict[UUID, SessionFacts]) -> list[Standing]:
    """What stands now against what is planned or confirmed, the hard rules first."""
    found = []
    for session_id, seen in judged.items():
        if seen.state in JUDGED:
            hard = [note for note in readiness.blocks(seen) if note.code in _HARD]
            notes = [*hard, *readiness.warnings(seen)]
            found += [Standing(note, note.shift_id or session_id, session_id) for note in notes]
    return found


def of_days(visits: Iterable[Visit]) -> list[Standing]:
    """What is said of the days themselves. One query."""
    live = [visit for visit in visits if visit.state in LIVE]
    yes = Counter(VisitTherapist.objects.filter(visit__in=live, answer=TherapistAnswer.YES).values_list("visit_id", flat=True))
    return [note for visit in live for note in of_day(visit, therapists_yes=yes[visit.id])]


def of_day(visit: Visit, *, therapists_yes: int) -> list[Standing]:
    """What is said of a day to which so many therapists said yes."""
    if visit.state not in LIVE:
        return []
    notes = readiness.warnings_of_the_day(therapists_yes=therapists_yes, therapists_reason=visit.therapists_reason)
    return [Standing(note, visit.id) for note in notes]


def dated(standing: Sequence[Standing]) -> list[BoardWarning]:
    """``standing`` as the board tells it, each with the time it began. One query."""
    rows = DatedNote.objects.filter(about__in={one.about for one in standing})
    since: dict[tuple[UUID, str], datetime] = {(row.about, row.code): row.since for row in rows}
    return [told(one.note, one.session_id, since.get(one.key)) for one in standing]


def told(note: Note, session_id: UUID | None, since: datetime | None = None) -> BoardWarning:
    return BoardWarning(
        code=note.code,
        message=say(note.message, note.params),
        session=session_id,
        shift=note.shift_id,
        since=since,
        hard=note.code in _HARD,
    )
