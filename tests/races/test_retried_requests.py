"""What the database gives up on in the middle of a request is done again by the request: one effect, and one answer."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.test import Client

from passerelle.accounts.models import User
from passerelle.bookings.models import Offer
from passerelle.common.idempotency import HEADER
from passerelle.common.models import StoredAnswer
from passerelle.common.transactions import TRIES
from passerelle.journal.models import Change
from tests.support.crew import Crew, Outcome
from tests.support.database import database_url
from tests.support.sockets import session_of
from tests.support.waiting import PATIENCE, until
from trials.lossless.traces import Traces
from trials.races.cast import Cast

FIRST = "INSERT INTO common_storedanswer"
"""The first statement of every try."""


@dataclass
class Accepting:
    """Somebody says yes over the API. ``disturbed`` is called in each try once its snapshot was taken."""

    offer: Offer
    key: str = field(default_factory=lambda: str(uuid4()))
    tries: int = 0
    disturbed: Callable[[int], None] | None = None
    session: str = ""

    def __post_init__(self) -> None:
        """Signed in before anything is asked: that leaves rows too."""
        self.session = session_of(User.objects.get(interpreter=self.offer.interpreter))

    def __call__(self) -> Any:
        client = Client()
        client.cookies["sessionid"] = self.session
        with connection.execute_wrapper(self._watch):
            return client.post(
                f"/api/v1/offers/{self.offer.id}/accept", content_type="application/json", headers={HEADER: self.key}
            )

    def _watch(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(FIRST):
            return execute(sql, params, many, context)
        self.tries += 1
        if self.disturbed is None:
            return execute(sql, params, many, context)
        context["cursor"].execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        done = execute(sql, params, many, context)
        self.disturbed(self.tries)
        return done


@pytest.fixture
def accepting(crew: Crew) -> Accepting:
    day = Cast.made(1).day(0)
    return Accepting(day.asked(day.people[0])[0])


def told(accepting: Accepting) -> list[tuple[str, str]]:
    """What the journal says of it, a line for each thing that reads differently."""
    return list(Change.objects.filter(actor_id=accepting.offer.interpreter.user_id).values_list("entity", "kind"))


def the_shift(accepting: Accepting) -> None:
    """Somebody changes the place that is said yes to, after the try has begun to look."""
    with psycopg.connect(database_url(), autocommit=True) as other:
        other.execute("UPDATE bookings_shift SET ticket_paid = ticket_paid WHERE id = %s", [accepting.offer.shift_id])


def done(accepting: Accepting, crew: Crew) -> Any:
    outcome: Outcome = crew.start(accepting).result(PATIENCE)
    return outcome.done


def happened_once(accepting: Accepting, answered: Any, crew: Crew) -> None:
    """And asked again under its key it is answered the same, and nothing more happens."""
    assert (answered.status_code, answered.json()["state"]) == (200, "accepted")
    assert Offer.objects.get(pk=accepting.offer.pk).state == "accepted"
    lines = told(accepting)
    assert len(lines) == len(set(lines)) > 0
    assert StoredAnswer.objects.count() == 1
    accepting.disturbed = None
    again = done(accepting, crew)
    assert (again.status_code, again.content) == (200, answered.content)
    assert told(accepting) == lines


def test_a_snapshot_that_was_overtaken_is_done_again_by_the_request(accepting: Accepting, crew: Crew) -> None:
    accepting.disturbed = lambda tries: the_shift(accepting) if tries < TRIES else None
    answered = done(accepting, crew)
    assert accepting.tries == TRIES
    happened_once(accepting, answered, crew)


def test_after_the_last_try_it_is_said_and_nothing_has_changed(accepting: Accepting, crew: Crew) -> None:
    before = Traces.take()
    accepting.disturbed = lambda _tries: the_shift(accepting)
    refused = done(accepting, crew)
    assert accepting.tries == TRIES
    (line,) = refused.json()["errors"]
    assert (refused.status_code, line["code"]) == (409, "busy")
    assert line["message"].endswith(".")
    assert Traces.take() == before
    assert not StoredAnswer.objects.exists()
    accepting.disturbed = None
    happened_once(accepting, done(accepting, crew), crew)


@contextmanager
def the_other_way_round(accepting: Accepting) -> Iterator[Callable[[], None]]:
    """Somebody has the person, and then wants the place: whoever says yes has the place, and wants the person."""
    with psycopg.connect(database_url()) as other, ThreadPoolExecutor(1) as beside:
        other.execute("SET deadlock_timeout = '10min'")  # it is the request that is given up
        who = accepting.offer.interpreter_id
        other.execute("SELECT 1 FROM interpreters_interpreter WHERE id = %s FOR UPDATE", [who])

        def cross() -> None:
            until(lambda: waiting(other.info.backend_pid), what="the request waits for the person")
            wanted = "SELECT 1 FROM bookings_shift WHERE id = %s FOR UPDATE"
            beside.submit(other.execute, wanted, [accepting.offer.shift_id]).result(PATIENCE)
            other.commit()

        yield cross


def waiting(pid: int) -> bool:
    """Whether somebody waits for that session."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))", [pid])
        return cursor.fetchone() is not None


def test_a_deadlock_is_done_again_by_the_request(accepting: Accepting, crew: Crew) -> None:
    with the_other_way_round(accepting) as cross:
        asked = crew.start(accepting)
        cross()
        answered = asked.result(PATIENCE).done
    assert accepting.tries == 2
    happened_once(accepting, answered, crew)
