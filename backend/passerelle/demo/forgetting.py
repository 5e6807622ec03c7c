"""Forget the demo world, and never anything else."""

from django.db import connection

from passerelle.accounts.models import User
from passerelle.common.transactions import unit_of_work
from passerelle.demo.people import cast_mails

_SCHEMA = "public"
_WORKER = "procrastinate_"
"""The worker's tables are not Django's to list; they begin like this."""


class NotADemo(Exception):
    """The database holds more than the demo world; the message says what."""


@unit_of_work
def forget_world() -> None:
    """Drop all of ours, tables included, so that migrating starts from nothing.

    Raises ``NotADemo``, and changes nothing, where anybody is not of the cast or a table is not ours: this
    may be a database that somebody needs.
    """
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if not tables:
            return
        _require_only_the_demo(tables)
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        cursor.execute(f"DROP SCHEMA {_SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {_SCHEMA}")


def _require_only_the_demo(tables: set[str]) -> None:
    ours = {*connection.introspection.django_table_names(), "django_migrations"}
    if strange := sorted(name for name in tables - ours if not name.startswith(_WORKER)):
        raise NotADemo(f"The database has tables that are not Passerelle's: {', '.join(strange)}. Nothing was changed.")
    if User._meta.db_table not in tables:
        return
    if others := User.objects.exclude(email__in=cast_mails()).count():
        raise NotADemo(f"People who are not of the demo world have accounts here ({others}). Nothing was changed.")
