"""``manage.py erase who@example.org``: take away all that is known of a person but what the law keeps, without a name.

Whom that was is written first to a file outside the database (``PASSERELLE_ERASED``): ids alone. A database that is put
back from a backup knows them again; ``manage.py erase --again`` erases everybody in the file once more.
"""

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q

from passerelle.accounts.models import User
from passerelle.common.erasing import Person, StillNeeded, erase
from passerelle.interpreters.models import Interpreter
from passerelle.journal.services import begin_epoch


class Command(BaseCommand):
    help = "Erase a person, by their e-mail address or id; or, after a restore, everybody who was erased before."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("who", nargs="?", help="an account's e-mail address, or the id of an account or an interpreter")
        parser.add_argument("--again", action="store_true", help="everybody in the file of who was erased")

    def handle(self, *args: Any, who: str | None = None, again: bool = False, **options: Any) -> None:
        if bool(who) is again:
            raise CommandError("Say whom to erase, or --again.")
        ledger: Path | None = settings.ERASED
        if ledger is None:
            raise CommandError("PASSERELLE_ERASED is not set: name a file that is kept apart from the database.")
        people = list(_erased_before(ledger)) if again else [_found(who or "")]
        if not again:
            _try(people[0])
            _write_down(people[0], ledger)
        wrong = [line for person in people if (line := _erase(person))]
        begin_epoch()  # names stood on many screens: all of them start over
        self.stdout.write(f"Erased: {len(people) - len(wrong)}. Screens start over.")
        if wrong:
            raise CommandError("\n".join([*wrong, "Then erase them again."]))


def _try(person: Person) -> None:
    """Nobody is written down who cannot be erased yet, or was meant by mistake: do it, and undo it."""
    with transaction.atomic():
        wrong = _erase(person)
        transaction.set_rollback(True)
    if wrong:
        raise CommandError(f"{wrong} Nothing was changed.")


def _erase(person: Person) -> str:
    """What has to be done before; empty when it is done."""
    try:
        erase(person, now=datetime.now(UTC))
    except StillNeeded as needed:
        return f"{person.user_id or person.interpreter_id}: {needed}"
    return ""


def _found(who: str) -> Person:
    user = User.objects.filter(Q(email=who.strip().lower()) if "@" in who else Q(pk=_uuid(who))).first()
    if user is not None:
        own = Interpreter.objects.filter(user=user).first()
        return Person(user.pk, own.pk if own else None)
    row = None if "@" in who else Interpreter.objects.filter(pk=_uuid(who)).first()
    if row is None:
        raise CommandError("Nobody is known by that.")
    return Person(row.user_id, row.pk)


def _uuid(who: str) -> UUID:
    try:
        return UUID(who)
    except ValueError:
        raise CommandError("That is neither an e-mail address nor an id.") from None


def _write_down(person: Person, ledger: Path) -> None:
    """Before anything is erased: who is written down and not erased is erased after a restore, as they wished."""
    ledger.parent.mkdir(parents=True, exist_ok=True)
    with ledger.open("a") as file:
        file.write(f"{person.user_id or '-'} {person.interpreter_id or '-'} {datetime.now(UTC).date()}\n")
        file.flush()
        os.fsync(file.fileno())


def _erased_before(ledger: Path) -> Iterator[Person]:
    if not ledger.is_file():
        raise CommandError(f"There is no {ledger}: nobody was erased, or PASSERELLE_ERASED names another file.")
    for line in dict.fromkeys(ledger.read_text().splitlines()):
        user_id, interpreter_id, _day = line.split()
        yield Person(_id(user_id), _id(interpreter_id))


def _id(text: str) -> UUID | None:
    return None if text == "-" else UUID(text)
