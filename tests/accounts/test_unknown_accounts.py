"""Who has an account is not found out by trying: each way in takes the same work, and gives the same answer."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.accounts.ways_in import CONFIRM, PASSWORD, REQUEST, WRONG, send, somebody
from tests.factories.people import a_user
from tests.support.hashing import COUNTED, Counted

pytestmark = pytest.mark.django_db

LITERAL = re.compile(r"'(?:[^']|'')*'(?:::uuid)?|\bNULL\b|\b\d+(?:\.\d+)?\b|\"(?:_django_curs_|s\d)\w+\"")
"""What is given to a statement (whose it was, or nobody's), and the numbers that Django gives to cursors and savepoints."""
TIMES = re.compile(r"expires=[^;]+")


@pytest.fixture(autouse=True)
def counted(settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.PASSWORD_HASHERS = COUNTED


@dataclass(frozen=True)
class Seen:
    """All that can be told from outside of an answer, and the work it took."""

    status: int
    body: bytes
    headers: dict[str, str]
    cookies: dict[str, str]
    statements: list[str]
    hashes: int
    mails: int


def seen(client: Client, path: str, body: dict[str, str]) -> Seen:
    hashed, mailed = Counted.done, len(mail.outbox)
    with CaptureQueriesContext(connection) as asked:
        answer = send(path, body, client=client)
    said = {name: TIMES.sub("", morsel.OutputString()).partition("=")[2] for name, morsel in answer.cookies.items()}
    cookies = {name: text.partition(";")[2] for name, text in said.items()}
    statements = [LITERAL.sub("?", query["sql"]) for query in asked]
    headers = {name: text for name, text in answer.headers.items() if name != "Expires"}
    hashes, mails = Counted.done - hashed, len(mail.outbox) - mailed
    return Seen(answer.status_code, answer.content, headers, cookies, statements, hashes, mails)


WAYS: dict[str, list[tuple[str, dict[str, str]]]] = {
    "wrong passwords": [(PASSWORD, {"password": WRONG})] * 7,
    "codes asked for": [(REQUEST, {})] * 5,
    "wrong codes": [(REQUEST, {}), *[(CONFIRM, {"code": "BBBB-BBBB"})] * 4],
}


def told(way: str, email: str) -> list[Seen]:
    client = Client()
    return [seen(client, path, body if path == CONFIRM else {"email": email, **body}) for path, body in WAYS[way]]


def with_a_password() -> str:
    return somebody().email


def without() -> str:
    return a_user().email


def ended() -> str:
    user = somebody()
    user.is_active = False
    user.save()
    return user.email


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("known", [with_a_password, without, ended])
def test_known_and_unknown_are_alike(way: str, known: Callable[[], str]) -> None:
    email = known()
    found, nobody = told(way, email), told(way, "nobody.9@example.invalid")
    for one, other in zip(found, nobody, strict=True):
        assert asdict(one) == asdict(other)


def test_there_is_work_to_compare() -> None:
    """What the test above compares is not nothing: these are the answers and the hashes of each way."""
    found = {way: told(way, with_a_password()) for way in WAYS}
    assert {way: [one.status for one in answers] for way, answers in found.items()} == {
        "wrong passwords": [400] * 5 + [429] * 2,
        "codes asked for": [401] * 3 + [429] * 2,
        "wrong codes": [401, 400, 400, 400, 409],
    }
    assert [one.hashes for one in found["wrong passwords"]] == [1] * 5 + [0] * 2
    assert [one.mails for one in found["codes asked for"]] == [1] * 3 + [0] * 2
    assert all(one.statements for answers in found.values() for one in answers[:3])
