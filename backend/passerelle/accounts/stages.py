"""The code that somebody is to enter, answered with the same work whoever asked for it."""

from typing import Any
from uuid import uuid4

from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage
from django.http import HttpRequest

from passerelle.accounts.models import User


class CodeStage(LoginByCodeStage):  # type: ignore[misc]
    """For a known address its user was just read, by id. For an unknown one nobody is, and that takes as long."""

    def __init__(self, controller: Any, request: HttpRequest, login: Login) -> None:
        super().__init__(controller, request, login)
        if login.user is None:
            User.objects.filter(pk=uuid4()).first()
