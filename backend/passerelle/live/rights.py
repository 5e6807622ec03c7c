"""What a signed-in person may hear, read anew from session and memberships each time."""

from importlib import import_module
from typing import Any, NamedTuple
from uuid import UUID

from channels.db import database_sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from passerelle.accounts.actors import actor_for
from passerelle.domain.roles import Actor
from passerelle.journal import audiences
from passerelle.live.frames import Audiences


class Person(NamedTuple):
    """Who is on a socket, and what they hear."""

    id: UUID
    audiences: Audiences


NOBODY = Person(UUID(int=0), frozenset())


def audiences_of(actor: Actor) -> Audiences:
    """The audiences ``actor`` belongs to. Someone with an account and no role hears only of themselves."""
    heard = {audiences.agency(agency_id) for agency_id in actor.agency_ids}
    if actor.is_team:
        heard.add(audiences.TEAM)
    if actor.interpreter_id is not None:
        heard.add(audiences.interpreter(actor.interpreter_id))
    if heard:
        heard.add(audiences.EVERYONE)
    if actor.user_id is not None:
        heard.add(audiences.user(actor.user_id))
    return frozenset(heard)


async def person_in(session_key: str | None) -> Person | None:
    """The person of that session and what they hear; None when it is nobody's, ended, or its person is deactivated.

    Raises ``django.db.Error`` when the database cannot be asked.
    """
    # Not thread-sensitive: that would send every socket of the process through one thread, after a restart all at once.
    return await database_sync_to_async(_read, thread_sensitive=False)(session_key)


def _read(session_key: str | None) -> Person | None:
    if not session_key:
        return None
    request = HttpRequest()
    store = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    request.session = _Glance(store.load())  # type: ignore[assignment]
    actor = actor_for(get_user(request))
    return None if actor.user_id is None else Person(actor.user_id, audiences_of(actor))


class _Glance(dict[str, Any]):
    """A session's values, to look at. Django may flush a session or renew its key while it reads the user: a
    socket can set no cookie, so either would sign the browser out behind its back."""

    def flush(self) -> None:
        self.clear()

    def cycle_key(self) -> None:
        pass
