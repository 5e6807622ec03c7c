"""Signing in by an e-mailed code, in the reader's language."""

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from tests.factories.people import a_user

REQUEST, CONFIRM, ME = "/_allauth/browser/v1/auth/code/request", "/_allauth/browser/v1/auth/code/confirm", "/api/v1/me"
SESSION = "/_allauth/browser/v1/auth/session"


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "Your code for Passerelle"),
        ("fr", "Votre code pour Passerelle"),
        ("ar", "رمزك لموقع Passerelle"),
        ("fa", "کد شما برای Passerelle"),
        ("prs", "کُد شما برای Passerelle"),
        ("ps", "د Passerelle لپاره ستاسو کوډ"),
        ("ckb", "کۆدەکەت بۆ Passerelle"),
        ("ti", "ንPasserelle ኮድኩም"),
    ],
)
def test_a_code_signs_in_and_comes_in_the_readers_language(db: None, language: str, subject: str) -> None:
    user, client = a_user(), Client(headers={"Accept-Language": language})
    asked = client.post(REQUEST, {"email": user.email}, content_type="application/json")
    assert asked.status_code == 401, "a code is on its way, nobody is signed in yet"
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([user.email], subject)
    code = str(message.body).split("\n\n")[1]
    confirmed = client.post(CONFIRM, {"code": code}, content_type="application/json")
    assert confirmed.status_code == 200
    assert client.get(ME).json()["email"] == user.email


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Incorrect code."),
        ("fr", "Ce code n’est pas le bon."),
        ("ar", "الرمز غير صحيح."),
        ("fa", "این کد درست نیست."),
        ("prs", "این کُد درست نیست."),
        ("ps", "دا کوډ سم نه دی."),
        ("ckb", "کۆدەکە ڕاست نییە."),
        ("ti", "እቲ ኮድ ልክዕ ኣይኮነን።"),
    ],
)
def test_a_wrong_code_is_refused_in_the_readers_language(db: None, language: str, said: str) -> None:
    client = Client(headers={"Accept-Language": language})
    client.post(REQUEST, {"email": a_user().email}, content_type="application/json")
    refused = client.post(CONFIRM, {"code": "wrong"}, content_type="application/json")
    assert refused.status_code == 400
    assert [error["message"] for error in refused.json()["errors"]] == [said]


def test_an_unknown_address_gets_the_same_answer_and_a_mail_that_offers_no_sign_up(db: None) -> None:
    """Who has an account must not be found out by asking."""
    known = Client().post(REQUEST, {"email": a_user().email}, content_type="application/json")
    unknown = Client().post(REQUEST, {"email": "nobody@example.invalid"}, content_type="application/json")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    told = mail.outbox[1]
    assert (told.to, told.subject) == (["nobody@example.invalid"], "Signing in to Passerelle")
    assert "No account has this address." in told.body
    assert "http" not in told.body


@pytest.mark.parametrize("path", ["/_allauth/browser/v1/auth/signup"])
def test_nobody_signs_up_by_themselves(db: None, path: str) -> None:
    body = {"email": "new@example.invalid", "password": "a long and good password"}
    assert Client().post(path, body, content_type="application/json").status_code == 403


def test_signing_in_and_out_again_without_a_key_does_no_harm(db: None) -> None:
    """A code that is asked for twice, confirmed twice, and a sign-out that is sent twice."""
    user, client = a_user(), Client()
    for _ in range(2):
        assert client.post(REQUEST, {"email": user.email}, content_type="application/json").status_code == 401
    earlier, newest = (str(message.body).split("\n\n")[1] for message in mail.outbox)
    confirmed = [client.post(CONFIRM, {"code": code}, content_type="application/json") for code in (earlier, newest, newest)]
    assert [answer.status_code for answer in confirmed] == [400, 200, 409]
    assert Session.objects.count() == 1
    assert [client.delete(SESSION).status_code for _ in range(2)] == [401, 401]
    assert Session.objects.count() == 0
