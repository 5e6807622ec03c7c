"""A signed-in person's requests, as the browser sends them, answered by the product without a server."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.test import Client

from passerelle.accounts.models import User
from passerelle.domain.roles import Actor


class Browser:
    """``get`` and ``post`` answer ``(status, body)``; every act has a key of its own unless one is given."""

    def __init__(self, actor: Actor) -> None:
        self._client = Client()
        self._client.force_login(User.objects.get(pk=str(actor.user_id)), "passerelle.accounts.backend.AccountBackend")

    def get(self, path: str, **query: Any) -> tuple[int, Any]:
        answer = self._client.get(f"/api/v1/{path}", query)
        return answer.status_code, answer.json()

    def post(self, path: str, body: Mapping[str, Any], *, key: str = "") -> tuple[int, Any]:
        headers = {"Idempotency-Key": key or str(uuid4())}
        answer = self._client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)
        return answer.status_code, answer.json()
