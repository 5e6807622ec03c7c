"""Who came, who looked at what is sensitive, who was refused: written down beside it, and never in its way (decision 43).

An act writes its line in its own transaction. A read, a refusal and a sign-in write theirs in one statement, and where
that cannot be written the answer is what it would have been. Nothing of what was read, typed or refused is in it.
"""

import logging
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import django.db
from django.db import connection, transaction
from django.http import HttpRequest
from rest_framework.request import Request

from passerelle.common.models import AccessEntry
from passerelle.common.noted import Noted
from passerelle.common.permissions import actor_of
from passerelle.common.retention import Forgetting
from passerelle.domain.accesses import AccessKind
from passerelle.domain.personal import Kept
from passerelle.domain.roles import Actor

logger = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
"""Who looks at one thing again within that time is in the log already; each process remembers what it wrote."""
_ID = "passerelle.request_id"
_noted = Noted()


@dataclass(frozen=True, slots=True)
class Record:
    """A thing by its type, as the journal calls it, and its id."""

    type: str = ""
    id: UUID | None = None


NO_RECORD = Record()


def write(kind: AccessKind, *, actor_id: UUID | None, now: datetime) -> None:
    """In the transaction of the act that it is about."""
    AccessEntry.objects.create(kind=kind, actor_id=actor_id, at=now)


def note_read(request: Request, kind: AccessKind, record: Record = NO_RECORD) -> None:
    """``request`` is answered with what is sensitive: at most once an hour of one person and one thing."""
    actor_id = actor_of(request).user_id
    _once_an_hour((kind, actor_id, record), request, kind, actor_id, record_type=record.type, record_id=record.id)


def note_refusal(request: Request, names: dict[str, Any]) -> None:
    """Somebody has no right to what they asked for: at most once an hour of one person and one act, whatever it is about.

    ``names`` are the parts of the address. Whoever is not signed in is nobody.
    """
    actor = getattr(request, "auth", None)
    if not isinstance(actor, Actor) or actor.user_id is None or request.resolver_match is None:
        return
    act = f"{request.method} {request.resolver_match.route.removeprefix('api/v1/')}"[: AccessEntry.LONGEST_ACT]
    found = names.get("pk")
    record_id = found if isinstance(found, UUID) else None
    _once_an_hour((act, actor.user_id), request, AccessKind.REFUSED, actor.user_id, act=act, record_id=record_id)


def note_sign_in(request: HttpRequest, kind: AccessKind, *, actor_id: UUID | None) -> None:
    """Each time: how often somebody tried is what one looks for. How often they can is allauth's to limit."""
    _try_to_write(request, kind, actor_id)


def forget_accesses(*, now: datetime) -> int:
    """Delete what was written long ago; returns how much. The database lets nothing else be deleted, nor anything changed."""
    before = now - Kept.ACCESSES.time
    with transaction.atomic():
        _may_be_deleted(before.isoformat())
        deleted, _by_model = AccessEntry.objects.filter(at__lte=before).delete()
        _may_be_deleted("")
    return deleted


def _may_be_deleted(before: str) -> None:
    """Says to the guard (migration 0003), until the transaction ends: what was written until then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('passerelle.accesses_before', %s, true)", [before])


def _once_an_hour(key: tuple[object, ...], request: Request, kind: AccessKind, actor_id: UUID | None, **more: Any) -> None:
    if _noted.is_due(key, EVERY) and _try_to_write(request, kind, actor_id, **more):
        _noted.done(key)


def _try_to_write(request: HttpRequest | Request, kind: AccessKind, actor_id: UUID | None, **more: Any) -> bool:
    """One statement; within a transaction a savepoint keeps what goes wrong apart. Says whether it was written."""
    apart: AbstractContextManager[Any] = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with apart:
            request_id = request.META.setdefault(_ID, uuid4())
            AccessEntry.objects.create(kind=kind, actor_id=actor_id, request_id=request_id, at=datetime.now(UTC), **more)
    except django.db.Error as error:  # the database writes nothing now, or is away: what was asked for goes before
        logger.info("Not written down (%s): %s", kind, type(error).__name__)
        return False
    return True


FORGETTING = (Forgetting(Kept.ACCESSES, ("common.AccessEntry",), forget_accesses),)
