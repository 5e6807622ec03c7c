"""Who came, who could not, who left: written down each time, without what was typed, and alike for accounts that are none."""

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from passerelle.accounts.models import SignIn
from passerelle.domain.accesses import AccessKind
from tests.factories.people import a_user
from tests.support.accesses import CONFIRM, LOGIN, REQUEST, SESSION, everything_in_it, post, written


def test_by_a_code(db: None) -> None:
    user, client = a_user(), Client()
    post(client, REQUEST, {"email": user.email})
    post(client, CONFIRM, {"code": str(mail.outbox[0].body).split("\n\n")[1]})
    assert written(AccessKind.SIGNED_IN) == [("signed_in", user.id, "", "", None)]


@pytest.mark.parametrize("known", [True, False])
def test_a_wrong_password_without_it_and_without_the_address(db: None, known: bool) -> None:
    user = a_user()
    address = user.email if known else "stranger@example.invalid"
    answer = post(Client(), LOGIN, {"email": address.upper(), "password": "a secret that is wrong"})
    assert answer.status_code == 400
    assert written() == [("sign_in_failed", user.id if known else None, "", "", None)]
    assert [word for word in (address, "secret") if word in everything_in_it().lower()] == []


@pytest.mark.parametrize("known", [True, False])
def test_each_wrong_code_without_it(db: None, known: bool) -> None:
    user, client = a_user(), Client()
    post(client, REQUEST, {"email": user.email if known else "stranger@example.invalid"})
    answers = [post(client, CONFIRM, {"code": "QQQ-QQQ"}).status_code for _ in range(3)]
    assert answers[:2] == [400, 400]
    assert set(written()) == {("sign_in_failed", user.id if known else None, "", "", None)}
    assert len(written()) == answers.count(400)
    assert "QQQ" not in everything_in_it()


def test_known_and_unknown_cost_the_same_statements(db: None) -> None:
    counts = []
    for address in (a_user().email, "stranger@example.invalid"):
        client = Client()
        post(client, REQUEST, {"email": address})
        with CaptureQueriesContext(connection) as of_the_code:
            post(client, CONFIRM, {"code": "QQQ-QQQ"})
        with CaptureQueriesContext(connection) as of_the_password:
            post(Client(), LOGIN, {"email": address, "password": "a secret that is wrong"})
        written_in = [len([q for q in found if "common_accessentry" in q["sql"]]) for found in (of_the_code, of_the_password)]
        counts.append(written_in)
    assert counts == [[1, 1], [1, 1]]


def test_signing_out(db: None) -> None:
    user, client = a_user(), Client()
    client.force_login(user)
    client.delete(SESSION)
    assert written() == [("signed_out", user.id, "", "", None)]


def test_nobody_signs_out_without_having_come(db: None) -> None:
    Client().delete(SESSION)
    assert written() == []


@pytest.mark.parametrize("others", [True, False])
def test_ending_another_device(db: None, others: bool) -> None:
    user, here = a_user(), Client()
    Client().force_login(user)
    (there,) = SignIn.objects.filter(user=user)
    here.force_login(user)
    path = "/api/v1/me/sign-ins/" + ("end-others" if others else f"{there.id}/end")
    assert post(here, path, {}).status_code == 200
    assert written() == [("sign_in_ended", user.id, "", "", None)]
    post(here, "/api/v1/me/sign-ins/end-others", {})
    assert len(written()) == 1, "where nothing is ended, nothing is written"
