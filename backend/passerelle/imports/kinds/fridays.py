"""Past Fridays: a row is a session that was held, or one interpreter's place in it; rows of one session make one session.

An export has the sessions that were not held too. Of these a row can only say what is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from passerelle.agencies.models import Group
from passerelle.bookings.models import Session, Shift
from passerelle.bookings.services.past import PastPlace, PastSession, record_past_sessions, take_back_past_sessions
from passerelle.domain.pay import may_be_given, may_be_missed
from passerelle.domain.refusals import Code
from passerelle.domain.roles import Actor
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import ShiftState
from passerelle.domain.time import Span
from passerelle.domain.words import ImportKind, ImportRowState, Language, Pay, PayStatus, ShiftOutcome
from passerelle.imports.kinds import cells
from passerelle.imports.kinds.fridays_known import Known
from passerelle.imports.kinds.fridays_written import export
from passerelle.imports.kinds.planning import Effect, Effects, Planned, Reader, Row, Used, required
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary.folding import folded
from passerelle.interpreters.models import Interpreter

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=12)
MOST_PEOPLE = 500


@dataclass(frozen=True)
class Act:
    """One row of a session, and the place in it that the row speaks of."""

    session: PastSession
    place: PastPlace | None


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
    places = [act.place for act in acts if act.place is not None]
    return PastSession(first.group_id, first.starts_at, first.ends_at, people, places)


def _plan(row: Row, known: Known, *, unclear: bool, now: datetime) -> Planned:
    reader = Reader(row)
    required(reader, "day", "partner", "group", "starts")
    group = _group(reader, known)
    day = cells.day(reader, "day", unclear=unclear)
    state = cells.word(reader, "state", words.SESSION_STATE, "states") or SessionState.HELD
    span = _span(reader, group, day)
    people = cells.number(reader, "people", least=0, most=MOST_PEOPLE)
    person = _person(reader, known)
    place = _place(reader, person)
    if reader.problems or group is None or span is None or day is None:
        return reader.wrong()
    if here := known.here(group.id, span.start, on_a_day=state is SessionState.HELD):
        return _here(reader, here, _Said(state, span, people, place))
    if state is not SessionState.HELD:
        reader.against("state", Code.NOT_HELD)
        return reader.wrong()
    if span.end > now:
        reader.against("day", Code.DAY_TO_COME)
    session = PastSession(group.id, span.start, span.end, people or 0)
    if known.day_is_open(day, group.site.time_zone):
        reader.against("day", Code.DAY_STILL_OPEN)
    _against_place(reader, place, person)
    known.against_sheet(reader, session, place, person)
    return reader.wrong() if reader.problems else Planned(row.number, ImportRowState.NEW, act=Act(session, place))


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


def _span(reader: Reader, group: Group | None, day: date | None) -> Span | None:
    """From start to end on the clocks of the group's site, once both are said."""
    starts, ends = cells.wall_time(reader, "starts"), cells.wall_time(reader, "ends")
    minutes = _minutes(reader)
    if ends is None and minutes is None and not any(problem.field in {"ends", "minutes"} for problem in reader.problems):
        reader.against("ends" if "ends" in reader.row.cells else "minutes", Code.EMPTY)
    if group is None or day is None or starts is None or reader.problems:
        return None
    zone = ZoneInfo(group.site.time_zone)
    start = datetime.combine(day, starts, zone).astimezone(UTC)
    if start.astimezone(zone).time() != starts:  # clocks skip it on that day
        reader.against("starts", Code.TIME_UNREAD, word=f"{starts:%H:%M}")
        return None
    end = datetime.combine(day, ends, zone).astimezone(UTC) if ends is not None else start + (minutes or timedelta())
    if end <= start:
        reader.against("ends", Code.ENDS_BEFORE_IT_STARTS)
    elif not SHORTEST <= end - start <= LONGEST:
        reader.against("ends" if ends is not None else "minutes", Code.TOO_LONG_A_TIME)
    return None if reader.problems else Span(start, end)


def _minutes(reader: Reader) -> timedelta | None:
    """``90``, ``1:30``, ``1h30`` or ``90 min``."""
    text = reader.text("minutes").lower().removesuffix("minutes").removesuffix("min").strip()
    if not text:
        return None
    if ":" in text or "h" in text:
        length = cells.wall_time(reader, "minutes")
        return None if length is None else timedelta(hours=length.hour, minutes=length.minute)
    minutes = cells.number_in(reader, "minutes", text, least=1, most=24 * 60)
    return None if minutes is None else timedelta(minutes=minutes)


def _person(reader: Reader, known: Known) -> Interpreter | None:
    said = {"first_name": reader.text("interpreter"), "phone": cells.phone(reader, "phone")}
    if not said["first_name"] and not reader.text("interpreter_id"):
        return None
    person = known.people.find(reader, said, id_at="interpreter_id", name_at="interpreter")
    if person is None and not any(problem.field in {"interpreter", "interpreter_id"} for problem in reader.problems):
        reader.against("interpreter", Code.INTERPRETER_UNKNOWN, name=said["first_name"])
    return person


def _place(reader: Reader, person: Interpreter | None) -> PastPlace | None:
    """What the row says of an interpreter's place: of a language alone, that nobody was there for it."""
    language = cells.word(reader, "language", words.LANGUAGE, "languages")
    pay = cells.word(reader, "pay", words.PAY, "pay")
    outcome = cells.word(reader, "outcome", words.OUTCOME, "outcomes")
    spoken = [Language(skill.language) for skill in person.languages.all()] if person is not None else []
    if language is None and len(spoken) == 1:
        language = spoken[0]
    if language is None:
        if person is not None:
            reader.against("language", Code.EMPTY)
        return None
    if person is None:
        return PastPlace(language, pay or Pay.VOLUNTEER)
    usual = Pay.PAID if may_be_given(Pay.PAID, PayStatus(person.pay_status)) else Pay.VOLUNTEER
    return PastPlace(language, pay or usual, person.id, outcome is not ShiftOutcome.MISSED)


def _against_place(reader: Reader, place: PastPlace | None, person: Interpreter | None) -> None:
    if place is None or person is None:
        return
    if not may_be_given(place.pay, PayStatus(person.pay_status)):
        reader.against("pay", Code.NEVER_A_FEE, name=person.name)
    if place.state is ShiftState.MISSED and not may_be_missed(place.pay):
        reader.against("outcome", Code.VOLUNTEER_MISSED)


@dataclass(frozen=True)
class _Said:
    """What a row says of a session."""

    state: SessionState
    span: Span
    people: int | None
    place: PastPlace | None

    def is_of(self, session: Session) -> bool:
        if session.state != self.state or session.ends_at != self.span.end:
            return False
        if self.people not in {None, session.people_expected}:
            return False
        return self.place is None or any(_is(shift, self.place, self.state) for shift in session.shifts.all())


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
