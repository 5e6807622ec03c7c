"""Signing in over HTTP, from wherever: what the front end sends, through one front server that is believed."""

import re
from typing import Any

from django.core import mail
from django.test import Client

from passerelle.accounts.models import User
from tests.factories.people import a_user

ALLAUTH = "/_allauth/browser/v1/auth"
PASSWORD, REQUEST, CONFIRM = f"{ALLAUTH}/login", f"{ALLAUTH}/code/request", f"{ALLAUTH}/code/confirm"
RIGHT, WRONG = "right and long enough", "wrong and long enough"
OFFICE, ELSEWHERE = "203.0.113.9", "198.51.100.7"
CODE = re.compile(r"^[A-Z]{4}-[A-Z]{4}$", re.MULTILINE)


def somebody(name: str = "Robin") -> User:
    """With a password."""
    user = a_user(name)
    user.set_password(RIGHT)
    user.save()
    return user


def send(path: str, body: dict[str, str], *, through: str = ELSEWHERE, client: Client | None = None, **more: Any) -> Any:
    """``through``: what stands in ``X-Forwarded-For`` when it reaches us."""
    headers = {"X-Forwarded-For": through}
    return (client or Client()).post(path, body, content_type="application/json", headers=headers, **more)


def by_password(email: str, password: str = WRONG, **how: Any) -> int:
    status: int = send(PASSWORD, {"email": email, "password": password}, **how).status_code
    return status


def by_code(user: User, **how: Any) -> int:
    """Ask for a code, read the mail, enter it."""
    client = Client()
    if send(REQUEST, {"email": user.email}, client=client, **how).status_code != 401:
        return 429
    (code,) = CODE.findall(str(mail.outbox[-1].body))
    assert mail.outbox[-1].to == [user.email]
    status: int = send(CONFIRM, {"code": code}, client=client, **how).status_code
    return status
