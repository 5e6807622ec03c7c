"""Guards of the database itself: which there are, what one refuses, and what passes without it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction
from django.db.models import Model

_DROPS = """
    SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname)
      FROM pg_constraint WHERE conname = %(name)s AND contype <> 't'
    UNION SELECT format('DROP INDEX %%s', indexrelid::regclass)
      FROM pg_index WHERE indexrelid::regclass::text = %(name)s
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    UNION SELECT format('DROP TRIGGER %%I ON %%s', tgname, tgrelid::regclass)
      FROM pg_trigger WHERE tgname = %(name)s
"""


type Write = Callable[[], object]


def updating(thing: Model, **columns: object) -> Write:
    """The write, still to be done, of ``columns`` to the row of ``thing``."""
    return lambda: type(thing)._default_manager.filter(pk=thing.pk).update(**columns)


def refused_by(*writes: Write) -> str | None:
    """The name of the guard that refuses ``writes`` as one transaction, at once or at its end; ``None`` where none does.

    They are undone in either case.
    """
    connection.check_constraints()  # what was written before is not theirs
    try:
        with transaction.atomic():
            for write in writes:
                write()
            connection.check_constraints()
            transaction.set_rollback(True)
    except IntegrityError as error:
        return str(error.__cause__.diag.constraint_name)  # type: ignore[union-attr]
    return None


@contextmanager
def without(name: str) -> Iterator[None]:
    """The guard ``name`` is gone inside the block, and back after it with everything the block wrote undone."""
    with transaction.atomic(), connection.cursor() as cursor:
        connection.check_constraints()  # a table with triggers still to come cannot be altered
        cursor.execute(_DROPS, {"name": name})
        ((drop,),) = cursor.fetchall()
        cursor.execute(drop)
        yield
        transaction.set_rollback(True)


def triggers(prefix: str) -> set[str]:
    """The names of our own triggers on tables whose names begin with ``prefix``."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE %s", [f"{prefix}%"]
        )
        return {name for (name,) in cursor.fetchall()}
