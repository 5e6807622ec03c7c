"""What is in the database, put aside and put back: a world is built once and begun from again and again."""

from dataclasses import dataclass
from io import BytesIO

from django.db import connection, transaction
from psycopg import sql

from tests.support.database import filled_tables


@dataclass(frozen=True)
class Snapshot:
    """The rows of every table that had any, as PostgreSQL copies them out."""

    rows: dict[str, bytes]

    @classmethod
    def take(cls) -> "Snapshot":
        found = {}
        with connection.cursor() as cursor:
            for table in filled_tables():
                into = BytesIO()
                with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as out:
                    for part in out:
                        into.write(part)
                if into.tell():
                    found[table] = into.getvalue()
        return cls(found)

    def put_back(self) -> None:
        """Into empty tables, as ``committed_db`` leaves them. The journal's lines keep the numbers they had."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("ALTER TABLE journal_change DISABLE TRIGGER USER")
            cursor.execute("DELETE FROM journal_counter")
            for table, rows in self.rows.items():
                with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as into:
                    into.write(rows)
            # Foreign keys are looked at now: the trigger cannot be enabled while they wait.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE journal_change ENABLE TRIGGER USER")
