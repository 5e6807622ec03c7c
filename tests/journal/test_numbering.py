"""Numbers are dense and in commit order, so a reader that remembers the last one it saw misses nothing."""

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from passerelle.journal import audiences, selectors
from passerelle.journal.models import Change
from passerelle.journal.services import Entry, append
from tests.support.database import database_url

INSERT = """
INSERT INTO journal_change (entity, entity_id, version, kind, audiences, at)
VALUES ('session', gen_random_uuid(), 1, %s, '{team}', now()) RETURNING id
"""


def entry(kind: str = "changed") -> Entry:
    return Entry("session", uuid.uuid4(), 1, kind, frozenset({audiences.TEAM}))


def tell(*entries: Entry) -> None:
    with transaction.atomic():
        append(entries, actor_id=None, now=timezone.now())


def tell_and_undo() -> None:
    with transaction.atomic():
        append([entry("undone")], actor_id=None, now=timezone.now())
        transaction.set_rollback(True)


def a_slow_transaction_is_not_skipped(column: str) -> None:
    """A reader that follows ``column`` reads after a quick transaction and again after a slow one; all must be read."""
    read: list[str] = []

    def look(reader: psycopg.Connection, last: int) -> int:
        rows = reader.execute(
            sql.SQL("SELECT {0}, kind FROM journal_change WHERE {0} > %s ORDER BY {0}").format(sql.Identifier(column)), [last]
        ).fetchall()
        read.extend(kind for _, kind in rows)
        return max([last, *(int(number) for number, _ in rows)])

    url = database_url()
    with psycopg.connect(url) as slow, psycopg.connect(url) as quick, psycopg.connect(url, autocommit=True) as reader:
        slow.execute(INSERT, ["slow"])
        quick.execute(INSERT, ["quick"])
        quick.commit()
        last = look(reader, 0)
        slow.commit()
        look(reader, last)
    assert read == ["quick", "slow"]


@contextmanager
def numbers_taken_at_insert() -> Iterator[None]:
    """The mechanism removed: a number from a sequence when the row is written, as an id is."""
    with connection.cursor() as cursor:
        cursor.execute("""
            CREATE SEQUENCE too_early;
            CREATE FUNCTION take_too_early() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN NEW.number = nextval('too_early'); RETURN NEW; END $$;
            CREATE TRIGGER take_too_early BEFORE INSERT ON journal_change FOR EACH ROW EXECUTE FUNCTION take_too_early();
            ALTER TABLE journal_change DISABLE TRIGGER journal_number_at_commit;
        """)
        try:
            yield
        finally:
            cursor.execute("""
                ALTER TABLE journal_change ENABLE TRIGGER journal_number_at_commit;
                DROP TRIGGER take_too_early ON journal_change;
                DROP FUNCTION take_too_early;
                DROP SEQUENCE too_early;
            """)


def test_a_slow_transaction_gets_the_later_number_and_is_not_skipped(committed_db: None) -> None:
    a_slow_transaction_is_not_skipped("number")
    assert [line.kind for line in selectors.after(0)] == ["quick", "slow"]


def test_following_ids_would_lose_the_slow_transaction(committed_db: None) -> None:
    with pytest.raises(AssertionError, match="quick"):
        a_slow_transaction_is_not_skipped("id")


def test_numbers_taken_at_insert_would_lose_the_slow_transaction(committed_db: None) -> None:
    with numbers_taken_at_insert(), pytest.raises(AssertionError, match="quick"):
        a_slow_transaction_is_not_skipped("number")


def test_numbers_are_dense_however_many_write_at_once(committed_db: None) -> None:
    def write(writer: int) -> None:
        with psycopg.connect(database_url()) as own:
            for turn in range(20):
                own.execute(INSERT, [f"{writer}.{turn}"])
                if turn % 4 == 3:
                    own.rollback()
                else:
                    own.commit()

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(8)))
    lines = selectors.after(0)
    assert [line.number for line in lines] == list(range(1, 8 * 15 + 1))
    assert selectors.last_number() == 8 * 15
    for writer in range(8):
        own = [line.kind for line in lines if line.kind.startswith(f"{writer}.")]
        assert own == [f"{writer}.{turn}" for turn in range(20) if turn % 4 != 3]


def test_a_number_is_null_until_the_commit(committed_db: None) -> None:
    with transaction.atomic():
        append([entry()], actor_id=None, now=timezone.now())
        assert [change.number for change in Change.objects.all()] == [None]
        assert selectors.after(0) == []
    assert [change.number for change in Change.objects.all()] == [1]


def test_lines_of_one_transaction_are_numbered_in_the_order_they_were_written(committed_db: None) -> None:
    kinds = [f"step {step}" for step in range(30)]
    tell(*(entry(kind) for kind in kinds))
    assert [(line.number, line.kind) for line in selectors.after(0)] == list(enumerate(kinds, start=1))


def test_what_is_rolled_back_takes_no_number(committed_db: None) -> None:
    tell(entry("first"))
    with transaction.atomic():
        append([entry("kept")], actor_id=None, now=timezone.now())
        tell_and_undo()
    tell_and_undo()
    tell(entry("last"))
    assert [(line.number, line.kind) for line in selectors.after(0)] == [(1, "first"), (2, "kept"), (3, "last")]


def test_reading_goes_on_where_it_stopped(committed_db: None) -> None:
    tell(*(entry(str(number)) for number in range(1, 8)))
    assert [line.number for line in selectors.after(0, limit=3)] == [1, 2, 3]
    assert [line.number for line in selectors.after(3, limit=3)] == [4, 5, 6]
    assert [line.number for line in selectors.after(6, limit=3)] == [7]
    assert selectors.after(7) == []


def test_the_commit_wakes_whoever_listens_with_the_number(committed_db: None) -> None:
    with psycopg.connect(database_url(), autocommit=True) as listener:
        listener.execute("LISTEN journal")
        tell_and_undo()
        tell(entry())
        tell(entry())
        heard = [(one.channel, one.payload) for one in listener.notifies(timeout=30, stop_after=2)]
    assert heard == [("journal", "1"), ("journal", "2")]
