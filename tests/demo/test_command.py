from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from passerelle.accounts.models import User
from passerelle.demo.people import DEMO_PASSWORD
from tests.factories.people import a_user


def run(*options: str) -> list[str]:
    out = StringIO()
    call_command("demo", *options, stdout=out)
    return out.getvalue().splitlines()


def test_demo_refuses_outside_demo_mode(db: None) -> None:
    with pytest.raises(CommandError, match="Demo mode is off"):
        run()
    assert not User.objects.exists()


def test_demo_builds_once_and_keeps_what_is_there(db: None, demo_mode: None) -> None:
    password = f"Everyone of the demo world signs in with the password {DEMO_PASSWORD}"
    assert run() == ["The demo world is built.", password]
    people = User.objects.count()
    assert run() == ["The database is not empty: it is left as it is.", password]
    assert User.objects.count() == people


def test_demo_gives_no_password_to_people_who_are_real(db: None, demo_mode: None) -> None:
    real = a_user()
    assert run() == ["The database is not empty: it is left as it is."]
    assert run("--print-sign-ins") == []
    real.refresh_from_db()
    assert not real.has_usable_password()


def test_everyone_who_has_an_account_signs_in_with_what_is_printed(db: None, demo_mode: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a slow one is not what is tested
    run()
    printed = [line.split("\t") for line in run("--print-sign-ins")]
    assert len(printed) == User.objects.count()
    assert [(role, name) for role, name, _email, _password in printed[:3]] == [
        ("coordinator", "Hannah Whitlock"),
        ("Art Refuge", "Juliette Carpentier"),
        ("interpreter", "Shirin"),
    ]
    for at, (_role, _name, email, password) in enumerate(printed):
        body = {"email": email, "password": password}
        # Each from a telephone of their own: one that signs in everybody is slowed down, as it should be.
        answer = Client(REMOTE_ADDR=f"192.0.2.{at + 1}").post(
            "/_allauth/browser/v1/auth/login", body, content_type="application/json"
        )
        assert (answer.status_code, answer.json()["data"]["user"]["email"]) == (200, email)
