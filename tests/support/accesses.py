"""The log of who came, looked and was refused, as tests read it."""

from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.test import Client

from passerelle.common.models import AccessEntry
from passerelle.domain.accesses import AccessKind

LOGIN, REQUEST, CONFIRM, SESSION = (
    f"/_allauth/browser/v1/auth/{end}" for end in ("login", "code/request", "code/confirm", "session")
)
type Line = tuple[str, UUID | None, str, str, UUID | None]


def written(kind: AccessKind | None = None) -> list[Line]:
    """What the log has, in order: kind, who, act, and the type and id of the thing; all but sign-ins unless one is named."""
    rows = AccessEntry.objects.order_by("id")
    rows = rows.exclude(kind=AccessKind.SIGNED_IN) if kind is None else rows.filter(kind=kind)
    return list(rows.values_list("kind", "actor_id", "act", "record_type", "record_id"))


def everything_in_it() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(entry::text, ' ') FROM common_accessentry AS entry")
        return str(cursor.fetchone()[0])


def post(client: Client, path: str, body: dict[str, Any]) -> Any:
    return client.post(path, body, content_type="application/json", headers={"Idempotency-Key": str(uuid4())})
