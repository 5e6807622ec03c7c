"""From a signed-in person to an actor: each app adds what it knows of them (settings, ``ACTOR_SOURCES``)."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.module_loading import import_string

from passerelle.accounts.facets import Facet
from passerelle.accounts.models import User
from passerelle.domain.roles import Actor

type Source = Callable[[], dict[str, Facet]]

NOBODY = Actor(user_id=None)


@cache
def _facets() -> dict[str, Facet]:
    sources: list[Source] = [import_string(path) for path in settings.ACTOR_SOURCES]
    return {name: facet for source in sources for name, facet in source().items()}


def actor_for(user: User | AnonymousUser) -> Actor:
    """Everything ``user`` is to the product, in one statement; nobody when signed out or deactivated."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    facets = _facets()
    rows = User.objects.filter(pk=user.pk).values(**{name: facet.column for name, facet in facets.items()})
    found = {name: value for row in rows for name, value in row.items() if value is not None}
    return Actor(user_id=user.id, name=user.name, **{name: facets[name].made(value) for name, value in found.items()})
