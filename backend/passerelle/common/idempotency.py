"""The same act sent twice happens once: the answer is stored with the effect, in its transaction."""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import connection
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import ValidationError

from passerelle.common.erasing import Person
from passerelle.common.models import StoredAnswer
from passerelle.common.renderers import to_json
from passerelle.common.retention import Forgetting
from passerelle.common.sealed import seal, unseal
from passerelle.common.transactions import in_transaction
from passerelle.domain.personal import Kept
from passerelle.domain.refusals import Code, refuse

HEADER = "Idempotency-Key"

_SEALED_FOR = "passerelle.answers"


def once(
    request: Request,
    act: Callable[[], Any],
    *,
    status: int = 200,
    sent: bytes | None = None,
    by: uuid.UUID | None = None,
    secret: bool = False,
) -> HttpResponse:
    """Run ``act`` and answer with what it returns; under an ``Idempotency-Key``, at most once for this user.

    A repeat with the same contents gets the stored answer, word for word; with other contents it is refused
    (``idempotency_reused``). A refused act stores nothing. Two at once: the second waits for the first.
    ``sent`` stands for the contents where they are a file, which was read already and is no body any more; ``by`` for
    the user where nobody is signed in. A ``secret`` answer is stored sealed: the database alone does not tell it.
    """
    key = _key(request)
    contents = request.body if sent is None else sent
    fingerprint = hashlib.sha256(b"\0".join([str(request.method).encode(), request.path.encode(), contents])).digest()
    if key is None:
        return in_transaction(lambda: _json(to_json(act()), status))
    owner = cast("uuid.UUID", by or request.user.pk)
    return in_transaction(lambda: _answer(act, Stored(owner, key, fingerprint, secret), status))


def forget_answers(*, now: datetime) -> int:
    """Delete the answers nobody can be waiting for any more; returns how many.

    A phone that was away for longer is overtaken by the Friday it answered about; and answers hold names.
    """
    deleted, _by_model = StoredAnswer.objects.filter(at__lte=now - Kept.REPEATS.time).delete()
    return deleted


def erase_answers(person: Person, now: datetime) -> None:
    StoredAnswer.objects.filter(user_id__in=person.accounts).delete()


@dataclass(frozen=True, slots=True)
class Stored:
    """The answer under one key of one person."""

    user_id: uuid.UUID
    key: uuid.UUID
    fingerprint: bytes
    secret: bool

    def claim(self) -> bool:
        """Insert the key; waits for a transaction that holds it, and says whether it is ours."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO common_storedanswer (user_id, key, fingerprint, at) VALUES (%s, %s, %s, now())"
                " ON CONFLICT (user_id, key) DO NOTHING RETURNING id",
                [self.user_id, self.key, self.fingerprint],
            )
            return cursor.fetchone() is not None

    def keep(self, body: bytes, status: int) -> None:
        kept = seal(body.decode(), purpose=_SEALED_FOR).encode() if self.secret else body
        StoredAnswer.objects.filter(user_id=self.user_id, key=self.key).update(status=status, body=kept)

    def read(self) -> tuple[bytes, int | None]:
        """What was answered; refused for other contents."""
        stored = StoredAnswer.objects.get(user_id=self.user_id, key=self.key)
        if bytes(stored.fingerprint) != self.fingerprint:
            raise refuse(Code.IDEMPOTENCY_REUSED)
        body = bytes(stored.body or b"")
        return unseal(body.decode(), purpose=_SEALED_FOR).encode() if self.secret else body, stored.status


def _answer(act: Callable[[], Any], stored: Stored, status: int) -> HttpResponse:
    if not stored.claim():
        body, answered = stored.read()
        return _json(body, answered or status)
    body = to_json(act())
    stored.keep(body, status)
    return _json(body, status)


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


FORGETTING = (Forgetting(Kept.REPEATS, ("common.StoredAnswer",), forget_answers),)
