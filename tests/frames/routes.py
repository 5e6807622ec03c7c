"""Every address that can be read, found in the router."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import URLPattern, URLResolver

from passerelle.config.urls import api


def read_routes(patterns: Sequence[URLPattern | URLResolver] = api, prefix: str = "") -> Iterator[str]:
    """The routes below ``/api/v1/`` that answer GET."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from read_routes(pattern.url_patterns, route)
        elif hasattr(getattr(pattern.callback, "view_class", None), "get"):
            yield route


def unread(routes: Iterable[str], known: Iterable[str]) -> list[str]:
    """What to do about each route that nobody's fetch reads."""
    said = set(known)
    return [
        f"GET /api/v1/{route} is not read. Add it to RESOURCES in tests/frames/resources.py, taken apart into what it shows"
        " (with the types its query key begins with); or, where no screen keeps it current, to NOT_LIVE there, with the reason."
        for route in routes
        if route not in said
    ]
