"""From a signed-in person to an actor: each app adds what it knows of them (settings, ``ACTOR_SOURCES``)."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from passerelle.accounts.facets import Facet
from passerelle.accounts.models import User
from passerelle.domain.roles import Actor

type Source = Callable[[], dict[str, Facet]]

NOBODY = Actor(user_id=None)
_BESIDE = "facet_"
"""What the columns of the facets are called beside a user's own."""


@cache
def _facets() -> dict[str, Facet]:
    sources: list[Source] = [import_string(path) for path in settings.ACTOR_SOURCES]
    return {name: facet for source in sources for name, facet in source().items()}


def with_facets(users: QuerySet[User]) -> QuerySet[User]:
    """``users``, who come with everything that ``actor_read_with`` needs."""
    return users.annotate(**{_BESIDE + name: facet.column for name, facet in _facets().items()})


def actor_read_with(user: User | AnonymousUser) -> Actor:
    """What ``actor_for`` says, of somebody who was read ``with_facets`` a moment ago: nothing is asked again."""
    if not isinstance(user, User) or not all(hasattr(user, _BESIDE + name) for name in _facets()):
        return actor_for(user)
    return _made(user, {name: getattr(user, _BESIDE + name) for name in _facets()})


def actor_for(user: User | AnonymousUser) -> Actor:
    """Everything ``user`` is to the product, in one statement; nobody when signed out or deactivated."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    columns = {name: facet.column for name, facet in _facets().items()}
    return _made(user, User.objects.filter(pk=user.pk).values(**columns).first() or {})


def _made(user: User, values: Mapping[str, Any]) -> Actor:
    if not user.is_active:
        return NOBODY
    facets = _facets()
    said = {name: facets[name].made(value) for name, value in values.items() if value is not None}
    return Actor(user_id=user.id, name=user.name, **said)
