"""From a signed-in person to an actor: each app adds what it knows of them (settings, ``ACTOR_SOURCES``)."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.module_loading import import_string

from passerelle.accounts.models import User
from passerelle.domain.roles import Actor

type Source = Callable[[User], dict[str, Any]]

NOBODY = Actor(user_id=None)


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(import_string(path) for path in settings.ACTOR_SOURCES)


def actor_for(user: User | AnonymousUser) -> Actor:
    """Everything ``user`` is to the product; nobody when signed out or deactivated."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    facets: dict[str, Any] = {}
    for source in _sources():
        facets.update(source(user))
    return Actor(user_id=user.id, name=user.name, **facets)
