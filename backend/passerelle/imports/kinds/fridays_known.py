"""The sessions, days and bookings there are, and those that earlier rows of the sheet bring."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.services.past import PastSession
from passerelle.domain.refusals import Code
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import WITH_HOLDER
from passerelle.domain.states.visit import VisitState
from passerelle.domain.time import Diary, Span
from passerelle.imports.kinds.fridays_places import Seat
from passerelle.imports.kinds.named import Named, people_of_partners, the_team
from passerelle.imports.kinds.people import People
from passerelle.imports.kinds.planning import Reader
from passerelle.imports.vocabulary.folding import folded
from passerelle.interpreters.models import Interpreter

_CLOSED = (VisitState.DONE, VisitState.CANCELLED)


@dataclass
class Known:
    groups: dict[tuple[str, str], Group]
    partners: set[str]
    people: People
    sessions: dict[tuple[UUID, datetime], list[Session]]
    """Of that group, beginning then; drafts are nobody's but their writer's."""
    days: dict[tuple[date, str], list[Visit]]
    """Those that were cancelled among them."""
    team: Named
    partner_people: Mapping[UUID, Named]
    held: defaultdict[UUID, Diary]
    """The sessions each interpreter is booked for. Without brief and debrief: what was is not to be planned any more."""
    deputies: dict[tuple[date, str], tuple[int, UUID]] = field(default_factory=dict)
    """Of a day that rows bring: the first row that says one."""
    alone: dict[tuple[date, str], int] = field(default_factory=dict)
    """The first row that brings a day without a session."""
    _rows: dict[tuple[UUID, datetime], tuple[int, datetime]] = field(default_factory=dict)
    _told: dict[tuple[UUID, datetime], tuple[int, set[UUID]]] = field(default_factory=dict)
    _sheet: defaultdict[UUID, Diary] = field(default_factory=lambda: defaultdict(Diary))
    _of: dict[tuple[UUID, Span], tuple[int, tuple[UUID, datetime]]] = field(default_factory=dict)
    """By whom and when: the row that says so, and the session it is of."""

    @classmethod
    def load(cls) -> "Known":
        groups = Group.objects.select_related("agency", "site").order_by("id")
        sessions: dict[tuple[UUID, datetime], list[Session]] = defaultdict(list)
        sent = Session.objects.exclude(state=SessionState.DRAFT).select_related("visit")
        for session in sent.prefetch_related("shifts", "telling").order_by("id"):
            sessions[session.group_id, session.starts_at].append(session)
        days: dict[tuple[date, str], list[Visit]] = defaultdict(list)
        for visit in Visit.objects.order_by("id"):
            days[visit.day, visit.time_zone].append(visit)
        held: defaultdict[UUID, Diary] = defaultdict(Diary)
        booked = Shift.objects.filter(state__in=WITH_HOLDER)
        for holder, starts_at, ends_at in booked.values_list("holder_id", "session__starts_at", "session__ends_at"):
            if holder is not None:
                held[holder].add(Span(starts_at, ends_at))
        by_name = {(folded(group.agency.name), folded(group.name)): group for group in groups}
        return cls(
            groups=by_name,
            partners={partner for partner, _name in by_name},
            people=People.load(),
            sessions=sessions,
            days=days,
            team=the_team(),
            partner_people=people_of_partners(),
            held=held,
        )

    def here(self, group_id: UUID, starts_at: datetime, *, on_a_day: bool) -> list[Session]:
        """The sessions of that group at that hour; ``on_a_day``: but for requests that never came to one."""
        found = self.sessions.get((group_id, starts_at), [])
        return [session for session in found if session.visit_id is not None or not on_a_day]

    def day_is_open(self, day: date, zone: str) -> bool:
        return any(visit.state not in _CLOSED for visit in self.days.get((day, zone), ()))

    def against_sheet(self, reader: Reader, session: PastSession, seats: Sequence[Seat]) -> None:
        """What earlier rows, and bookings that are here, have against this one; remembered where there is nothing."""
        if reader.problems:
            return
        key, number = (session.group_id, session.starts_at), reader.row.number
        row, ends_at = self._rows.setdefault(key, (number, session.ends_at))
        if ends_at != session.ends_at:
            reader.against("ends" if "ends" in reader.row.cells else "starts", Code.ROW_CONTRADICTS, row=str(row))
        if session.told:
            first, told = self._told.setdefault(key, (number, {*session.told}))
            if told != {*session.told}:
                reader.against("told", Code.ROW_CONTRADICTS, row=str(first))
        if not seats and row != number:
            reader.against(None, Code.TWICE_IN_SHEET, row=str(row))
        block = Span(session.starts_at, session.ends_at)
        taken = [] if reader.problems else [(seat.reader, seat.person) for seat in seats if seat.person is not None]
        for its, person in taken:
            self._against_diaries(its, person, block, key)
        for _its, person in [] if reader.problems else taken:
            self._sheet[person.id].add(block)
            self._of[person.id, block] = (number, key)

    def _against_diaries(self, reader: Reader, person: Interpreter, block: Span, key: tuple[UUID, datetime]) -> None:
        if (span := self._sheet[person.id].clash(block)) is not None:
            other, of = self._of[person.id, span]
            reader.against("interpreter", Code.TWICE_IN_SHEET if of == key else Code.CLASH_IN_SHEET, row=str(other))
        elif self.held[person.id].clash(block) is not None:
            reader.against("interpreter", Code.CLASH_HERE, name=person.name)
