"""The worst interleaving, forced; and each mechanism against it taken away, to see that the tests notice."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from django.db.models import Model

from tests.support.crew import Act, Crew, Outcome
from tests.support.database import clean, database_url
from tests.support.waiting import PATIENCE, until

_KEY = 4_711


class Gate:
    """A point that marked sessions do not pass before it is opened: their first write of one kind to one table."""

    def __init__(self, holder: psycopg.Connection[Any]) -> None:
        self._holder = holder

    @staticmethod
    def marked(act: Act) -> Act:
        """``act``, which will wait at the gate."""

        def run() -> Any:
            with connection.cursor() as cursor:
                cursor.execute("SET races.waits_at_the_gate = 'yes'")
                try:
                    return act()
                finally:
                    cursor.execute("RESET races.waits_at_the_gate")

        return run

    def open(self) -> None:
        self._holder.execute("SELECT pg_advisory_unlock_all()")

    def waiting(self) -> int:
        """How many sessions wait for a lock: at the gate, or for a row that one at the gate has locked."""
        found = self._holder.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        ).fetchone()
        return int(found[0]) if found else 0


@contextmanager
def gate_before_updates_of(table: str, *, write: str = "UPDATE") -> Iterator[Gate]:
    """A closed gate. Opened, at the latest, when the block is left. ``write``: before a ``DELETE`` rather than an update."""
    with psycopg.connect(database_url(), autocommit=True) as holder:
        holder.execute("SELECT pg_advisory_lock(%s)", [_KEY])
        holder.execute(f"""
            CREATE FUNCTION races_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF current_setting('races.waits_at_the_gate', true) = 'yes' THEN
                    PERFORM pg_advisory_xact_lock_shared({_KEY});
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER races_gate BEFORE {write} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION races_gate();
        """)
        gate = Gate(holder)
        try:
            yield gate
        finally:
            gate.open()
            holder.execute(f"DROP TRIGGER races_gate ON {table}; DROP FUNCTION races_gate")


def both_before_either_writes(crew: Crew, one: Act, other: Act, *, table: str = "bookings_offer") -> list[Outcome]:
    """Both have read and checked, as far as locks let them, before either writes: the worst that can happen."""
    with gate_before_updates_of(table) as gate:
        running = [crew.start(gate.marked(act)) for act in (one, other)]
        until(lambda: gate.waiting() == 2, what="both wait for a lock")
        gate.open()
        return [one.result(PATIENCE) for one in running]


def in_the_middle_of(crew: Crew, first: Act, then: Act, *, table: str, write: str = "UPDATE") -> list[Outcome]:
    """``then`` begins when ``first`` has done its reading and holds its locks, and is about to write to ``table``."""
    with gate_before_updates_of(table, write=write) as gate:
        earlier = crew.start(gate.marked(first))
        until(lambda: gate.waiting() == 1, what="the first is at the gate")
        later = crew.start(then)
        until(lambda: later.done() or gate.waiting() == 2, what="the second waits, or is through")
        gate.open()
        wait([earlier, later], PATIENCE)
        return [earlier.result(), later.result()]


def without_locks(*tables: str) -> Callable[..., Any]:
    """For ``execute_wrapper``: rows of ``tables`` are read without locking them, the words are taken out of the statement."""
    locking = re.compile(r" FOR NO KEY UPDATE(?: OF \"\w+\"(?:, \"\w+\")*)?$")

    def strip(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if any(f'FROM "{table}"' in sql or f'UPDATE OF "{table}"' in sql for table in tables):
            sql = locking.sub("", sql)
        return execute(sql, params, many, context)

    return strip


def without_locks_on(table: str) -> Callable[[Act], Act]:
    """Acts that read the rows of ``table`` without locking them."""

    def unlocked(act: Act) -> Act:
        def run() -> Any:
            with connection.execute_wrapper(without_locks(table)):
                return act()

        return run

    return unlocked


@contextmanager
def without_constraint(model: type[Model], name: str) -> Iterator[None]:
    """The constraint is gone inside the block and back after it, and with it gone what it would not have let in."""
    (constraint,) = [one for one in model._meta.constraints if one.name == name]
    with connection.schema_editor() as editor:
        editor.remove_constraint(model, constraint)
    try:
        yield
    finally:
        clean()
        with connection.schema_editor() as editor:
            editor.add_constraint(model, constraint)
