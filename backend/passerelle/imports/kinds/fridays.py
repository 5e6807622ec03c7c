"""Past Fridays: a row is a session that was held, with none, one or all of its places; rows of one session make one session.

An export has the sessions that were not held too. Of these a row can only say what is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services.past import PastPlace, PastSession, record_past_sessions, take_back_past_sessions
from passerelle.domain.refusals import Code
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionState
from passerelle.domain.time import Span
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.fridays_hours import span_of
from passerelle.imports.kinds.fridays_known import Known
from passerelle.imports.kinds.fridays_places import against_rules, seats_of
from passerelle.imports.kinds.fridays_written import export
from passerelle.imports.kinds.planning import Effect, Effects, Planned, Reader, Row, Used, required
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary.folding import folded

MOST_PEOPLE = 500


@dataclass(frozen=True)
class Act:
    """One row of a session, and the places in it that the row speaks of."""

    session: PastSession
    places: Sequence[PastPlace]


class Fridays:
    kind = ImportKind.FRIDAYS

    def plan(self, rows: Sequence[Row], *, now: datetime) -> list[Planned]:
        known = Known.load()
        unclear = cells.month_first([row.cells["day"][1].text for row in rows if "day" in row.cells])
        return [_plan(row, known, unclear=unclear, now=now) for row in rows]

    def write(self, planned: Sequence[Planned], *, now: datetime, actor: Actor) -> Effects:
        new = [one for one in planned if one.state is ImportRowState.NEW]
        together: dict[tuple[UUID, datetime], list[Planned]] = {}
        for one in new:
            together.setdefault((one.act.session.group_id, one.act.session.starts_at), []).append(one)
        sessions = [_whole([one.act for one in some]) for some in together.values()]
        effects: Effects = {}
        days: set[UUID] = set()
        recorded = record_past_sessions(sessions=sessions, now=now, actor=actor)
        for some, made in zip(together.values(), recorded, strict=True):
            wrote = effects.setdefault(some[0].number, [])
            if made.visit_made and made.visit.id not in days:
                days.add(made.visit.id)
                wrote.append(Effect("visit", made.visit.id, made.visit.version))
            wrote.append(Effect("session", made.session.id, made.session.version))
        return effects

    def take_back(self, effects: Effects, *, now: datetime, actor: Actor) -> list[Used]:
        flat = [(number, effect) for number, found in effects.items() for effect in found]
        sessions = [effect.id for _number, effect in flat if effect.thing == "session"]
        visits = [effect.id for _number, effect in flat if effect.thing == "visit"]
        names = {one.id: one.group.name for one in Session.objects.filter(pk__in=sessions).select_related("group")}
        gone = {id_ for id_ in sessions if id_ not in names}
        used = gone or take_back_past_sessions(visit_ids=visits, session_ids=sessions, now=now, actor=actor)
        return [Used(number, names.get(effect.id, "–")) for number, effect in flat if effect.id in used]

    def export(self, language: str, now: datetime) -> list[dict[str, str]]:
        return export(language, now)


def _whole(acts: Sequence[Act]) -> PastSession:
    first = acts[0].session
    people = max(act.session.people_expected for act in acts)
    places = [place for act in acts for place in act.places]
    return PastSession(first.group_id, first.starts_at, first.ends_at, people, places)


def _plan(row: Row, known: Known, *, unclear: bool, now: datetime) -> Planned:
    reader = Reader(row)
    required(reader, "day", "partner", "group", "starts")
    group = _group(reader, known)
    day = cells.day(reader, "day", unclear=unclear)
    state = cells.word(reader, "state", words.SESSION_STATE, "states") or SessionState.HELD
    span = span_of(reader, group, day)
    people = cells.number(reader, "people", least=0, most=MOST_PEOPLE)
    seats = seats_of(reader, known.people)
    places = [seat.place for seat in seats]
    if reader.problems or group is None or span is None or day is None:
        return reader.wrong()
    if here := known.here(group.id, span.start, on_a_day=state is SessionState.HELD):
        return _here(reader, here, _Said(state, span, people, places))
    if state is not SessionState.HELD:
        reader.against("state", Code.NOT_HELD)
        return reader.wrong()
    if span.end > now:
        reader.against("day", Code.DAY_TO_COME)
    session = PastSession(group.id, span.start, span.end, people or 0)
    if known.day_is_open(day, group.site.time_zone):
        reader.against("day", Code.DAY_STILL_OPEN)
    against_rules(seats)
    known.against_sheet(reader, session, seats)
    return reader.wrong() if reader.problems else Planned(row.number, ImportRowState.NEW, act=Act(session, places))


def _group(reader: Reader, known: Known) -> Group | None:
    partner, name = reader.text("partner"), reader.text("group")
    if not partner or not name:
        return None
    group = known.groups.get((folded(partner), folded(name)))
    if group is None and folded(partner) not in known.partners:
        reader.against("partner", Code.PARTNER_UNKNOWN, name=partner)
    elif group is None:
        reader.against("group", Code.GROUP_UNKNOWN, name=name, partner=partner)
    return group


@dataclass(frozen=True)
class _Said:
    """What a row says of a session."""

    state: SessionState
    span: Span
    people: int | None
    places: Sequence[PastPlace]

    def is_of(self, session: Session) -> bool:
        if session.state != self.state or session.ends_at != self.span.end:
            return False
        if self.people not in {None, session.people_expected}:
            return False
        left = list(session.shifts.all())
        for place in self.places:
            its = next((shift for shift in left if _is(shift, place, self.state)), None)
            if its is None:
                return False
            left.remove(its)
        return True


def _here(reader: Reader, here: Sequence[Session], said: _Said) -> Planned:
    """The session is here already: the row says the same, or it is to be changed there."""
    if any(said.is_of(session) for session in here):
        return Planned(reader.row.number, ImportRowState.SAME)
    reader.against(None, Code.SESSION_HERE)
    return reader.wrong()


def _is(shift: Shift, place: PastPlace, of: SessionState) -> bool:
    """Whether somebody came is said of what was held alone."""
    if shift.language != place.language or shift.holder_id != place.interpreter_id:
        return False
    came = of is not SessionState.HELD or shift.state == place.state
    return place.interpreter_id is None or (shift.pay == place.pay and came)
