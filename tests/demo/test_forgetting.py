"""Forgetting takes the demo world away, and nothing that somebody may need. (PostgreSQL rolls dropped tables back.)"""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from passerelle.accounts.models import User
from passerelle.demo.world.founding import People
from tests.factories.people import a_user


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def forget() -> str:
    connection.check_constraints()  # what COMMIT would check: tables with checks still to come cannot be dropped
    out = StringIO()
    call_command("demo", "--forget", stdout=out)
    return out.getvalue()


def test_forgetting_leaves_nothing(cast: People, demo_mode: None) -> None:
    assert forget() == "The demo world is forgotten.\n"
    assert tables() == []
    assert forget() == "The demo world is forgotten.\n", "a second time does no harm"


def test_forgetting_refuses_where_somebody_is_real(cast: People, demo_mode: None) -> None:
    real, before = a_user(), User.objects.count()
    with pytest.raises(CommandError, match=r"not of the demo world have accounts here \(1\)"):
        forget()
    assert User.objects.count() == before
    assert User.objects.filter(pk=real.pk).exists()


def test_forgetting_refuses_where_a_table_is_somebody_elses(cast: People, demo_mode: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE recipes (name text)")
    with pytest.raises(CommandError, match="not Passerelle's: recipes"):
        forget()
    assert "recipes" in tables()


def test_forgetting_refuses_outside_demo_mode(cast: People) -> None:
    with pytest.raises(CommandError, match="Demo mode is off"):
        forget()
    assert User.objects.exists()
