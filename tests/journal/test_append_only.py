"""Nothing in the journal is edited, and nothing enters it but through a transaction's own lines."""

import uuid
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from passerelle.journal import audiences, selectors
from passerelle.journal.models import Change
from passerelle.journal.services import Entry, append
from tests.support.database import clean


def line() -> Entry:
    return Entry("session", uuid.uuid4(), 1, "changed", frozenset({audiences.TEAM}))


def run(statement: str) -> Callable[[], object]:
    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return act


EDITS = {
    "update a word": lambda: Change.objects.update(kind="other"),
    "renumber": lambda: Change.objects.update(number=99),
    "unnumber": lambda: Change.objects.update(number=None),
    "number and more": run("UPDATE journal_change SET number = 7, kind = 'other'"),
    "delete": lambda: Change.objects.all().delete(),
    "delete below": run("DELETE FROM journal_change"),
    "truncate": run("TRUNCATE journal_change"),
    "bring a number": run(
        "INSERT INTO journal_change (number, entity, entity_id, version, kind, audiences, at)"
        " VALUES (5, 'session', gen_random_uuid(), 1, 'forged', '{team}', now())"
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_refused(committed_db: None, edit: Callable[[], object]) -> None:
    with transaction.atomic():
        append([line()], actor_id=None, now=timezone.now())
    before = selectors.after(0)
    with pytest.raises(IntegrityError, match="only appended to"):
        edit()
    assert selectors.after(0) == before
    assert selectors.last_number() == 1


@pytest.mark.parametrize("edit", [edit for name, edit in EDITS.items() if name != "bring a number"])
def test_an_edit_would_pass_without_the_guards(committed_db: None, edit: Callable[[], object]) -> None:
    with transaction.atomic():
        append([line()], actor_id=None, now=timezone.now())
    before = selectors.after(0)
    run("ALTER TABLE journal_change DISABLE TRIGGER USER")()
    try:
        edit()
    finally:
        run("ALTER TABLE journal_change ENABLE TRIGGER USER")()
    assert selectors.after(0) != before


def test_a_line_refuses_to_be_deleted_by_itself() -> None:
    with pytest.raises(TypeError, match="only appended to"):
        Change().delete()


def test_appending_outside_a_transaction_is_refused(committed_db: None) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        append([line()], actor_id=None, now=timezone.now())
    assert selectors.last_number() == 0


def test_a_line_for_nobody_is_not_kept(committed_db: None) -> None:
    with transaction.atomic():
        append([Entry("session", uuid.uuid4(), 1, "changed", frozenset())], actor_id=None, now=timezone.now())
    assert selectors.last_number() == 0


def test_cleaning_between_tests_leaves_every_guard_on(committed_db: None) -> None:
    with transaction.atomic():
        append([line()], actor_id=None, now=timezone.now())
    clean()
    assert selectors.last_number() == 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = 'journal_change'::regclass AND NOT tgisinternal"
        )
        assert dict(cursor.fetchall()) == {
            "journal_append_only": "O",
            "journal_never_truncated": "O",
            "journal_number_at_commit": "O",
        }
