"""What is locked together stays together: a session moved while its day was being waited for."""

from datetime import timedelta
from functools import partial

import psycopg
from django.db import transaction

from passerelle.bookings.models import Session, Visit
from passerelle.bookings.services import locks
from passerelle.bookings.services.closing import cancel_session
from passerelle.bookings.services.moving import move_session
from passerelle.bookings.services.past import PastSession, record_past_sessions, take_back_past_sessions
from passerelle.domain.words import CancelReason
from tests.factories.people import NOW, a_group_of, an_agency, someone_of_the_team
from tests.races.friday import FRIDAY, a_session, a_visit, local
from tests.races.mechanisms import in_the_middle_of
from tests.support.crew import Crew, Outcome
from tests.support.database import database_url

MOVED = Outcome(
    status=412, errors=(("stale", "Somebody changed this while you were looking at it. Compare, then choose again."),)
)


def is_locked(visit: Visit) -> bool:
    """Whether some other transaction holds the visit's row."""
    with psycopg.connect(database_url()) as other:
        try:
            other.execute("SELECT FROM bookings_visit WHERE id = %s FOR NO KEY UPDATE NOWAIT", [visit.id])
        except psycopg.errors.LockNotAvailable:
            return True
        return False


def test_a_session_is_locked_with_the_day_it_is_on(committed_db: None) -> None:
    coordinator = someone_of_the_team()
    visit = a_visit(by=coordinator)
    session = a_session(a_group_of(an_agency()), visit, by=coordinator)
    with transaction.atomic():
        locks.session_on_visit(session.id, coordinator)
        assert is_locked(visit)
    assert not is_locked(visit)


def test_cancelling_a_session_that_is_being_moved_to_another_day_is_refused(crew: Crew) -> None:
    """The day waited for is no longer its day, and the new one is not locked: look again, then choose."""
    coordinator = someone_of_the_team()
    here, there = a_visit(by=coordinator), a_visit(FRIDAY + timedelta(weeks=1), by=coordinator)
    session = a_session(a_group_of(an_agency()), here, by=coordinator)
    starts_at = local(there.day, 14)
    move = partial(
        move_session,
        session_id=session.id,
        version=session.version,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        visit_id=there.id,
        now=NOW,
        actor=coordinator,
    )
    cancel = partial(cancel_session, session_id=session.id, reason=CancelReason.OTHER, now=NOW, actor=coordinator)
    moved, cancelled = in_the_middle_of(crew, move, cancel, table="bookings_session")
    assert (moved.status, cancelled) == (200, MOVED)
    assert Session.objects.values_list("state", "visit").get() == ("scheduled", there.id)


def test_cancelling_a_session_whose_day_is_being_taken_back_finds_neither(crew: Crew) -> None:
    coordinator = someone_of_the_team()
    starts_at = NOW - timedelta(days=3)
    past = PastSession(a_group_of(an_agency()).id, starts_at, starts_at + timedelta(hours=1))
    (made,) = record_past_sessions(sessions=[past], now=NOW, actor=coordinator)
    ids = {"visit_ids": [made.visit.id], "session_ids": [made.session.id]}
    undo = partial(take_back_past_sessions, **ids, now=NOW, actor=coordinator)
    cancel = partial(cancel_session, session_id=made.session.id, reason=CancelReason.OTHER, now=NOW, actor=coordinator)
    undone, cancelled = in_the_middle_of(crew, undo, cancel, table="bookings_session", write="DELETE")
    assert (undone.done, cancelled.status, Visit.objects.count()) == (set(), 404, 0)
