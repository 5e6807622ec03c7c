"""A session is put on a day, moved to another time, or held another way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from passerelle.bookings.events import Changes
from passerelle.bookings.models import Move, Offer, Session, Shift, Visit
from passerelle.bookings.selectors import facts, news
from passerelle.bookings.services import closing, fitting, locks, places, requirements
from passerelle.common.transactions import unit_of_work
from passerelle.domain.policies.news import Turns
from passerelle.domain.policies.place import Meaning, meaning_of_mode
from passerelle.domain.policies.planning import against_times
from passerelle.domain.refusals import Code, Refusal, refuse
from passerelle.domain.roles import Actor, Role
from passerelle.domain.states.offer import OfferState
from passerelle.domain.states.session import SESSION, SessionAction, SessionState
from passerelle.domain.states.shift import HELD, LIVE, SHIFT, ShiftAction, ShiftState
from passerelle.domain.states.visit import LIVE as LIVE_DAY
from passerelle.domain.time import Span, booked_block, local_day
from passerelle.domain.words import VARIETIES_OF, Language, Mode, Pay, Quality, Strength, Variety

SYSTEM = frozenset({Role.SYSTEM})


@dataclass(frozen=True)
class Place:
    """A shift to open. ``qualities`` None: what its partner asked for; ``named_id`` says who ``Quality.NAMED`` speaks of."""

    language: Language
    pay: Pay
    variety: Variety | None = None
    qualities: Mapping[Quality, Strength] | None = None
    named_id: UUID | None = None
    ticket_paid: bool = False


def block_of(session: Session) -> DateTimeTZRange:
    """Brief, session and debrief as the database stores it: UTC, half open."""
    block = booked_block(Span(session.starts_at, session.ends_at))
    return DateTimeTZRange(block.start, block.end, "[)")


def require_day(session: Session, visit: Visit) -> None:
    """The day must be open, and the session on it, as reckoned at its place."""
    if visit.state not in LIVE_DAY:
        raise refuse(Code.VISIT_CLOSED, at="visit")
    if local_day(session.starts_at, session.group.site.time_zone) != visit.day:
        raise refuse(Code.WRONG_DAY, at="starts_at", day=visit.day.isoformat())


def require_times(starts_at: datetime, ends_at: datetime, *, now: datetime) -> None:
    if found := against_times(starts_at, ends_at, now=now):
        raise Refusal(*found)


def require_place(place: Place) -> None:
    """A variety must be one of its language."""
    if place.variety is not None and place.variety not in VARIETIES_OF.get(place.language, ()):
        raise refuse(Code.VARIETY_OF_ANOTHER, at="variety")


def wanted(session: Session, place: Place) -> tuple[Mapping[Quality, Strength], UUID | None]:
    """What ``place`` asks of its interpreter, and whom it names."""
    if place.qualities is None:
        qualities, named_id = requirements.as_asked(session, place.language, place.variety), session.named_id
    else:
        qualities, named_id = dict(place.qualities), place.named_id
    return qualities, requirements.require_named(qualities, named_id)


def stored(qualities: Mapping[Quality, Strength]) -> list[dict[str, str]]:
    """Qualities as a shift keeps them."""
    return [{"what": what.value, "strength": strength.value} for what, strength in sorted(qualities.items())]


def places_for(session: Session, *, pay: Pay) -> list[Place]:
    """One place for each language needed, with what the partner requires or wishes for."""
    return [Place(Language(n["language"]), pay, Variety(n["variety"]) if n.get("variety") else None) for n in session.needs]


def open_place(session: Session, place: Place, changes: Changes) -> Shift:
    """Open ``place``; what its partner asked for stands on it unless the team said otherwise."""
    require_place(place)
    qualities, named_id = wanted(session, place)
    shift = Shift.objects.create(
        session=session,
        language=place.language,
        variety=place.variety or "",
        pay=place.pay,
        ticket_paid=place.ticket_paid,
        qualities=stored(qualities),
        named_id=named_id,
        block=block_of(session),
    )
    changes.shift(shift, "open", session=session)
    return shift


@unit_of_work
def schedule_session(
    *, session_id: UUID, visit_id: UUID, shifts: Sequence[Place] | None = None, now: datetime, actor: Actor
) -> Session:
    """Put a requested session on a day and open its places: ``shifts``, or one paid place for each language needed."""
    visit = locks.visit(visit_id, actor)
    session = locks.session(session_id, actor)
    session.state = SESSION.after(SessionState(session.state), SessionAction.SCHEDULE, actor.roles(agency_id=session.agency_id))
    require_day(session, visit)
    session.visit = visit
    session.changed("state", "visit")
    changes = Changes(actor, now)
    changes.session(session, "scheduled")
    for place in places_for(session, pay=Pay.PAID) if shifts is None else shifts:
        open_place(session, place, changes)
    changes.tell()
    return session


@unit_of_work
def open_shift(*, session_id: UUID, place: Place, now: datetime, actor: Actor) -> Shift:
    """One more interpreter's place in a session."""
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.OPEN_SHIFT, actor.roles(agency_id=session.agency_id))
    changes = Changes(actor, now)
    shift = open_place(session, place, changes)
    changes.tell()
    return shift


@unit_of_work
def move_session(
    *,
    session_id: UUID,
    version: int,
    starts_at: datetime,
    ends_at: datetime,
    visit_id: UUID | None = None,
    now: datetime,
    actor: Actor,
) -> Session:
    """Another time, or another day: whoever holds a place is asked again, with first refusal."""
    left, visit = _lock_both_days(session_id, visit_id, actor)
    session = locks.session(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.MOVE, actor.roles(agency_id=session.agency_id))
    locks.require_version(session, version)
    require_times(starts_at, ends_at, now=now)
    changes = Changes(actor, now)
    move(session, SessionAction.MOVE, starts_at=starts_at, ends_at=ends_at, visit=visit, changes=changes)
    if left != visit:
        closing.finish_when_all_closed(left, changes=changes)
    changes.tell()
    return session


def _lock_both_days(session_id: UUID, visit_id: UUID | None, actor: Actor) -> tuple[Visit | None, Visit | None]:
    """Lock the day left and the day entered, by id, and return them; one and the same row where it is one day."""
    left = Session.objects.filter(pk=session_id).values_list("visit_id", flat=True).first()
    entered = visit_id or left
    wanted = sorted({v for v in (left, entered) if v is not None})
    days = {visit.id: visit for visit in (locks.visit(pk, actor) for pk in wanted)}
    return days[left] if left is not None else None, days[entered] if entered is not None else None


def move(
    session: Session, action: SessionAction, *, starts_at: datetime, ends_at: datetime, visit: Visit | None, changes: Changes
) -> None:
    """The move itself. The caller holds the locks of both days and the session."""
    left, left_day = session.visit_id, local_day(session.starts_at, session.group.site.time_zone)
    session.state = SESSION.after(SessionState(session.state), action, changes.actor.roles(agency_id=session.agency_id))
    Move.objects.create(session=session, at=changes.now, starts_at=session.starts_at, ends_at=session.ends_at)
    session.starts_at, session.ends_at, session.visit = starts_at, ends_at, visit
    if visit is not None:
        require_day(session, visit)
    session.changed("state", "starts_at", "ends_at", "visit")
    changes.session(session, "moved", visit_id=left, day=left_day)
    for shift in locks.shifts_of([session]):
        if shift.state in LIVE:
            shift.session = session
            _move_shift(shift, session=session, changes=changes)


def _move_shift(shift: Shift, *, session: Session, changes: Changes) -> None:
    """The yes was for another time: the holder is asked again with first refusal, the reserves are asked again.

    Where the place was kept for somebody already (the session moved before, or its holder had left), it is kept anew.
    """
    first = Q(state=OfferState.ACCEPTED)
    if places.promise_runs(shift, changes.now):
        first |= Q(state=OfferState.ASKED, interpreter=shift.promised_to_id)
    holder = Offer.objects.select_related("interpreter").filter(first, shift=shift).first()
    if shift.state in HELD:
        places.free(shift, session=session, roles=SYSTEM, kind="moved", changes=changes)
    shift.block = block_of(session)
    shift.promised_to_id = shift.promised_until = None
    shift.changed("block", "promised_to", "promised_until")
    changes.shift(shift, "moved", session=session)
    reserves = list(Offer.objects.select_related("interpreter").filter(shift=shift, state=OfferState.RESERVE))
    fitting.ask_anew(shift, reserves, first=holder, session=session, changes=changes)


@unit_of_work
def change_mode(*, session_id: UUID, version: int, mode: Mode, now: datetime, actor: Actor) -> Session:
    """In person, remote or partner-led: who can work that way keeps the place, to be confirmed anew.

    Held that way already, nothing changes and nobody is told.
    """
    session = locks.session_on_visit(session_id, actor)
    SESSION.after(SessionState(session.state), SessionAction.CHANGE_MODE, actor.roles(agency_id=session.agency_id))
    locks.require_version(session, version)
    if session.mode == mode:
        return session
    changes = Changes(actor, now)
    with changes.clashes_of(Q(session=session)):
        set_mode(session, mode, changes=changes)
    changes.tell()
    return session


def set_mode(session: Session, mode: Mode, *, changes: Changes) -> None:
    """The change itself. The caller holds the locks of the day and the session, and tells what clashes (``clashes_of``)."""
    roles = changes.actor.roles(agency_id=session.agency_id)
    session.state = SESSION.after(SessionState(session.state), SessionAction.CHANGE_MODE, roles)
    was, session.mode = Mode(session.mode), mode
    turns = news.turns_of([session.id]).get(session.id, Turns())
    session.changed("state", "mode")
    changes.session(session, "mode_changed")
    for shift in locks.shifts_of([session]):
        if shift.state in LIVE:
            shift.session = session
            if shift.state in HELD:
                _keep_or_let_go(shift, was, session=session, changes=changes)
            fitting.let_go_who_cannot(shift, session=session, changes=changes)
            # The list of the place says to whom there is news by now.
            if news.first_news(shift, turns):
                changes.shift_detail(shift, "mode_changed")


def _keep_or_let_go(shift: Shift, was: Mode, *, session: Session, changes: Changes) -> None:
    holder = Offer.objects.select_related("interpreter").get(shift=shift, state=OfferState.ACCEPTED)
    before, after = facts.need_of(shift, session, mode=was), facts.need_of(shift, session)
    if meaning_of_mode(before, after, facts.person(holder.interpreter, after)).meaning is Meaning.LET_GO:
        places.stand_down([holder], roles=SYSTEM, changes=changes)
        places.free(shift, session=session, roles=SYSTEM, kind="mode_changed", changes=changes)
        places.pass_on(shift, session=session, changes=changes)
    elif shift.state == ShiftState.CONFIRMED:
        shift.state = SHIFT.after(ShiftState.CONFIRMED, ShiftAction.UNCONFIRM, SYSTEM)
        shift.changed("state")
        changes.shift(shift, "mode_changed", session=session)
