"""What is kept of sessions for a while only, and is gone after it: texts, contacts, answers; at last the whole day.

Each session, place and day in its own transaction. What is done is no longer due, so that all of it is safe to repeat.
"""

from datetime import datetime
from functools import partial
from uuid import UUID

from passerelle.bookings.events import Changes
from passerelle.bookings.models import DatedNote, Offer, Override, Session, Shift, Visit
from passerelle.bookings.personal import REGISTER
from passerelle.bookings.services import locks
from passerelle.common.retention import Forgetting, each_alone, emptied, not_empty
from passerelle.common.transactions import unit_of_work
from passerelle.domain.personal import Kept
from passerelle.domain.roles import SYSTEM
from passerelle.domain.states.offer import OfferState

_KIND = "forgotten"
_TABLES = {table.model: table for table in REGISTER}
_CONTENTS = {
    kept: {model: emptied(_TABLES[model._meta.label], kept) for model in (Session, Visit)}
    for kept in (Kept.TEXTS, Kept.CONTACTS)
}
"""The fields that are emptied, and what they hold then."""


def forget_texts(*, now: datetime) -> int:
    return _forget_contents(Kept.TEXTS, now)


def forget_contacts(*, now: datetime) -> int:
    return _forget_contents(Kept.CONTACTS, now)


def _forget_contents(kept: Kept, now: datetime) -> int:
    over = now - kept.time
    sessions = Session.objects.filter(not_empty(_CONTENTS[kept][Session]), ends_at__lte=over)
    visits = Visit.objects.filter(not_empty(_CONTENTS[kept][Visit]), day__lt=over.date())
    session_ids, visit_ids = (list(rows.order_by("id").values_list("id", flat=True)) for rows in (sessions, visits))
    of_sessions = (partial(forget_of_session, session_id=session_id, kept=kept, now=now) for session_id in session_ids)
    of_visits = (partial(forget_of_visit, visit_id=visit_id, kept=kept, now=now) for visit_id in visit_ids)
    return each_alone([*of_sessions, *of_visits])


@unit_of_work
def forget_of_session(*, session_id: UUID, kept: Kept, now: datetime) -> None:
    """Empty what is kept of a session for that long, where it is over by then."""
    session = locks.session(session_id, SYSTEM)
    if session.ends_at > now - kept.time:
        return  # moved meanwhile
    _empty(session, kept)
    changes = Changes(SYSTEM, now)
    changes.request(session, _KIND)
    if kept is Kept.CONTACTS:
        changes.asked([session], _KIND, sure_only=True)
    changes.tell()


@unit_of_work
def forget_of_visit(*, visit_id: UUID, kept: Kept, now: datetime) -> None:
    """Empty what is kept of a day for that long, where it is over by then."""
    visit = locks.visit(visit_id, SYSTEM)
    if visit.day >= (now - kept.time).date():
        return  # moved meanwhile
    had_phone = bool(visit.duty_phone)
    _empty(visit, kept)
    changes = Changes(SYSTEM, now)
    changes.visit_plan(visit, _KIND)
    if had_phone and not visit.duty_phone:
        changes.duty(locks.sessions_of(visit), _KIND)
    changes.tell()


def _empty(row: Session | Visit, kept: Kept) -> None:
    fields = _CONTENTS[kept][type(row)]
    for name, empty in fields.items():
        setattr(row, name, empty)
    row.changed(*fields)


def forget_answers(*, now: datetime) -> int:
    """Answers that were no yes, and promises of places: of each place that is over."""
    over = Shift.objects.filter(block__endswith__lte=now - Kept.ANSWERS.time)
    answered = Offer.objects.filter(shift__in=over).exclude(state=OfferState.ACCEPTED).values_list("shift_id", flat=True)
    promised = over.filter(promised_to__isnull=False).values_list("id", flat=True)
    due = sorted({*answered, *promised})
    return each_alone(partial(forget_answers_of, shift_id=shift_id, now=now) for shift_id in due)


@unit_of_work
def forget_answers_of(*, shift_id: UUID, now: datetime) -> None:
    """Delete who was asked for a place and did not say yes: a history of declines is nobody's to keep."""
    shift = locks.shift(shift_id, SYSTEM)
    gone = list(Offer.objects.filter(shift=shift).exclude(state=OfferState.ACCEPTED).order_by("id"))
    shift.promised_to_id = shift.promised_until = None
    shift.changed("promised_to", "promised_until")
    changes = Changes(SYSTEM, now)
    changes.shift_detail(shift, _KIND)
    for offer in gone:
        offer.version += 1
        changes.offer(offer, _KIND)
    changes.tell()  # first: whether their own interpreters see them is read from the rows
    Offer.objects.filter(pk__in=[offer.id for offer in gone]).delete()


def forget_records(*, now: datetime) -> int:
    """Days, and requests that never had one, with all that hangs on them."""
    over = now - Kept.RECORD.time
    days = list(Visit.objects.filter(day__lt=over.date()).order_by("id").values_list("id", flat=True))
    alone = Session.objects.filter(visit=None, ends_at__lte=over).order_by("id")
    requests = list(alone.values_list("id", flat=True))
    of_days = (partial(forget_day, visit_id=visit_id, now=now) for visit_id in days)
    of_requests = (partial(forget_request, session_id=session_id, now=now) for session_id in requests)
    return each_alone([*of_days, *of_requests])


@unit_of_work
def forget_day(*, visit_id: UUID, now: datetime) -> None:
    """Delete a day with its sessions, places and answers. The journal keeps that they were, by ids that lead nowhere."""
    visit = locks.visit(visit_id, SYSTEM)
    sessions = locks.sessions_of(visit)
    shifts = locks.shifts_of(sessions)
    offers = list(Offer.objects.filter(shift__in=shifts).order_by("id"))
    for each in (*offers, *shifts, *sessions, visit):
        each.version += 1
    changes = Changes(SYSTEM, now)
    changes.past([visit], sessions, shifts, offers, kind="expired")
    changes.tell()  # first: whether their own interpreters see the answers is read from the rows
    DatedNote.objects.filter(about__in=[row.pk for row in (*shifts, *sessions, visit)]).delete()
    Override.objects.filter(shift__in=shifts).delete()
    for rows in (Offer.objects.filter(shift__in=shifts), Shift.objects.filter(session__in=sessions)):
        rows.delete()
    Session.objects.filter(visit=visit).delete()
    visit.delete()


@unit_of_work
def forget_request(*, session_id: UUID, now: datetime) -> None:
    """Delete a session that was never put on a day, and has no places."""
    session = locks.session(session_id, SYSTEM)
    session.version += 1
    changes = Changes(SYSTEM, now)
    changes.session(session, "expired")
    changes.tell()
    DatedNote.objects.filter(about=session.id).delete()
    session.delete()


FORGETTING = (
    Forgetting(Kept.CONTACTS, ("bookings.Session", "bookings.Visit"), forget_contacts),
    Forgetting(Kept.TEXTS, ("bookings.Session", "bookings.Visit"), forget_texts),
    Forgetting(Kept.ANSWERS, ("bookings.Shift", "bookings.Offer"), forget_answers),
    Forgetting(
        Kept.RECORD,
        (
            "bookings.Visit",
            "bookings.VisitTherapist",
            "bookings.Session",
            "bookings.SessionTold",
            "bookings.Shift",
            "bookings.Override",
        ),
        forget_records,
    ),
)
