"""What holding a day another way would mean, before it is done."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.selectors import facts
from passerelle.bookings.selectors.notes import JUDGED
from passerelle.bookings.selectors.sessions import with_context
from passerelle.bookings.selectors.visits import visible_visit
from passerelle.bookings.shapes.common import Named
from passerelle.bookings.shapes.day import DayModes, LetGo, ModeOption, SessionModes
from passerelle.common.language import say
from passerelle.common.permissions import require_team
from passerelle.domain.eligibility.facts import Person
from passerelle.domain.policies.place import Meaning, meaning_of_mode
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import HELD, LIVE, ShiftState
from passerelle.domain.words import Mode
from passerelle.interpreters.models import Interpreter


def day_modes(visit_id: UUID, actor: Actor) -> DayModes:
    """Every session still ahead, and who could keep a place in it in each mode. A fixed number of queries."""
    require_team(actor)
    visit = visible_visit(visit_id, actor)
    rows = list(with_context(Session.objects.filter(visit=visit, state__in=JUDGED)).order_by("starts_at", "id"))
    shifts = list(Shift.objects.filter(session__in=[row.id for row in rows], state__in=LIVE).order_by("language", "id"))
    persons = _holders(visit, shifts)
    own = {row.id: [shift for shift in shifts if shift.session_id == row.id] for row in rows}
    return DayModes(visit.version, visit.team_cannot_travel, [_session(row, own[row.id], persons) for row in rows])


def _holders(visit: Visit, shifts: Sequence[Shift]) -> Mapping[UUID, Person]:
    held = [shift for shift in shifts if shift.state in HELD]
    if not held:
        return {}
    spans = [facts.span_of(shift) for shift in held]
    around = (min(span.start for span in spans), max(span.end for span in spans))
    people = Interpreter.objects.filter(id__in=[shift.holder_id for shift in held])
    return facts.people(people, day=visit.day, around=around)


def _session(row: Session, shifts: Sequence[Shift], persons: Mapping[UUID, Person]) -> SessionModes:
    return SessionModes(
        session=row.id,
        group_name=row.group.name,
        agency_name=row.agency.name,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        time_zone=row.group.site.time_zone,
        state=SessionState(row.state),
        mode=Mode(row.mode),
        open_places=sum(shift.state == ShiftState.OPEN for shift in shifts),
        options=[_option(mode, row, shifts, persons) for mode in Mode],
    )


def _option(mode: Mode, row: Session, shifts: Sequence[Shift], persons: Mapping[UUID, Person]) -> ModeOption:
    keeps, let_go = [], []
    for shift in shifts:
        if shift.holder_id is not None:
            person = persons[shift.holder_id]
            before, after = facts.need_of(shift, row), facts.need_of(shift, row, mode=mode)
            named, verdict = Named(person.interpreter_id, person.name), meaning_of_mode(before, after, person)
            if mode == row.mode or verdict.meaning is Meaning.KEEPS:
                keeps.append(named)
            else:
                let_go.append(LetGo(named, [say(reason.message, reason.params) for reason in verdict.reasons]))
    return ModeOption(mode, keeps, let_go)
