"""The same act sent twice happens once: the answer is stored with the effect, in its transaction."""

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, cast

from django.db import connection
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import ValidationError

from passerelle.common.models import StoredAnswer
from passerelle.common.renderers import to_json
from passerelle.common.transactions import in_transaction
from passerelle.domain.refusals import Code, refuse

HEADER = "Idempotency-Key"
KEPT_FOR = timedelta(days=14)
"""A phone that was away for longer is overtaken by the Friday it answered about; and answers hold names."""


def once(request: Request, act: Callable[[], Any], *, status: int = 200, sent: bytes | None = None) -> HttpResponse:
    """Run ``act`` and answer with what it returns; under an ``Idempotency-Key``, at most once for this user.

    A repeat with the same contents gets the stored answer, word for word; with other contents it is refused
    (``idempotency_reused``). A refused act stores nothing. Two at once: the second waits for the first.
    ``sent`` stands for the contents where they are a file, which was read already and is no body any more.
    """
    key = _key(request)
    contents = request.body if sent is None else sent
    fingerprint = hashlib.sha256(b"\0".join([str(request.method).encode(), request.path.encode(), contents])).digest()
    return in_transaction(lambda: _answer(request, act, key, fingerprint, status))


def forget_answers(*, now: datetime) -> int:
    """Delete the answers nobody can be waiting for any more; returns how many."""
    deleted, _by_model = StoredAnswer.objects.filter(at__lte=now - KEPT_FOR).delete()
    return deleted


def _answer(request: Request, act: Callable[[], Any], key: uuid.UUID | None, fingerprint: bytes, status: int) -> HttpResponse:
    if key is None:
        return _json(to_json(act()), status)
    user_id = cast("uuid.UUID", request.user.pk)
    if not _claim(user_id, key, fingerprint):
        stored = StoredAnswer.objects.get(user_id=user_id, key=key)
        if bytes(stored.fingerprint) != fingerprint:
            raise refuse(Code.IDEMPOTENCY_REUSED)
        return _json(bytes(stored.body or b""), stored.status or status)
    body = to_json(act())
    StoredAnswer.objects.filter(user_id=user_id, key=key).update(status=status, body=body)
    return _json(body, status)


def _claim(user_id: uuid.UUID, key: uuid.UUID, fingerprint: bytes) -> bool:
    """Insert the key; waits for a transaction that holds it, and says whether it is ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO common_storedanswer (user_id, key, fingerprint, at) VALUES (%s, %s, %s, now())"
            " ON CONFLICT (user_id, key) DO NOTHING RETURNING id",
            [user_id, key, fingerprint],
        )
        return cursor.fetchone() is not None


def _key(request: Request) -> uuid.UUID | None:
    given = request.headers.get(HEADER)
    if not given:
        return None
    try:
        return uuid.UUID(given)
    except ValueError:
        raise ValidationError({HEADER: "Give a UUID, a new one for each act."}) from None


def _json(body: bytes, status: int) -> HttpResponse:
    return HttpResponse(body, status=status, content_type="application/json")
