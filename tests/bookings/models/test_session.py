"""A session that is agreed has its day, and a confirmed one a confirmed day: from both sides, in any order."""

import threading
from contextlib import closing

import psycopg
import pytest
from django.db import connection, transaction

from passerelle.bookings.models import Session
from passerelle.domain.states.session import ON_A_VISIT, SessionState
from passerelle.domain.states.visit import VisitState
from tests.factories.bookings import NEXT_FRIDAY, Friday, a_confirmed_session, a_requested_session, a_scheduled_session, a_visit
from tests.support.constraints import Write, refused_by, updating
from tests.support.database import database_url
from tests.support.waiting import until

NOT_CONFIRMED = [VisitState.PLANNING, VisitState.CANCELLED, VisitState.DONE]
SESSION_SIDE, VISIT_SIDE = "bookings_confirmed_on_confirmed", "bookings_visit_keeps_confirmed"


def session_is(friday: Friday, state: SessionState) -> Write:
    return updating(friday.session, state=state)


def visit_is(friday: Friday, state: VisitState) -> Write:
    return updating(friday.visit, state=state)


def test_a_session_needs_a_day_from_scheduling_on(db: None) -> None:
    friday = a_requested_session()
    found = {state: refused_by(session_is(friday, state)) for state in SessionState}
    assert found == {state: "bookings_session_on_a_visit" if state in ON_A_VISIT else None for state in SessionState}


@pytest.mark.parametrize("day", VisitState)
def test_on_a_day_in_each_state_a_session_is_confirmed_only_where_the_day_is(db: None, day: VisitState) -> None:
    friday = a_scheduled_session()
    day_is = visit_is(friday, day)
    found = {state: refused_by(day_is, session_is(friday, state)) for state in SessionState}
    refused = None if day is VisitState.CONFIRMED else SESSION_SIDE
    assert found == dict.fromkeys(SessionState) | {SessionState.CONFIRMED: refused}


def test_a_confirmed_session_is_neither_born_on_nor_moved_to_a_day_that_is_not(db: None) -> None:
    friday, _ = a_confirmed_session()
    planned = a_visit(friday.coordinator, NEXT_FRIDAY)
    born = Session(group=friday.group, agency=friday.group.agency, visit=planned, state=SessionState.CONFIRMED)
    born.starts_at, born.ends_at = friday.session.starts_at, friday.session.ends_at
    assert refused_by(lambda: born.save(force_insert=True)) == SESSION_SIDE
    assert refused_by(updating(friday.session, visit=planned)) == SESSION_SIDE


@pytest.mark.parametrize("day", NOT_CONFIRMED)
def test_a_day_leaves_confirmed_only_after_its_confirmed_sessions_did(db: None, day: VisitState) -> None:
    friday, _ = a_confirmed_session()
    assert refused_by(visit_is(friday, day)) == VISIT_SIDE
    found = {state: refused_by(session_is(friday, state), visit_is(friday, day)) for state in SessionState}
    assert {state for state, guard in found.items() if guard} == {SessionState.CONFIRMED}


def test_the_two_may_change_in_either_order_within_one_transaction(db: None) -> None:
    """Only what stands at the end counts: confirming a day changes both, and so does cancelling it."""
    friday = a_scheduled_session()
    confirmed = session_is(friday, SessionState.CONFIRMED), visit_is(friday, VisitState.CONFIRMED)
    cancelled = session_is(friday, SessionState.CANCELLED), visit_is(friday, VisitState.CANCELLED)
    assert refused_by(*confirmed) is None
    assert refused_by(*reversed(confirmed)) is None
    assert refused_by(*confirmed, *cancelled) is None
    assert refused_by(*confirmed, *reversed(cancelled)) is None
    assert refused_by(*confirmed, *cancelled, confirmed[0]) == SESSION_SIDE


CANCEL_VISIT = "UPDATE bookings_visit SET state = 'cancelled' WHERE id = %s"
CONFIRM_SESSION = "UPDATE bookings_session SET state = 'confirmed' WHERE id = %s"


def a_confirmed_day_with_a_scheduled_session() -> Friday:
    with transaction.atomic():
        friday = a_scheduled_session()
        visit_is(friday, VisitState.CONFIRMED)()
    return friday


def second_to_commit(first: tuple[str, object], second: tuple[str, object]) -> str | None:
    """Two connections write at once; the first commits while the second waits for it. The guard that refuses the second."""
    refused: list[str | None] = []

    def commit_second() -> None:
        try:
            with closing(psycopg.connect(database_url(), application_name="second")) as connected:
                connected.execute(second[0], [second[1]])
                connected.commit()
        except psycopg.errors.CheckViolation as error:
            refused.append(error.diag.constraint_name)

    with closing(psycopg.connect(database_url())) as connected:
        connected.execute(first[0], [first[1]])
        connected.execute("SET CONSTRAINTS ALL IMMEDIATE")
        thread = threading.Thread(target=commit_second)
        thread.start()
        until(_second_waits, what="the second waits for the first")
        connected.commit()
    thread.join()
    return refused[0] if refused else None


def _second_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_stat_activity WHERE application_name = 'second' AND wait_event_type = 'Lock'")
        return cursor.fetchone() is not None


def test_a_day_cancelled_while_a_session_is_being_confirmed(committed_db: None) -> None:
    friday = a_confirmed_day_with_a_scheduled_session()
    found = second_to_commit((CANCEL_VISIT, friday.visit_id), (CONFIRM_SESSION, friday.session_id))
    assert (found, friday.visit.state, friday.session.state) == (SESSION_SIDE, "cancelled", "scheduled")


def test_a_session_confirmed_while_its_day_is_being_cancelled(committed_db: None) -> None:
    friday = a_confirmed_day_with_a_scheduled_session()
    found = second_to_commit((CONFIRM_SESSION, friday.session_id), (CANCEL_VISIT, friday.visit_id))
    assert (found, friday.visit.state, friday.session.state) == (VISIT_SIDE, "confirmed", "confirmed")
