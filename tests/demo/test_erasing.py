"""Whoever is erased is in the database as rows that lead to no name alone, and nobody else is touched. In the demo world."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from psycopg import sql

from passerelle.accounts.actors import actor_for
from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Member
from passerelle.bookings.models import Offer, Shift, Visit
from passerelle.common.erasing import NAMELESS, Person, StillNeeded, erase
from passerelle.common.models import StoredAnswer
from passerelle.common.own_data import own_data
from passerelle.common.register import Table, tables
from passerelle.common.renderers import to_json
from passerelle.demo.world.cast import mail
from passerelle.domain.personal import Erasing
from passerelle.domain.roles import SYSTEM, TeamRole
from passerelle.domain.states.shift import HELD, LIVE, ShiftState
from passerelle.interpreters.claims import make_claim_link
from passerelle.interpreters.models import Interpreter
from passerelle.journal.models import Counter
from tests.demo.conftest import MONDAY

CANARY = "canary§"
OWNED = [table for table in tables() if table.own]
MUST_BE = {
    "email": "@erased.invalid",
    "name": NAMELESS,
    "first_name": NAMELESS,
    "gender": "unsaid",
    "pay_status": "expenses_only",
}
"""What stands in fields that may not be empty."""


def the_user(key: str) -> User:
    return User.objects.get(email=mail(key))


def person_of(user: User) -> Person:
    row = Interpreter.objects.filter(user=user).first()
    return Person(user.pk, row.pk if row else None)


def let_go(person: Person) -> None:
    """They hold nothing to come, are asked for nothing, and go nowhere."""
    Offer.objects.filter(interpreter=person.interpreter_id, shift__state__in=LIVE).delete()
    Shift.objects.filter(holder=person.interpreter_id, state__in=HELD).update(holder=None, state=ShiftState.OPEN)
    Visit.objects.filter(deputy__user=person.user_id).update(deputy=None)
    for visit in Visit.objects.filter(therapists__member__user=person.user_id, state__in=["planning", "confirmed"]):
        visit.therapists.filter(member__user=person.user_id).delete()


def with_something_everywhere(user: User) -> Person:
    """What they wrote of themselves is marked, and they have an address, an answer, a session, a link and a pairing."""
    person = person_of(user)
    User.objects.filter(pk=user.pk).update(email=f"{CANARY}{user.pk}@example.invalid", name=f"{CANARY} name")
    Interpreter.objects.filter(user=user).update(first_name=CANARY, family_name=CANARY, phone=CANARY, base_area=CANARY)
    EmailAddress.objects.create(user=user, email=f"{CANARY}{user.pk}@example.invalid", verified=True, primary=True)
    StoredAnswer.objects.create(user_id=user.pk, key=uuid4(), fingerprint=b"", status=200, body=CANARY.encode())
    Client().force_login(user)
    return person


def mentions(text: str) -> list[str]:
    """The tables of the whole database in which it stands."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            query = sql.SQL("SELECT count(*) FROM {} AS row WHERE strpos(row::text, %s) > 0").format(sql.Identifier(table))
            cursor.execute(query, [text])
            found += [table] if cursor.fetchone()[0] else []
    return found


def of_theirs(user_id: UUID) -> dict[str, set[Any]]:
    return {table.model: set(_rows(table, user_id)) for table in OWNED}


def _rows(table: Table, user_id: UUID) -> Iterator[Any]:
    assert table.own is not None
    return iter(table.own(user_id).values_list("pk", flat=True))


def left_of(table: Table, pks: set[Any]) -> list[str]:
    """Fields that the register says go, in rows where they are still there."""
    model, personal = apps.get_model(table.model), table.personal
    names = [name for name, said in personal.items() if said.erasing is Erasing.EMPTIED and name not in {"id", "password"}]
    if any(said.erasing is Erasing.DELETED for said in personal.values()):
        return [table.model] if model._default_manager.filter(pk__in=pks).exists() else []
    rows = model._default_manager.filter(pk__in=pks).values(*names)
    return [f"{table.model}.{name}: {row[name]}" for row in rows for name in names if not _is_gone(name, row[name])]


def _is_gone(name: str, value: Any) -> bool:
    return value in (None, "", [], MUST_BE.get(name)) or (name == "email" and str(value).endswith(MUST_BE["email"]))


@pytest.mark.parametrize("key", ["shirin", "juliette", "hannah", "miriam", "ruth"])
def test_what_the_register_says_goes_is_gone_and_nobody_else_is_touched(world: datetime, db: None, key: str) -> None:
    user = the_user(key)
    person = with_something_everywhere(user)
    let_go(person)
    before, others = of_theirs(user.pk), User.objects.exclude(pk=user.pk)
    told = {other.pk: to_json(own_data(actor_for(other), now=MONDAY)) for other in others}
    assert mentions(CANARY) != []
    erase(person, now=MONDAY)
    assert [line for table in OWNED for line in left_of(table, before[table.model])] == []
    assert (mentions(CANARY), StoredAnswer.objects.filter(user_id=user.pk).exists()) == ([], False)
    assert not User.objects.get(pk=user.pk).has_usable_password()
    assert {other.pk: to_json(own_data(actor_for(other), now=MONDAY)) for other in others} == told
    erase(person, now=MONDAY + timedelta(days=1))
    assert mentions(CANARY) == []


def test_what_was_worked_stays_and_leads_to_no_name(world: datetime, db: None) -> None:
    shirin = the_user("shirin")
    person = person_of(shirin)
    let_go(person)
    worked = set(Shift.objects.filter(holder=person.interpreter_id, state=ShiftState.WORKED).values_list("id", "pay_outcome"))
    erase(person, now=MONDAY)
    assert worked
    assert set(Shift.objects.filter(holder=person.interpreter_id).values_list("id", "pay_outcome")) == worked
    row = Interpreter.objects.get(pk__in=person.interpreters)
    assert (row.name, row.user_id, row.active) == (NAMELESS, None, False)


def test_nobody_signs_in_any_more(world: datetime, db: None) -> None:
    shirin, browser = the_user("shirin"), Client()
    browser.force_login(shirin)
    assert browser.get("/api/v1/me").status_code == 200
    person = person_of(shirin)
    let_go(person)
    erase(person, now=MONDAY)
    assert browser.get("/api/v1/me").status_code == 401


def test_members_and_colleagues_are_none_any_more(world: datetime, db: None) -> None:
    for key in ("juliette", "hannah"):
        person = person_of(the_user(key))
        let_go(person)
        erase(person, now=MONDAY)
        assert not Member.objects.filter(user=person.user_id, active=True).exists()
        assert not TeamMember.objects.filter(user=person.user_id, active=True).exists()


@pytest.mark.parametrize(("key", "what"), [("shirin", "a place to come"), ("ruth", "a day to come")])
def test_whoever_is_counted_on_is_not_erased_before_that_is_done(world: datetime, db: None, key: str, what: str) -> None:
    user = the_user(key)
    with pytest.raises(StillNeeded, match=what):
        erase(person_of(user), now=MONDAY)
    user.refresh_from_db()
    assert user.email == mail(key)


def test_the_only_owner_stays(world: datetime, db: None) -> None:
    TeamMember.objects.filter(role=TeamRole.OWNER).update(role=TeamRole.COORDINATOR)
    own = TeamMember.objects.get(user=the_user("gwen"))
    TeamMember.objects.filter(pk=own.pk).update(role=TeamRole.OWNER)
    with pytest.raises(StillNeeded, match="only owner"):
        erase(person_of(own.user), now=MONDAY)


def test_someone_without_an_account_is_erased_by_their_id(world: datetime, db: None) -> None:
    row = Interpreter.objects.filter(user=None, active=True).first()
    assert row is not None
    make_claim_link(interpreter_id=row.pk, now=MONDAY, actor=SYSTEM)
    others = Interpreter.objects.exclude(pk=row.pk).count()
    person = Person(None, row.pk)
    let_go(person)
    erase(person, now=MONDAY)
    row.refresh_from_db()
    assert (row.name, row.phone, row.languages.count(), row.claim_links.count()) == (NAMELESS, "", 0, 0)
    assert Interpreter.objects.exclude(first_name=NAMELESS).count() == others


def run(*arguments: str) -> str:
    said = StringIO()
    call_command("erase", *arguments, stdout=said)
    return said.getvalue()


def test_a_restored_database_forgets_them_again(world: datetime, db: None, settings: Any, tmp_path: Path) -> None:
    """The command writes down whom, by ids alone, outside the database; what knows them again is told once more."""
    settings.ERASED = tmp_path / "kept" / "erased.txt"
    gwen, epoch = the_user("gwen"), Counter.objects.get().epoch
    assert run(mail("gwen")) == "Erased: 1. Screens start over.\n"
    assert settings.ERASED.read_text().split()[:2] == [str(gwen.pk), "-"]
    assert "gwen" not in settings.ERASED.read_text().lower()
    assert Counter.objects.get().epoch != epoch
    User.objects.filter(pk=gwen.pk).update(email=gwen.email, name=gwen.name, is_active=True)  # as the backup has her
    with settings.ERASED.open("a") as file:
        file.write(f"{the_user('ruth').pk} - 2026-11-23\n")  # she is down for a day again
    with pytest.raises(CommandError, match=f"{the_user('ruth').pk}: They are down for a day to come"):
        run("--again")
    gwen.refresh_from_db()
    assert (gwen.name, gwen.is_active) == (NAMELESS, False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Say whom to erase"),
        (("nobody@example.invalid",), "Nobody is known by that"),
        (("Gwen",), "neither an e-mail address nor an id"),
        ((str(uuid4()),), "Nobody is known by that"),
        (("--again",), "nobody was erased"),
        ((mail("shirin"),), "let go of it first"),
    ],
)
@pytest.mark.usefixtures("world", "db")
def test_the_command_says_what_is_wrong(settings: Any, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    settings.ERASED = tmp_path / "erased.txt"
    with pytest.raises(CommandError, match=told):
        run(*arguments)
    assert not settings.ERASED.exists()


def test_nothing_is_erased_where_it_cannot_be_written_down(world: datetime, db: None, settings: Any) -> None:
    settings.ERASED = None
    with pytest.raises(CommandError, match="PASSERELLE_ERASED is not set"):
        run(mail("gwen"))
    assert the_user("gwen").is_active
