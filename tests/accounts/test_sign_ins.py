"""Where one is signed in: noted without asking, read by oneself alone, and ended from elsewhere."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.accounts import sign_ins
from passerelle.accounts.forgetting import forget_sign_ins
from passerelle.accounts.models import SignIn, User
from passerelle.journal.models import Change
from tests.e2e.desk import session_for
from tests.factories.people import a_user

LIST, OTHERS = "/api/v1/me/sign-ins", "/api/v1/me/sign-ins/end-others"
PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36"
LAPTOP = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15"

pytestmark = pytest.mark.django_db


def signed_in(user: User, agent: str = PHONE) -> Client:
    """By a session that was made before this process, or in another."""
    client = Client(headers={"User-Agent": agent})
    client.cookies[settings.SESSION_COOKIE_NAME] = session_for(user)
    assert client.get("/api/v1/me").status_code == 200
    return client


def listed(client: Client) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get(LIST).json()["results"]
    return rows


def post(client: Client, path: str) -> Any:
    return client.post(path, {}, content_type="application/json", headers={"Idempotency-Key": str(uuid4())})


def told(kind: str) -> list[UUID]:
    """Whose screens are told ``kind``."""
    return list(Change.objects.filter(entity="me", kind=kind).values_list("entity_id", flat=True))


def ids(client: Client) -> set[str]:
    return {row["id"] for row in listed(client)}


def test_one_reads_where_one_is_signed_in_and_which_of_it_is_here() -> None:
    user, before = a_user(), datetime.now(UTC)
    phone, laptop = signed_in(user), signed_in(user, LAPTOP)
    signed_in(a_user("Nour"))
    rows = listed(laptop)
    assert [(row["browser"], row["system"], row["is_here"]) for row in rows] == [
        ("safari", "mac", True),
        ("chrome", "android", False),
    ]
    assert all(before <= datetime.fromisoformat(row["since"]) <= datetime.fromisoformat(row["seen"]) for row in rows)
    assert [row["is_here"] for row in listed(phone)] == [False, True]
    assert set(rows[0]) == {"id", "browser", "system", "since", "seen", "is_here"}, "no key of a session, and no address"


def test_signing_in_by_a_code_is_noted_with_the_device(mailoutbox: list[Any]) -> None:
    user, client = a_user(), Client(headers={"User-Agent": PHONE})
    client.post("/_allauth/browser/v1/auth/code/request", {"email": user.email}, content_type="application/json")
    code = str(mailoutbox[0].body).split("\n\n")[1]
    client.post("/_allauth/browser/v1/auth/code/confirm", {"code": code}, content_type="application/json")
    row = SignIn.objects.get(user=user)
    assert (row.browser, row.system) == ("chrome", "android")
    assert row.session_id == client.cookies[settings.SESSION_COOKIE_NAME].value


def test_a_request_soon_after_writes_nothing_and_one_later_says_when(monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in(a_user())
    (first,) = listed(client)
    with CaptureQueriesContext(connection) as asked:
        (again,) = listed(client)
    assert again == first
    assert not any(query["sql"].startswith(("INSERT", "UPDATE")) for query in asked)
    monkeypatch.setattr(sign_ins, "SEEN_EVERY", timedelta(0))
    (later,) = listed(client)
    assert (later["id"], later["since"]) == (first["id"], first["since"])
    assert later["seen"] > first["seen"]


def test_another_device_is_signed_out_and_this_one_is_not() -> None:
    user = a_user()
    phone, laptop = signed_in(user), signed_in(user, LAPTOP)
    (lost,) = [row["id"] for row in listed(laptop) if not row["is_here"]]
    ended = post(laptop, f"{LIST}/{lost}/end")
    assert (ended.status_code, [row["is_here"] for row in ended.json()["results"]]) == (200, [True])
    assert phone.get("/api/v1/me").status_code == 401
    assert laptop.get("/api/v1/me").status_code == 200
    assert told("signed_out") == [user.id]


def test_all_others_are_signed_out_and_nobody_else() -> None:
    user, other = a_user(), signed_in(a_user("Nour"))
    lost, here = [signed_in(user) for _ in range(3)], signed_in(user, LAPTOP)
    assert [row["is_here"] for row in post(here, OTHERS).json()["results"]] == [True]
    assert [client.get("/api/v1/me").status_code for client in [*lost, here, other]] == [401, 401, 401, 200, 200]
    assert post(here, OTHERS).status_code == 200
    assert told("signed_out") == [user.id], "where there is nothing to end, nothing is told"


def test_somebody_elses_and_none_at_all_are_answered_alike() -> None:
    mine, theirs = signed_in(a_user()), signed_in(a_user("Nour"))
    (row,) = ids(theirs)
    foreign, missing = post(mine, f"{LIST}/{row}/end"), post(mine, f"{LIST}/{uuid4()}/end")
    assert (foreign.status_code, foreign.content) == (missing.status_code, missing.content)
    assert foreign.status_code == 404
    assert theirs.get("/api/v1/me").status_code == 200


def test_what_ran_out_is_not_listed_and_is_forgotten_at_night() -> None:
    user = a_user()
    signed_in(user)
    here = signed_in(user)
    over = SignIn.objects.exclude(session=here.cookies[settings.SESSION_COOKIE_NAME].value).get()
    Session.objects.filter(pk=over.session_id).update(expire_date=datetime.now(UTC) - timedelta(seconds=1))
    assert [row["is_here"] for row in listed(here)] == [True]
    forget_sign_ins(now=datetime.now(UTC))
    assert not SignIn.objects.filter(pk=over.pk).exists()
    assert not Session.objects.filter(pk=over.session_id).exists()
    assert here.get("/api/v1/me").status_code == 200


def test_it_goes_with_its_session_whoever_ends_that() -> None:
    lost, here = signed_in(a_user()), signed_in(a_user("Nour"))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session WHERE session_key = %s", [lost.cookies[settings.SESSION_COOKIE_NAME].value])
    assert [row.session_id for row in SignIn.objects.all()] == [here.cookies[settings.SESSION_COOKIE_NAME].value]


def test_signing_out_takes_it_off() -> None:
    client = signed_in(a_user())
    client.delete("/_allauth/browser/v1/auth/session")
    assert not SignIn.objects.exists()


def test_ones_own_are_in_what_one_downloads_without_their_keys() -> None:
    user = a_user()
    client = signed_in(user)
    signed_in(a_user("Nour"), LAPTOP)
    told = {table["table"]: table["rows"] for table in client.get("/api/v1/me/data").json()["tables"]}
    (row,) = told["accounts.SignIn"]
    assert (set(row), row["browser"], row["system"]) == ({"browser", "system", "since", "seen"}, "chrome", "android")


def test_nobody_reads_it_signed_out() -> None:
    assert Client().get(LIST).status_code == 401
