"""What somebody downloads of themselves: all that the register says, and nothing of anybody else. In the demo world."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import orjson
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import User
from passerelle.bookings.models import Offer
from passerelle.common import own_data as module
from passerelle.common.own_data import OwnData, OwnRows, own_data
from passerelle.common.register import Table, tables
from passerelle.common.renderers import to_json
from passerelle.demo.world.cast import mail
from passerelle.domain.roles import Actor
from passerelle.domain.states.offer import OfferState
from passerelle.interpreters.models import Interpreter, NotPaired
from passerelle.journal.models import Change
from tests.demo.conftest import MONDAY

OWNED = [table for table in tables() if table.own]
NOT_IN_THE_DEMO = {
    "accounts.SignIn": "nobody is signed in until somebody comes",
    "common.AccessEntry": "nor has anybody looked at anything",
    "account.EmailAddress": "nobody has confirmed an address there",
    "imports.Import": "a coordinator's spreadsheet is hers to bring",
}
"""Tables of which nobody has a row in the demo world."""
MARK = re.compile(r"§(\d+)§")


def the_user(key: str) -> User:
    return User.objects.get(email=mail(key))


def file_of(user_id: UUID) -> OwnData:
    return own_data(actor(user_id), now=MONDAY)


def actor(user_id: UUID) -> Actor:
    return actor_for(User.objects.get(pk=user_id))


def rows_of(user_id: UUID) -> dict[str, OwnRows]:
    return {rows.table: rows for rows in file_of(user_id).tables}


def owners(table: Table) -> dict[Any, UUID]:
    """By the key of a row, whose it is."""
    assert table.own is not None
    found: list[tuple[Any, UUID]] = [(pk, user.pk) for user in User.objects.all() for pk in _keys(table, user.pk)]
    assert [pk for pk, count in Counter(pk for pk, _ in found).items() if count > 1] == [], table.model
    return dict(found)


def _keys(table: Table, user_id: UUID) -> Iterator[Any]:
    assert table.own is not None
    return iter(table.rows_of(actor(user_id)).values_list("pk", flat=True))


def _texts(table: Table) -> list[str]:
    """Its fields that hold whatever somebody writes."""
    found = apps.get_model(table.model)._meta.local_concrete_fields
    written = [field for field in found if isinstance(field, models.CharField | models.TextField) and not field.choices]
    return [field.name for field in written if not field.primary_key]


def _marked(table: Table, name: str, numbers: Mapping[UUID, int]) -> bool:
    """Write into each row whose it is (0: nobody's); False where the database does not take that."""
    whose = owners(table) if table.own else {}
    rows = list(apps.get_model(table.model)._default_manager.order_by("pk"))
    for place, row in enumerate(rows):
        setattr(row, name, f"§{numbers.get(whose.get(row.pk, cast('UUID', None)), 0)}§{place}")
    try:
        with transaction.atomic():
            apps.get_model(table.model)._default_manager.bulk_update(rows, [name])
    except DatabaseError:
        return False
    return bool(rows)


@pytest.mark.parametrize("table", OWNED, ids=lambda table: table.model)
def test_each_row_is_one_persons_and_all_that_is_exported_of_it_is_there(world: datetime, db: None, table: Table) -> None:
    found = owners(table)
    assert bool(found) is (table.model not in NOT_IN_THE_DEMO)
    for user_id in set(found.values()):
        stored = list(table.rows_of(actor(user_id)).values_list(*table.exported.values()))
        told = [tuple(row.values()) for row in rows_of(user_id)[table.model].rows]
        assert told == stored
        assert {*table.exported} == set(rows_of(user_id)[table.model].rows[0])


def test_what_stands_in_each_field_of_ones_own_is_there_and_nothing_of_anybody_elses(world: datetime, db: None) -> None:
    numbers = {user.pk: number for number, user in enumerate(User.objects.order_by("pk"), start=1)}
    ours = [table for table in tables() if apps.get_model(table.model)._meta.managed and table.model != "journal.Change"]
    written = {(table.model, name) for table in ours for name in _texts(table) if _marked(table, name, numbers)}
    assert {("accounts.User", "name"), ("interpreters.Interpreter", "phone"), ("bookings.Session", "notes")} <= written
    for user_id, number in numbers.items():
        told = file_of(user_id)
        assert {int(mark) for mark in MARK.findall(to_json(told).decode())} <= {0, number}
        for rows in told.tables:
            table = next(table for table in OWNED if table.model == rows.table)
            own = [name for name, path in table.exported.items() if name == path and (table.model, name) in written]
            assert all(row[name].startswith(f"§{number}§") for row in rows.rows for name in own), table.model


def test_it_comes_as_a_file(world: datetime, db: None) -> None:
    shirin, browser = the_user("shirin"), Client()
    browser.force_login(shirin)
    answer = browser.get("/api/v1/me/data")
    assert answer.status_code == 200
    assert re.fullmatch(r'attachment; filename="passerelle-\d{4}-\d\d-\d\d\.json"', answer.headers["Content-Disposition"])
    told = orjson.loads(answer.content)
    assert (told["person"], told["tables"]) == (str(shirin.pk), orjson.loads(to_json(file_of(shirin.pk).tables)))
    me = next(table for table in told["tables"] if table["table"] == "accounts.User")["rows"]
    assert me == [
        {
            "email": shirin.email,
            "last_login": me[0]["last_login"],
            "date_joined": me[0]["date_joined"],
            "name": shirin.name,
            "locale": shirin.locale,
            "is_active": True,
        }
    ]


def test_nobody_gets_a_file(db: None) -> None:
    assert Client().get("/api/v1/me/data").status_code == 401


def test_the_same_number_of_statements_for_everybody(world: datetime, db: None) -> None:
    """One for each table, whether somebody has planned every Friday or has just arrived."""
    for user in User.objects.all():
        person = actor(user.pk)
        with CaptureQueriesContext(connection) as asked:
            own_data(person, now=MONDAY)
        assert len(asked) == len(OWNED)


def test_a_long_history_ends_with_the_oldest_left_out(world: datetime, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so."""
    busiest = Change.objects.exclude(actor_id=None).values_list("actor_id", flat=True).first()
    assert busiest is not None
    whole = rows_of(busiest)["journal.Change"]
    assert whole.complete
    assert len(whole.rows) > 2
    monkeypatch.setattr(module, "MOST", 2)
    assert rows_of(busiest)["journal.Change"] == OwnRows("journal.Change", complete=False, rows=whole.rows[:2])
    assert whole.rows[0]["at"] >= whole.rows[-1]["at"]


def test_a_pairing_that_the_team_ruled_out_cannot_be_read_from_the_file(world: datetime, db: None) -> None:
    """Neither itself nor by an answer that is there and not shown."""
    asked = (
        Offer.objects.filter(state=OfferState.ASKED, interpreter__user__isnull=False).select_related("shift__session").first()
    )
    assert asked is not None
    person = Interpreter.objects.get(pk=asked.interpreter_id)
    user_id, coordinator = cast("UUID", person.user_id), the_user("hannah")
    before = rows_of(user_id)
    NotPaired.objects.create(interpreter=person, group=asked.shift.session.group, set_by=coordinator, set_at=MONDAY)
    after = rows_of(user_id)
    assert after.get("interpreters.NotPaired") == before.get("interpreters.NotPaired")
    assert len(after["bookings.Offer"].rows) < len(before["bookings.Offer"].rows)
    assert len(rows_of(coordinator.pk)["interpreters.NotPaired"].rows) == 1
