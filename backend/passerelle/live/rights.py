"""What a signed-in person may hear, read anew from session and memberships each time."""

from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from channels.db import database_sync_to_async
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from passerelle.accounts.actors import actor_read_with
from passerelle.accounts.sessions import SessionStore
from passerelle.journal.audiences import audiences_of
from passerelle.live.frames import Audiences


class Person(NamedTuple):
    """Who is on a socket, what they hear, and when the session ends that let them in."""

    id: UUID
    audiences: Audiences
    until: datetime


NOBODY = Person(UUID(int=0), frozenset(), datetime.min.replace(tzinfo=UTC))


async def person_in(session_key: str | None) -> Person | None:
    """The person of that session and what they hear; None when it is nobody's, ended, or its person is deactivated.

    Raises ``django.db.Error`` when the database cannot be asked.
    """
    # Not thread-sensitive: that would send every socket of the process through one thread, after a restart all at once.
    return await database_sync_to_async(_read, thread_sensitive=False)(session_key)


def _read(session_key: str | None) -> Person | None:
    known = SessionStore(session_key).session_key
    session = Session.objects.filter(pk=known, expire_date__gt=timezone.now()).first() if known else None
    if session is None:
        return None
    request = HttpRequest()
    request.session = _Glance(session.get_decoded())  # type: ignore[assignment]
    actor = actor_read_with(get_user(request))
    return None if actor.user_id is None else Person(actor.user_id, audiences_of(actor), session.expire_date)


class _Glance(dict[str, Any]):
    """A session's values, to look at. Django may flush a session or renew its key while it reads the user: a
    socket can set no cookie, so either would sign the browser out behind its back."""

    def flush(self) -> None:
        self.clear()

    def cycle_key(self) -> None:
        pass
