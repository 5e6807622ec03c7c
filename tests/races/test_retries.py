"""What the database gives up on, a deadlock or a snapshot too old, is done again as a whole, and in the end both are done."""

import threading
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import ProtectedError
from psycopg import errors as pg

from passerelle.accounts.models import User
from passerelle.agencies.models import Agency, Group, Member
from passerelle.common.errors import from_database
from passerelle.common.transactions import TRIES, in_transaction, unit_of_work
from passerelle.domain.refusals import Code
from passerelle.journal import audiences
from passerelle.journal.models import Change
from passerelle.journal.services import Entry, append
from tests.factories.people import NOW, a_group_of, a_user, an_agency
from tests.support.crew import Crew
from tests.support.waiting import PATIENCE


def told(kind: str) -> None:
    append([Entry("user", uuid4(), 1, kind, frozenset({audiences.TEAM}))], actor_id=None, now=NOW)


def names() -> list[str]:
    return list(User.objects.order_by("email").values_list("name", flat=True))


def append_to_name(user_id: UUID, letter: str) -> None:
    user = User.objects.select_for_update().get(pk=user_id)
    user.name += letter
    user.save(update_fields=["name"])


class Crossing:
    """Two units of work that write the same two rows, in opposite orders. Both have one before either wants the other."""

    def __init__(self, one: UUID, other: UUID) -> None:
        self.rows = (one, other)
        self.tries: list[str] = []
        self._both_have_one = threading.Barrier(2, timeout=PATIENCE)

    def work(self, letter: str, order: Callable[[tuple[UUID, UUID]], list[UUID]]) -> Callable[[], None]:
        @unit_of_work
        def write_both() -> None:
            again = letter in self.tries
            self.tries.append(letter)
            told(letter)
            first, second = order(self.rows)
            append_to_name(first, letter)
            if not again:
                self._both_have_one.wait()
            append_to_name(second, letter)

        return write_both


def test_a_deadlock_is_done_again_and_both_end_up_done(crew: Crew) -> None:
    crossing = Crossing(a_user("A", "a@example.invalid").id, a_user("B", "b@example.invalid").id)
    before = Change.objects.count()
    outcomes = crew.at_once(crossing.work("x", list), crossing.work("y", lambda rows: list(reversed(rows))))
    assert [outcome.status for outcome in outcomes] == [200, 200]
    assert sorted(crossing.tries) in (["x", "x", "y"], ["x", "y", "y"])
    # Each wrote each row once, and one of them wholly before the other; what the lost try wrote is gone.
    assert names() in (["Axy", "Bxy"], ["Ayx", "Byx"])
    assert sorted(Change.objects.filter(number__gt=before).values_list("kind", flat=True)) == ["x", "y"]


def an_overtaken_snapshot(user_id: UUID, crew: Crew, tries: list[int], *, times: int) -> Callable[[], None]:
    """A unit of work whose row somebody else changes after it has looked, the first ``times`` times."""

    def work() -> None:
        tries.append(len(tries) + 1)
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        User.objects.get(pk=user_id)
        if len(tries) <= times:
            crew.start(lambda: append_to_name_alone(user_id, "o")).result(PATIENCE)
        told("mine")
        append_to_name(user_id, "m")

    return work


def append_to_name_alone(user_id: UUID, letter: str) -> None:
    with transaction.atomic():
        append_to_name(user_id, letter)


def test_a_snapshot_that_was_overtaken_is_done_again(crew: Crew) -> None:
    user_id, tries = a_user("A").id, list[int]()
    in_transaction(an_overtaken_snapshot(user_id, crew, tries, times=TRIES - 1))
    assert tries == list(range(1, TRIES + 1))
    assert names() == ["A" + "o" * (TRIES - 1) + "m"]
    assert Change.objects.filter(kind="mine").count() == 1


def test_after_the_last_try_it_is_given_up_and_nothing_of_it_is_left(crew: Crew) -> None:
    user_id, tries = a_user("A").id, list[int]()
    with pytest.raises(OperationalError) as lost:
        in_transaction(an_overtaken_snapshot(user_id, crew, tries, times=TRIES))
    refusal = from_database(lost.value)
    assert refusal is not None
    assert refusal.code is Code.BUSY
    assert tries == list(range(1, TRIES + 1))
    assert names() == ["A" + "o" * TRIES]
    assert not Change.objects.filter(kind="mine").exists()


def test_what_was_begun_outside_is_done_again_from_there(crew: Crew) -> None:
    """A service called inside a request's transaction cannot be repeated by itself: the whole request is."""
    user_id, tries, begun = a_user("A").id, list[int](), list[str]()
    inner = an_overtaken_snapshot(user_id, crew, tries, times=1)

    def whole() -> None:
        begun.append("whole")
        in_transaction(inner)

    in_transaction(whole)
    assert (begun, tries) == (["whole"] * 2, [1, 2])
    assert names() == ["Aom"]


def test_a_lost_race_inside_an_open_transaction_is_left_to_its_owner(crew: Crew) -> None:
    user_id, tries = a_user("A").id, list[int]()
    with pytest.raises(OperationalError) as lost, transaction.atomic():
        in_transaction(an_overtaken_snapshot(user_id, crew, tries, times=1))
    assert isinstance(lost.value.__cause__, pg.SerializationFailure)
    assert tries == [1]


def test_what_still_points_nowhere_after_the_last_try_is_said_as_busy(committed_db: None) -> None:
    tries = []

    def work() -> None:
        tries.append(1)
        Member.objects.create(agency_id=uuid4(), user=a_user())

    with pytest.raises(IntegrityError) as lost:
        in_transaction(work)
    refusal = from_database(lost.value)
    assert refusal is not None
    assert (refusal.code, len(tries)) == (Code.BUSY, TRIES)
    assert not User.objects.exists()


def test_what_is_pointed_at_again_while_it_is_deleted_is_done_again(committed_db: None) -> None:
    agency, tries = an_agency(), list[int]()
    group = a_group_of(agency)

    def work() -> None:
        tries.append(1)
        if len(tries) > 1:
            Group.objects.filter(pk=group.pk).delete()
        Agency.objects.filter(pk=agency.pk).delete()

    in_transaction(work)
    assert (len(tries), Agency.objects.exists()) == (2, False)
    assert from_database(ProtectedError("in use", {group})).code is Code.BUSY  # type: ignore[union-attr]


def test_a_fault_of_ours_is_not_tried_again(committed_db: None) -> None:
    tries = []

    def work() -> None:
        tries.append(1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    with pytest.raises(Exception, match="division by zero"):
        in_transaction(work)
    assert tries == [1]
