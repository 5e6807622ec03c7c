"""Past Fridays: a row is a session that was held, with none, one or all of its places; rows of one session make one session.

A row with only the day's columns is a day without a session. An export has the sessions that were not held too, and the
days that were not done. Of these a row can only say what is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session, Shift, Visit
from passerelle.bookings.services.past import PastPlace, PastSession, record_past_sessions, take_back_past_sessions
from passerelle.bookings.services.past_days import PastDay, record_past_days
from passerelle.domain.refusals import Code
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionState
from passerelle.domain.time import Span
from passerelle.domain.words import ImportKind, ImportRowState
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.fridays_days import (
    DaySaid,
    against_age,
    against_new,
    against_visits,
    against_zone_of,
    day_alone,
    is_a_day,
    said_of_day,
    whole_days,
)
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
    """One row of a session, and the places in it that the row speaks of; or of a day that had none."""

    day: PastDay
    session: PastSession | None = None
    places: Sequence[PastPlace] = ()


class Fridays:
    kind = ImportKind.FRIDAYS

    def plan(self, rows: Sequence[Row], *, now: datetime) -> list[Planned]:
        known = Known.load()
        unclear = cells.month_first([row.cells["day"][1].text for row in rows if "day" in row.cells])
        return [_plan(row, known, unclear=unclear, now=now) for row in rows]

    def write(self, planned: Sequence[Planned], *, now: datetime, actor: Actor) -> Effects:
        new = [one for one in planned if one.state is ImportRowState.NEW]
        together: dict[tuple[UUID, datetime], list[Planned]] = {}
        first: dict[tuple[date, str], int] = {}
        for one in new:
            first.setdefault(one.act.day.key, one.number)
            if one.act.session is not None:
                together.setdefault((one.act.session.group_id, one.act.session.starts_at), []).append(one)
        effects: Effects = {}
        for visit in record_past_days(days=whole_days(one.act.day for one in new), now=now, actor=actor):
            row = first[visit.day, visit.time_zone]
            effects.setdefault(row, []).append(Effect("visit", visit.id, visit.version))
        sessions = [_whole([(one.act.session, one.act.places) for one in some]) for some in together.values()]
        recorded = record_past_sessions(sessions=sessions, now=now, actor=actor)
        for some, made in zip(together.values(), recorded, strict=True):
            effects.setdefault(some[0].number, []).append(Effect("session", made.session.id, made.session.version))
        return effects

    def take_back(self, effects: Effects, *, now: datetime, actor: Actor) -> list[Used]:
        flat = [(number, effect) for number, found in effects.items() for effect in found]
        sessions = [effect.id for _number, effect in flat if effect.thing == "session"]
        visits = [effect.id for _number, effect in flat if effect.thing == "visit"]
        names = {one.id: one.group.name for one in Session.objects.filter(pk__in=sessions).select_related("group")}
        names |= {visit.id: visit.day.isoformat() for visit in Visit.objects.filter(pk__in=visits)}
        gone = {id_ for id_ in sessions if id_ not in names}
        used = gone or take_back_past_sessions(visit_ids=visits, session_ids=sessions, now=now, actor=actor)
        return [Used(number, names.get(effect.id, "–")) for number, effect in flat if effect.id in used]

    def export(self, language: str, now: datetime) -> list[dict[str, str]]:
        return export(language, now)


def _whole(rows: Sequence[tuple[PastSession, Sequence[PastPlace]]]) -> PastSession:
    first, _places = rows[0]
    people = max(session.people_expected for session, _its in rows)
    told = next((session.told for session, _its in rows if session.told), ())
    return replace(first, people_expected=people, places=[place for _session, its in rows for place in its], told=told)


def _plan(row: Row, known: Known, *, unclear: bool, now: datetime) -> Planned:
    reader = Reader(row)
    if is_a_day(reader):
        return _plan_day(reader, known, unclear=unclear, now=now)
    required(reader, "day", "partner", "group", "starts")
    group = _group(reader, known)
    day = cells.day(reader, "day", unclear=unclear)
    state = cells.word(reader, "state", words.SESSION_STATE, "states") or SessionState.HELD
    span = span_of(reader, group, day)
    people = cells.number(reader, "people", least=0, most=MOST_PEOPLE)
    seats = seats_of(reader, known.people)
    places = [seat.place for seat in seats]
    told = _told(reader, group, known)
    of_day = said_of_day(reader, known)
    if group is not None:
        against_zone_of(reader, group.site.time_zone)
    if reader.problems or group is None or span is None or day is None:
        return reader.wrong()
    if here := known.here(group.id, span.start, on_a_day=state is SessionState.HELD):
        return _here(reader, here, _Said(state, span, people, places, told), of_day)
    if state is not SessionState.HELD:
        reader.against("state", Code.NOT_HELD)
        return reader.wrong()
    if span.end > now:
        reader.against("day", Code.DAY_TO_COME)
    against_age(reader, day, now)
    session = PastSession(group.id, span.start, span.end, people or 0, told=told)
    against_rules(seats)
    against_new(reader, day, group.site.time_zone, of_day, known)
    known.against_sheet(reader, session, seats)
    act = Act(PastDay(day, group.site.time_zone, of_day.deputy_id), session, places)
    return reader.wrong() if reader.problems else Planned(row.number, ImportRowState.NEW, act=act)


def _plan_day(reader: Reader, known: Known, *, unclear: bool, now: datetime) -> Planned:
    required(reader, "day")
    day = cells.day(reader, "day", unclear=unclear)
    new = day_alone(reader, known, day, now) if day is not None else None
    if reader.problems:
        return reader.wrong()
    state = ImportRowState.SAME if new is None else ImportRowState.NEW
    return Planned(reader.row.number, state, act=Act(new) if new is not None else None)


def _told(reader: Reader, group: Group | None, known: Known) -> list[UUID]:
    """Who of the partner heard of it."""
    if group is None:
        return []
    return known.partner_people[group.agency_id].several(reader, "told", Code.MEMBER_UNKNOWN, partner=group.agency.name)


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
    told: Sequence[UUID]

    def is_of(self, session: Session) -> bool:
        if session.state != self.state or session.ends_at != self.span.end:
            return False
        if self.people not in {None, session.people_expected}:
            return False
        if self.told and {*self.told} != {telling.member_id for telling in session.telling.all()}:
            return False
        left = list(session.shifts.all())
        for place in self.places:
            its = next((shift for shift in left if _is(shift, place, self.state)), None)
            if its is None:
                return False
            left.remove(its)
        return True


def _here(reader: Reader, here: Sequence[Session], said: _Said, of_day: DaySaid) -> Planned:
    """The session is here already: the row says the same, or it is to be changed there."""
    alike = [session for session in here if said.is_of(session)]
    if not alike:
        reader.against(None, Code.SESSION_HERE)
    against_visits(reader, of_day, [session.visit for session in alike if session.visit is not None])
    return reader.wrong() if reader.problems else Planned(reader.row.number, ImportRowState.SAME)


def _is(shift: Shift, place: PastPlace, of: SessionState) -> bool:
    """Whether somebody came is said of what was held alone."""
    if shift.language != place.language or shift.holder_id != place.interpreter_id:
        return False
    came = of is not SessionState.HELD or shift.state == place.state
    due = place.pay_outcome in {None, shift.pay_outcome}
    return due and (place.interpreter_id is None or (shift.pay == place.pay and came))
