"""People who may each hear something else, and changes to tell them."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.utils import timezone

from passerelle.accounts.models import TeamMember, User
from passerelle.agencies.models import Agency, Member
from passerelle.domain.roles import TeamRole
from passerelle.interpreters.models import Interpreter
from passerelle.journal import audiences
from passerelle.journal.services import Entry, append
from tests.support.server import Server


@dataclass(frozen=True)
class People:
    """One of each kind, and a second partner and interpreter to whom the first ones' things are none of theirs."""

    coordinator: User
    partner: User
    other_partner: User
    interpreter: User
    other_interpreter: User
    newcomer: User

    @property
    def partners_audience(self) -> str:
        return audiences.agency(Member.objects.get(user=self.partner).agency_id)

    @property
    def interpreters_audience(self) -> str:
        return audiences.interpreter(Interpreter.objects.get(user=self.interpreter).id)


def person(name: str) -> User:
    return User.objects.create_user(f"{name.replace(' ', '.')}@example.test", name)


def partner(name: str, agency: str) -> User:
    user = person(name)
    Member.objects.create(user=user, agency=Agency.objects.create(name=agency))
    return user


def interpreter(name: str) -> User:
    user = person(name)
    Interpreter.objects.create(user=user, first_name=name)
    return user


def coordinator(name: str) -> User:
    user = person(name)
    TeamMember.objects.create(user=user, role=TeamRole.COORDINATOR)
    return user


@pytest.fixture
def people(committed_db: None) -> People:
    return People(
        coordinator=coordinator("Cleo"),
        partner=partner("Pascal", "Art Refuge"),
        other_partner=partner("Olive", "Refugee Youth Service"),
        interpreter=interpreter("Ines"),
        other_interpreter=interpreter("Omid"),
        newcomer=person("Nour"),
    )


@pytest.fixture
def server(asgi_server: Server) -> Iterator[Server]:
    """The shared server; nothing a client does may end in a traceback."""
    before = asgi_server.log.stat().st_size
    yield asgi_server
    with asgi_server.log.open("rb") as log:
        log.seek(before)
        assert "Traceback" not in log.read().decode()


def entry(entity: str, kind: str, *who: str, entity_id: uuid.UUID | None = None, version: int = 1) -> Entry:
    return Entry(entity, entity_id or uuid.uuid4(), version, kind, frozenset(who))


def tell(*entries: Entry) -> None:
    """Commit ``entries`` in one transaction, as a service of another process does."""
    with transaction.atomic():
        append(entries, actor_id=None, now=timezone.now())


MARKER = ("visit", "marker")


def marker(*who: str) -> Entry:
    """A change everyone hears (or ``who``). What a socket was not told before it, it will never be told."""
    return entry(*MARKER, *(who or (audiences.EVERYONE,)))
