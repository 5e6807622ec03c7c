"""Days that were over before the product knew of them: written down as they went, by whoever writes them down.

Nothing is made to look as if it had been asked, confirmed or closed here at the time: the journal says when it was
recorded and by whom. Each place has the yes its interpreter gave elsewhere, recorded by the team, so that it is in their
history. What was paid then was settled then: a place has a pay outcome where whoever writes it down says which.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from passerelle.agencies.models import Group, Member
from passerelle.bookings.events import Changes
from passerelle.bookings.models import DatedNote, Offer, Session, SessionTold, Shift, Visit
from passerelle.bookings.services import locks
from passerelle.common.permissions import require_team
from passerelle.common.references import referred_to
from passerelle.common.transactions import unit_of_work
from passerelle.domain.pay import may_be_given, may_be_missed, may_end_in
from passerelle.domain.refusals import Code, Refusal, problem, refuse
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SessionState
from passerelle.domain.states.shift import WITH_HOLDER, ShiftState
from passerelle.domain.states.visit import VisitState
from passerelle.domain.time import Diary, Span, booked_block, local_day
from passerelle.domain.words import Language, Pay, PayOutcome, PayStatus
from passerelle.interpreters.models import Interpreter


@dataclass(frozen=True)
class PastPlace:
    """Who interpreted which language, and whether they came; nobody: the place stayed empty."""

    language: Language
    pay: Pay
    interpreter_id: UUID | None = None
    came: bool = True
    pay_outcome: PayOutcome | None = None
    """None where nothing is said of it: then nothing is due here."""

    @property
    def state(self) -> ShiftState:
        if self.interpreter_id is None:
            return ShiftState.UNFILLED
        return ShiftState.WORKED if self.came else ShiftState.MISSED


@dataclass(frozen=True)
class PastSession:
    """A session that was held. Times carry an offset; ``people_expected`` is a count.

    ``told`` are the people of the agency who heard of it, those among them who are not with it any more.
    """

    group_id: UUID
    starts_at: datetime
    ends_at: datetime
    people_expected: int = 0
    places: Sequence[PastPlace] = field(default_factory=list)
    told: Sequence[UUID] = ()


@dataclass(frozen=True)
class Recorded:
    """What was written of one session; ``visit_made``: its day was not here before."""

    visit: Visit
    visit_made: bool
    session: Session
    shifts: list[Shift]


@unit_of_work
def record_past_sessions(*, sessions: Sequence[PastSession], now: datetime, actor: Actor) -> list[Recorded]:
    """Write down sessions that are over, in the order given, on days that are done: those here, or new ones.

    Refuses what is not over yet, a day that is here and still open, a volunteer recorded as missing, a fee for who is given
    none, and anyone in two places at once.
    """
    require_team(actor)
    groups = Group.objects.select_related("agency", "site").in_bulk({one.group_id for one in sessions})
    _require_past(sessions, groups, now)
    days, new = _days(sessions, groups)
    _require_people(sessions)
    _require_members(sessions, groups)
    found = [_recorded(one, groups[one.group_id], days, new, actor) for one in sessions]
    Session.objects.bulk_create([one.session for one in found])
    telling = ((one.session, pk) for one, said in zip(found, sessions, strict=True) for pk in dict.fromkeys(said.told))
    SessionTold.objects.bulk_create(SessionTold(session=session, member_id=pk) for session, pk in telling)
    shifts = [shift for one in found for shift in one.shifts]
    Shift.objects.bulk_create(shifts)
    offers = [_yes(shift, shift.holder_id, actor, now) for shift in shifts if shift.holder_id is not None]
    Offer.objects.bulk_create(offers)
    changes = Changes(actor, now)
    changes.past([one.visit for one in found], [one.session for one in found], shifts, offers)
    changes.tell()
    return found


def _require_past(sessions: Sequence[PastSession], groups: dict[UUID, Group], now: datetime) -> None:
    for one in sessions:
        if one.group_id not in groups:
            raise Refusal(problem(Code.NOT_FOUND, at="group"))
        if one.ends_at <= one.starts_at:
            raise refuse(Code.ENDS_BEFORE_IT_STARTS)
        if one.ends_at > now:
            raise refuse(Code.DAY_TO_COME)
        if any(place.state is ShiftState.MISSED and not may_be_missed(place.pay) for place in one.places):
            raise refuse(Code.VOLUNTEER_NEVER_MISSED)
        if not all(is_due(place) for place in one.places):
            raise refuse(Code.NOTHING_DUE)


def is_due(place: PastPlace) -> bool:
    """Whether what it ended in for pay can have been."""
    return may_end_in(place.pay_outcome or PayOutcome.NONE, place.pay, came=place.state is ShiftState.WORKED)


def _require_members(sessions: Sequence[PastSession], groups: dict[UUID, Group]) -> None:
    """Whoever heard of a session is, or was, of its agency."""
    agency_of = dict(Member.objects.filter(pk__in={pk for one in sessions for pk in one.told}).values_list("id", "agency_id"))
    if any(agency_of.get(pk) != groups[one.group_id].agency_id for one in sessions for pk in one.told):
        raise refuse(Code.NOT_A_MEMBER, at="told")


def _require_people(sessions: Sequence[PastSession]) -> None:
    """Their rows are locked: what they may be given, and where they were, stays until this is written."""
    given = [(one, place) for one in sessions for place in one.places if place.interpreter_id is not None]
    ids = {place.interpreter_id for _one, place in given if place.interpreter_id is not None}
    rows = Interpreter.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("id")
    people: dict[UUID | None, Interpreter] = {row.id: row for row in rows}
    held: defaultdict[UUID | None, Diary] = defaultdict(Diary)
    booked = Shift.objects.filter(holder__in=people.values(), state__in=WITH_HOLDER)
    for holder_id, starts_at, ends_at in booked.values_list("holder_id", "session__starts_at", "session__ends_at"):
        held[holder_id].add(Span(starts_at, ends_at))
    for one, place in given:
        person, span = people.get(place.interpreter_id), Span(one.starts_at, one.ends_at)
        if person is None:
            raise locks.missing(at="interpreter")
        if not may_be_given(place.pay, PayStatus(person.pay_status)):
            raise refuse(Code.NEVER_A_FEE, name=person.name)
        if held[person.id].clash(span) is not None:
            raise refuse(Code.CLASH_HERE, name=person.name)
        held[person.id].add(span)


type Day = tuple[date, str]


def day_of(starts_at: datetime, group: Group) -> Day:
    """The day a session of that group belongs to, and the zone it is reckoned in."""
    return local_day(starts_at, group.site.time_zone), group.site.time_zone


def _days(sessions: Sequence[PastSession], groups: dict[UUID, Group]) -> tuple[dict[Day, Visit], set[UUID]]:
    """The visit of each day, locked or new; and which are new."""
    wanted = {day_of(one.starts_at, groups[one.group_id]) for one in sessions}
    here = Visit.objects.select_for_update(no_key=True).filter(day__in={day for day, _zone in wanted}).order_by("id")
    days: dict[Day, Visit] = {(visit.day, visit.time_zone): visit for visit in here.exclude(state=VisitState.CANCELLED)}
    if any(days[day].state != VisitState.DONE for day in wanted & days.keys()):
        raise refuse(Code.DAY_STILL_OPEN)
    made = [Visit(day=day, time_zone=zone, state=VisitState.DONE) for day, zone in sorted(wanted - days.keys())]
    Visit.objects.bulk_create(made)
    days.update({(visit.day, visit.time_zone): visit for visit in made})
    return days, {visit.id for visit in made}


def _recorded(one: PastSession, group: Group, days: dict[Day, Visit], new: set[UUID], actor: Actor) -> Recorded:
    visit = days[day_of(one.starts_at, group)]
    languages = dict.fromkeys(place.language for place in one.places)
    session = Session(
        group=group,
        agency=group.agency,
        visit=visit,
        state=SessionState.HELD,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        people_expected=one.people_expected,
        needs=[{"language": language, "variety": None, "people": one.people_expected} for language in languages],
    )
    block = booked_block(Span(one.starts_at, one.ends_at))
    shifts = [
        Shift(
            session=session,
            language=place.language,
            pay=place.pay,
            state=place.state,
            block=DateTimeTZRange(block.start, block.end),
            holder_id=place.interpreter_id,
            pay_outcome=place.pay_outcome or PayOutcome.NONE,
            outcome_recorded_by_id=actor.user_id if place.interpreter_id is not None else None,
        )
        for place in one.places
    ]
    return Recorded(visit, visit.id in new, session, shifts)


def _yes(shift: Shift, holder_id: UUID, actor: Actor, now: datetime) -> Offer:
    """As somebody of the team records it: when is when it was recorded."""
    return Offer(
        shift=shift, interpreter_id=holder_id, state=OfferState.ACCEPTED, answered_at=now, recorded_by_id=actor.user_id
    )


@unit_of_work
def take_back_past_sessions(
    *, visit_ids: Sequence[UUID], session_ids: Sequence[UUID], now: datetime, actor: Actor
) -> set[UUID]:
    """Delete sessions that were written down by mistake, and days that were made for them.

    Returns the ids of the sessions and days that were changed since, or that something else points at; then nothing is deleted.
    """
    require_team(actor)
    visits = list(Visit.objects.select_for_update().filter(pk__in=visit_ids).order_by("id"))
    sessions = list(
        Session.objects.select_for_update(of=("self",)).filter(pk__in=session_ids).select_related("group__site").order_by("id")
    )
    shifts = list(Shift.objects.select_for_update().filter(session__in=sessions).order_by("id"))
    offers = list(Offer.objects.filter(shift__in=shifts).order_by("id"))
    if used := _used(visits, sessions, shifts, offers):
        return used
    days = {visit.id: visit for visit in Visit.objects.filter(pk__in={session.visit_id for session in sessions})}
    for rows in (offers, shifts, sessions, visits):
        DatedNote.objects.filter(about__in=[row.pk for row in rows]).delete()
        if rows:
            type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).delete()
    for row in [*offers, *shifts, *sessions, *visits]:
        row.version += 1
    changes = Changes(actor, now)
    gone = {visit.id: visit for visit in visits}
    changes.past([gone.get(id_, day) for id_, day in days.items()], sessions, shifts, offers, kind="taken_back")
    changes.tell()
    return set()


def _used(visits: list[Visit], sessions: list[Session], shifts: list[Shift], offers: list[Offer]) -> set[UUID]:
    session_of = {shift.id: shift.session_id for shift in shifts}
    used = {row.id for row in [*visits, *sessions] if row.version != 1}
    used |= {shift.session_id for shift in shifts if shift.version != 1}
    used |= {session_of[offer.shift_id] for offer in offers if offer.version != 1}
    used |= referred_to(Session, [session.id for session in sessions], parts=[Shift, SessionTold])
    used |= {session_of[id_] for id_ in referred_to(Shift, [shift.id for shift in shifts], parts=[Offer])}
    others = Session.objects.filter(visit__in=visits).exclude(pk__in=[session.id for session in sessions])
    used |= {id_ for id_ in others.values_list("visit_id", flat=True) if id_ is not None}
    return used | referred_to(Visit, [visit.id for visit in visits], parts=[Session])
